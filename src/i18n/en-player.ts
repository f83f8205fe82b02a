/** The English of the controls. */
export const enPlayer = {
  play: 'Play',
  pause: 'Pause',
  replay: 'Play again',
  seek: 'Seek',
  timeOf: '{time} of {duration}',
  mute: 'Mute',
  unmute: 'Unmute',
  volume: 'Volume',
  captions: 'Captions',
  settings: 'Settings',
  fullscreen: 'Full screen',
  exitFullscreen: 'Exit full screen',
  priceFrom: 'From {price}',
  inThisScene: 'Products in this scene',
  nothingInScene: 'No products in this moment of the video.',
} as const;
