export const DATABASE = 'shoppable-video';

/**
 * Deletes what every endpoint of this origin has kept, without making what is not there. Tabs that hold it open are told
 * by the browser and let go (`versionchange`).
 */
export function forgetStored(page: { readonly indexedDB?: IDBFactory }): void {
  try {
    page.indexedDB?.deleteDatabase(DATABASE);
  } catch {}
}
