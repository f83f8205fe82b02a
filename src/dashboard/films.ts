/** Of a manifest what this page reads. The player checks it; here a missing part is only not shown. */
export interface Film {
  readonly url: string;
  readonly title: string;
  readonly duration: number | undefined;
  readonly hotspots: readonly { readonly product: string; readonly start: number; readonly end: number }[];
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly experiment: Readonly<Record<string, unknown>> | undefined;
}

/** Where the manifest of a video is. */
export const manifestUrl = (template: string, video: string): string =>
  template.replaceAll('{video}', encodeURIComponent(video));

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

/** Reads manifests, each once; one that cannot be had is none. */
export class Films {
  readonly #films = new Map<string, Film | undefined>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get(url: string): Film | undefined {
    if (!this.#films.has(url)) {
      this.#films.set(url, undefined);
      void this.#read(url);
    }
    return this.#films.get(url);
  }

  /** All products that any film read so far has. */
  nameOf(product: string): string | undefined {
    for (const film of this.#films.values()) {
      const found = film?.products.find(({ id }) => id === product);
      if (found) return found.name;
    }
    return undefined;
  }

  async #read(url: string): Promise<void> {
    try {
      const response = await fetch(url);
      if (!response.ok) return;
      const manifest = (await response.json()) as Record<string, unknown>;
      this.#films.set(url, {
        url,
        title: String(manifest.title ?? ''),
        duration: typeof manifest.duration === 'number' ? manifest.duration : undefined,
        hotspots: listOf(manifest.hotspots),
        products: listOf(manifest.products),
        experiment: manifest.experiment as Film['experiment'],
      });
      this.#changed();
    } catch {
      // The figures are there without it, and the view says what is missing.
    }
  }
}
