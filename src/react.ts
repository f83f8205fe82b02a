/**
 * The elements as components of React 19: `<ShoppableVideo manifest="/film.json" onAddToCart={…}>`. They add what
 * React's own support of custom elements leaves out: names as React has them, media events, which do not bubble, and
 * objects on a page that was rendered on a server. The tags can be used as they are too; their types are here.
 */
import {
  createElement,
  type DetailedHTMLProps,
  type FunctionComponent,
  type HTMLAttributes,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import './index.js';
import { ATTRIBUTES, EVENTS, type Tags } from './tags.js';

/** Media events that the player sends as `<video>` does. */
const MEDIA = [
  ...(['onPlay', 'onPlaying', 'onPause', 'onWaiting', 'onEnded', 'onSeeking', 'onSeeked', 'onTimeUpdate'] as const),
  ...(['onLoadedMetadata', 'onCanPlay', 'onDurationChange', 'onRateChange', 'onVolumeChange', 'onProgress'] as const),
];

type Tag = keyof Tags;
type ElementOf<T extends Tag> = Tags[T]['element'];

type PascalCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${PascalCase<Tail>}`
  : Capitalize<Name>;

type HandlersOf<Events> = {
  [Name in keyof Events as Name extends `shoppable-${infer Rest}` ? `on${PascalCase<Rest>}` : never]?: (
    event: Events[Name],
  ) => void;
};

type MediaHandlers = { [Name in (typeof MEDIA)[number]]?: (event: Event) => void };

type OwnProps<T extends Tag> = Tags[T]['props'] &
  HandlersOf<Tags[T]['events']> &
  (T extends 'shoppable-video' ? MediaHandlers : unknown);

/** What a tag's component takes: its properties and events, `ref`, and what every HTML element takes. */
export type PropsOf<T extends Tag> = OwnProps<T> &
  Omit<HTMLAttributes<ElementOf<T>>, keyof OwnProps<T>> & { ref?: Ref<ElementOf<T>> };

/** What a tag itself takes in JSX: attributes, properties, and handlers such as `onshoppable-add-to-cart`. */
export type TagPropsOf<T extends Tag> = DetailedHTMLProps<HTMLAttributes<ElementOf<T>>, ElementOf<T>> &
  Tags[T]['attributes'] &
  Tags[T]['props'] & {
    [Name in keyof Tags[T]['events'] as `on${Name & string}`]?: (event: Tags[T]['events'][Name]) => void;
  };

const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** @param load brings the element with the first component of it */
function component<T extends Tag>(tag: T, load?: () => Promise<unknown>): FunctionComponent<PropsOf<T>> {
  const attributeOf = ATTRIBUTES[tag];
  const events = new Map<string, string>([
    ...EVENTS[tag].map((type) => [`on${pascal(type.replace('shoppable-', ''))}`, type] as const),
    ...MEDIA.map((name) => [name, name.slice(2).toLowerCase()] as const),
  ]);

  return function Component({ ref, ...props }) {
    const element = useRef<ElementOf<T>>(null);
    const set = useRef<Record<string, unknown>>({});
    useImperativeHandle(ref, () => element.current!);

    const attributes: Record<string, unknown> = {};
    const properties: Record<string, unknown> = {};
    const handlers: [type: string, handler: unknown][] = [];
    for (const [name, value] of Object.entries(props)) {
      const attribute = attributeOf[name];
      const type = events.get(name);
      if (type) handlers.push([type, value]);
      else if (attribute === undefined) attributes[name] = value;
      else if (attribute && typeof value !== 'object') attributes[attribute] = value;
      else properties[name] = value;
    }

    useLayoutEffect(() => {
      const before = set.current;
      set.current = properties;
      const gone = Object.keys(before).filter((name) => !(name in properties));
      for (const name of gone) Object.assign(element.current!, { [name]: undefined });
      for (const [name, value] of Object.entries(properties))
        if (value !== before[name]) Object.assign(element.current!, { [name]: value });
    });
    useLayoutEffect(() => {
      const listening = new AbortController();
      for (const [type, handler] of handlers)
        if (handler) element.current!.addEventListener(type, handler as EventListener, listening);
      return () => listening.abort();
    });
    useEffect(() => void load?.(), []);

    // The element writes some of its own attributes, which is no mistake of the server's.
    return createElement(tag, { ...attributes, ref: element, suppressHydrationWarning: true });
  };
}

export const ShoppableVideo = component('shoppable-video');
export const ShoppableShelf = component('shoppable-shelf', () => import('./shelf.js'));
export const ShoppableCart = component('shoppable-cart', () => import('./cart.js'));
export const ShoppableInsights = component('shoppable-insights', () => import('./insights.js'));

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'shoppable-video': TagPropsOf<'shoppable-video'>;
      'shoppable-shelf': TagPropsOf<'shoppable-shelf'>;
      'shoppable-cart': TagPropsOf<'shoppable-cart'>;
      'shoppable-insights': TagPropsOf<'shoppable-insights'>;
    }
  }
}
