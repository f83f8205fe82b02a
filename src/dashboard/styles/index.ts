import { chartStyles } from '../charts/styles.js';
import { mediaStyles } from './media.js';
import { pageStyles } from './page.js';
import { panelStyles } from './panels.js';
import { stateStyles } from './states.js';
import { tableStyles } from './tables.js';

/** Later ones change earlier ones. */
export const insightsStyles = [pageStyles, panelStyles, tableStyles, stateStyles, mediaStyles, chartStyles];
