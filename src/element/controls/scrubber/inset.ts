/** The track, and the way of the slider's thumb, begin and end this far inside the slider. */
export const INSET_PX = 8;
