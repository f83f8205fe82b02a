/** The English of the settings menu and of the windows it leads to, which comes with them. */
export const enMenu = {
  back: 'Back',
  close: 'Close',
  off: 'Off',
  descriptions: 'Audio description',
  /** Of a track of descriptions: who says it. */
  readAloud: '{label}, read aloud',
  forReader: '{label}, for screen readers',
  chapters: 'Chapters',
  speed: 'Speed',
  quality: 'Quality',
  automatic: 'Automatic',
  pip: 'Picture-in-picture',
  fromPip: 'Back to the page',
  /** In the player's place, while it plays in another window. */
  elsewhere: 'Playing in picture-in-picture',
} as const;
