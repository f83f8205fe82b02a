import type { ShoppableHost } from '../../../host/host.js';
import type { Description } from '../../../host/state.js';
import type { ShoppableVideo } from '../../shoppable-video.js';

/**
 * What tells the film in words, loaded when it is first wanted.
 * @param layers where a screen reader finds the words
 * @param report told why it could not be loaded
 */
export function describer(
  video: HTMLVideoElement,
  layers: HTMLElement,
  { element, signal }: ShoppableHost,
  report: (cause: unknown) => void,
) {
  const load = async () => {
    const { addDescriptions } = await import('../../../player/descriptions/descriptions.js');
    return addDescriptions(video, (element as ShoppableVideo).state, layers, signal);
  };
  let loaded: ReturnType<typeof load> | undefined;
  return async (wanted: Description): Promise<void> => {
    try {
      loaded ??= load();
      await (await loaded).choose(wanted);
    } catch (cause) {
      loaded = undefined;
      report(cause);
    }
  };
}
