/** The English of what is said of the scene while the film plays, which comes with the saying. */
export const enScene = {
  sceneNow: 'In this scene: {products}',
} as const;
