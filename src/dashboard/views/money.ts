import type { Page } from '../page.js';
export const money = (_page: Page) => '';
