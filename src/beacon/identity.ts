import type { BeaconEvent } from '../schema/beacon.js';
import { uuidv7 } from '../shared/ids.js';

export type IdScope = BeaconEvent['idScope'];
export type Identity = Pick<BeaconEvent, 'idScope' | 'viewerId' | 'sessionId'>;
export type StorageName = 'localStorage' | 'sessionStorage';
/** Reads `globalThis[name]`, which throws where storage is forbidden. */
export type OpenStorage = (name: StorageName) => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;

const KEY = 'shoppable-video';
const IDLE_MS = 30 * 60_000;
/** How old the stored time of the last event may get: storage is slow, and half an hour needs no second. */
const SAVE_MS = 60_000;

/**
 * Who is watching, as pseudonyms: a viewer (for `persistent` across visits, for `session` in this tab) and a session,
 * which ends after 30 minutes without an event. With `none`, and where storage refuses, they live in memory.
 * Nothing is read or written before the first call of `at`.
 */
export function createIdentity(idScope: IdScope, storage: OpenStorage) {
  let viewerId = '';
  let sessionId = '';
  let seenMs = 0;
  let savedMs = 0;
  const name = idScope === 'persistent' ? 'localStorage' : 'sessionStorage';
  const idle = (atMs: number) => Math.abs(atMs - seenMs) > IDLE_MS;
  const attempt = <T>(use: () => T) => {
    try {
      return use();
    } catch {}
  };

  return {
    /** The ids of an event at this Unix time, in ms. */
    at(atMs: number): Identity {
      const stores = idScope !== 'none';
      if (idle(atMs)) {
        const saved = stores && attempt(() => storage(name)?.getItem(KEY)?.match(/^([\w-]{36}) ([\w-]{36}) (\d+)$/));
        if (saved) {
          [, viewerId, sessionId] = saved as unknown as [string, string, string];
          seenMs = savedMs = +saved[3]!;
        }
        viewerId ||= uuidv7(atMs);
        if (idle(atMs)) {
          sessionId = uuidv7(atMs);
          savedMs = 0;
        }
      }
      seenMs = atMs;
      if (stores && Math.abs(seenMs - savedMs) > SAVE_MS) {
        savedMs = seenMs;
        attempt(() => storage(name)?.setItem(KEY, `${viewerId} ${sessionId} ${seenMs}`));
      }
      return { idScope, viewerId: stores ? viewerId : undefined, sessionId };
    },
    /** Forgets every id, in memory and in both storages, whatever the scope was on an earlier page. */
    forget() {
      viewerId = '';
      seenMs = 0;
      for (const each of ['localStorage', 'sessionStorage'] as const) attempt(() => storage(each)?.removeItem(KEY));
    },
  };
}
