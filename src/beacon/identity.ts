import type { BeaconEvent } from '../schema/beacon.js';
import { uuidv7 } from '../shared/ids.js';

export type IdScope = BeaconEvent['idScope'];
export type Identity = Pick<BeaconEvent, 'idScope' | 'viewerId' | 'sessionId'>;
/** Where the ids are kept. Reading a property throws where storage is forbidden. */
export type Storages = Partial<Pick<Window, 'localStorage' | 'sessionStorage'>>;

const KEY = 'shoppable-video';
const IDLE_MS = 30 * 60_000;
/** A write to storage costs more than all else that an event needs: the time of the last one may lag by this much. */
const LAG_MS = 10_000;

/**
 * Who is watching, as pseudonyms: a viewer (for `persistent` across visits, for `session` in this tab) and a session,
 * which ends after 30 minutes without an event. With `none`, and where storage refuses, they live in memory.
 * Nothing is read or written before the first call of `at`.
 */
export function createIdentity(idScope: IdScope, storages: Storages) {
  let viewerId: string | undefined;
  let sessionId: string;
  let seenMs = 0;
  let savedMs = 0;
  /** Without a place the accesses below fail like forbidden ones, and the ids live in memory. */
  const place = ({ persistent: 'localStorage', session: 'sessionStorage', none: '' } as const)[
    idScope
  ] as 'localStorage';

  return {
    /** The ids of an event at this Unix time, in ms. */
    at(atMs: number): Identity {
      const idle = () => Math.abs(atMs - seenMs) > IDLE_MS;
      if (idle())
        try {
          const saved = storages[place]!.getItem(KEY)!.match(/^(\S{36}) (\S{36}) (\d+)$/)!;
          [, viewerId, sessionId] = saved as string[] as [string, string, string];
          seenMs = +saved[3]!;
        } catch {}
      if (idle()) {
        sessionId = uuidv7();
        savedMs = 0;
      }
      seenMs = atMs;
      if (place) viewerId ||= uuidv7();
      if (Math.abs(atMs - savedMs) > LAG_MS)
        try {
          savedMs = atMs;
          storages[place]!.setItem(KEY, `${viewerId} ${sessionId} ${atMs}`);
        } catch {}
      return { idScope, viewerId, sessionId };
    },
    /** Forgets every id, in memory and in both storages, whatever the scope was on an earlier page. */
    forget() {
      viewerId = undefined;
      seenMs = savedMs = 0;
      try {
        storages.localStorage!.removeItem(KEY);
        storages.sessionStorage!.removeItem(KEY);
      } catch {}
    },
  };
}
