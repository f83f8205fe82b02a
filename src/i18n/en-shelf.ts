/** The English of the shelf, which comes with it. */
export const enShelf = {
  label: 'Products in this video',
  close: 'Close',
  jump: 'Show {name} in the video at {time}',
  now: 'In this scene',
  soldOut: 'Sold out',
  onlyLeft: { one: 'Only {count} left', other: 'Only {count} left' },
  lowStock: 'Only a few left',
  preorder: 'Pre-order',
  save: 'Save {name} for later',
} as const;
