import type { Page } from '../page.js';
export const oneVideo = (_page: Page) => '';
