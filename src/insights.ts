/** Defines `<shoppable-insights>`, and the player that it shows films with. */
import './index.js';
import { ShoppableInsights } from './dashboard/shoppable-insights.js';
import { define } from './shared/define.js';

define('shoppable-insights', ShoppableInsights);

export { ShoppableInsights };
