import type { Page } from '../page.js';
export const experiments = (_page: Page) => '';
