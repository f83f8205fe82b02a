/** Whose events are to be forgotten: those of a viewer, a session or a view; without `site` on every site. */
export interface Erasure {
  readonly by: 'viewerId' | 'sessionId' | 'viewId';
  readonly id: string;
  readonly site?: string;
  /** Views of the viewer or session, as far as they are known: the lines of orders name no more than a view. */
  readonly views?: readonly string[];
}

/** All that is to be forgotten with it, each by itself. */
export const partsOf = ({ views = [], ...erasure }: Erasure): Erasure[] => [
  erasure,
  ...views.map((id): Erasure => ({ by: 'viewId', id, site: erasure.site })),
];

/** What an event has of that; a refused one may have anything there. */
export interface Erasable {
  readonly site: string;
  readonly event: unknown;
}

export const ERASED_BY = ['viewerId', 'sessionId', 'viewId'] as const;

const key = ({ by, id, site }: Erasure) => JSON.stringify([by, id, site]);

/** Everybody who is to be forgotten. An id stays erased: what is still under way with it must not come back. */
export interface Erasures {
  add(erasure: Erasure): void;
  has(stored: Erasable): boolean;
}

export function createErasures(erasures: Iterable<Erasure> = []): Erasures {
  const keys = new Set<string>();
  const add = (erasure: Erasure) => {
    for (const part of partsOf(erasure)) keys.add(key(part));
  };
  for (const erasure of erasures) add(erasure);
  return {
    add,
    has({ site, event }) {
      // nearly always
      if (!keys.size) return false;
      return ERASED_BY.some((by) => {
        const id = (event as Partial<Record<typeof by, unknown>> | null)?.[by];
        return typeof id === 'string' && (keys.has(key({ by, id })) || keys.has(key({ by, id, site })));
      });
    },
  };
}
