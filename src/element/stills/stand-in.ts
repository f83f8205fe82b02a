export interface StandIn {
  /** Seconds of media time. */
  readonly duration: number;
  readonly time: () => number;
  /** Somebody sets the media's `currentTime`. */
  readonly seek: (time: number) => void;
  /** Pixels of the picture, as `videoWidth` and `videoHeight`. */
  readonly size: () => { readonly width: number; readonly height: number };
  /** Somebody asks the media to play. */
  readonly play: () => Promise<void>;
}

/**
 * Lets a `<video>` speak for pictures of its film: it stands where they stand, can be sought, and is always paused. What
 * follows it — state, scene, hotspots, controls, beacons, the page — asks the same object as ever, and needs to know
 * nothing of this.
 * @returns gives the media its own voice back
 */
export function standIn(video: HTMLVideoElement, { duration, time, seek, size, play }: StandIn): () => void {
  const always = (value: unknown) => ({ get: () => value });
  const own: PropertyDescriptorMap = {
    currentTime: { get: time, set: seek },
    duration: always(duration),
    paused: always(true),
    ended: always(false),
    seeking: always(false),
    readyState: always(HTMLMediaElement.HAVE_ENOUGH_DATA),
    videoWidth: { get: () => size().width },
    videoHeight: { get: () => size().height },
    play: always(play),
  };
  for (const [name, property] of Object.entries(own))
    Object.defineProperty(video, name, { ...property, configurable: true });
  // All that is kept in step with a media reads itself anew.
  tell(video, 'emptied durationchange loadedmetadata loadeddata canplay');
  return () => {
    for (const name of Object.keys(own)) delete (video as unknown as Record<string, unknown>)[name];
  };
}

/** The events of a seek that is over at once. */
export const tellSeek = (video: HTMLVideoElement): void => tell(video, 'seeking timeupdate seeked');

function tell(video: HTMLVideoElement, events: string): void {
  for (const type of events.split(' ')) video.dispatchEvent(new Event(type));
}
