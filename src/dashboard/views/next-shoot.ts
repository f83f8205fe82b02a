import type { Page } from '../page.js';
export const nextShoot = (_page: Page) => '';
