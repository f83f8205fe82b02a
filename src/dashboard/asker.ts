import type { Asked } from './answer.js';

interface Settings {
  readonly base: string;
  readonly key: string | undefined;
}

const headersOf = (key: string | undefined): HeadersInit => (key ? { Authorization: `Bearer ${key}` } : {});

/**
 * Asks the server, each question once, and remembers the answers. A view asks while it is drawn and takes what is there;
 * `changed` has it drawn again when more has come.
 */
export class Asker {
  readonly #asked = new Map<string, Asked<unknown>>();
  readonly #changed: () => void;
  readonly #settings: () => Settings;
  #ended = new AbortController();

  constructor(changed: () => void, settings: () => Settings) {
    this.#changed = changed;
    this.#settings = settings;
  }

  /** @param path with its query, below the server's base */
  ask<T>(path: string): Asked<T> {
    const known = this.#asked.get(path);
    if (known) return known as Asked<T>;
    const asked: Asked<T> = { url: this.urlOf(path) };
    this.#asked.set(path, asked);
    void this.#fetch(path, asked.url);
    return asked;
  }

  /** Forgets what failed, or with `all` every answer, so that it is asked anew. */
  again(all = false): void {
    for (const [path, { error }] of this.#asked) if (all || error !== undefined) this.#asked.delete(path);
    this.#changed();
  }

  /** The bytes of an answer, for whoever keeps them as a file: a link cannot send a key. */
  async file(url: string): Promise<Blob> {
    const response = await fetch(url, { headers: headersOf(this.#settings().key) });
    if (!response.ok) throw new Error(String(response.status));
    return response.blob();
  }

  end(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    this.#asked.clear();
  }

  urlOf(path: string): string {
    return `${this.#settings().base.replace(/\/$/, '')}${path}`;
  }

  async #fetch(path: string, url: string): Promise<void> {
    const { signal } = this.#ended;
    let asked: Asked<unknown>;
    try {
      const response = await fetch(url, { headers: headersOf(this.#settings().key), signal });
      const body = (await response.json().catch(() => undefined)) as { error?: string } | undefined;
      const { status } = response;
      asked =
        response.ok && body ? { url, answer: body, status } : { url, error: body?.error ?? `HTTP ${status}`, status };
    } catch (error) {
      asked = { url, error: String((error as Error).message ?? error), status: 0 };
    }
    if (signal.aborted) return;
    this.#asked.set(path, asked);
    this.#changed();
  }
}
