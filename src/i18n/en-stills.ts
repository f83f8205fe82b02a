/** The English of the pictures that stand in for a film, which comes with them. */
export const enStills = {
  saving: 'Pictures only, to save your data.',
  savingList: 'The video waits, to save your data.',
  playAnyway: 'Play the video anyway',
  /** Names a picture; the place is a time, and as far as there are any a chapter and a product. */
  picture: 'Picture from the video, {place}',
  previous: 'Previous picture',
  next: 'Next picture',
  products: 'Products in this video',
} as const;
