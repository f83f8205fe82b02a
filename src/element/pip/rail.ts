import { render } from 'lit';
import type { ShoppableHost } from '../../host/host.js';
import { SHOWN, sceneList } from '../controls/scene-list.js';

/** What the rail adds to the height of the window. */
export const RAIL_PX = 84;

/** The products of the scene below the picture, where a list over it would hide it. */
export function mountRail(root: ShadowRoot, host: ShoppableHost, signal: AbortSignal): void {
  const { state } = host;
  const rail = root.ownerDocument.createElement('div');
  rail.className = 'rail';
  root.append(rail);
  const draw = () => render(sceneList(host, draw), rail);
  draw();
  state.subscribe((now, before) => {
    if (SHOWN.some((key) => now[key] !== before[key])) draw();
  }, signal);
}
