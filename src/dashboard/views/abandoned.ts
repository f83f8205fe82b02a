import type { Page } from '../page.js';
export const abandoned = (_page: Page) => '';
