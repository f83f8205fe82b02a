/**
 * Everything that can go wrong, each with a code and a sentence that says what to do.
 * The table is the source of the reference in the README.
 */
export const ERRORS = {
  'manifest-missing': 'No manifest: set the `manifest` attribute or property, or add a child JSON script.',
  'manifest-unreachable': 'The manifest could not be fetched: check its address and its CORS headers.',
  'manifest-unsigned': 'The manifest could not be verified: check its signature.',
  'manifest-not-json': 'The manifest is not JSON: an HTML error page at its address is a common cause.',
  'manifest-invalid': 'The manifest cannot be played: mend the places named here.',
  'manifest-warning': 'Left out of the manifest, and the rest plays: mend this place.',
  'media-unsupported': 'This browser plays none of the sources: add an MP4 (H.264, AAC).',
  'media-network': 'The video could not be loaded: check its address, its CORS headers and the connection.',
  'media-decode': 'The video cannot be decoded: encode it as H.264 and AAC.',
  'product-unknown': 'The manifest has no such product: check the id that was asked for.',
  'autoplay-refused': 'The browser refused to start by itself: add `muted`, or let the shopper press play.',
  'chunk-failed': 'A part of the player could not be loaded: publish the whole dist folder.',
  'refresh-failed': 'The current price and stock could not be read: answer with a list of facts, each with its `id`.',
  'cart-handler': 'The cart handler failed: give true, false, a quantity, a reply, or a list of these.',
} as const;

export type ErrorCode = keyof typeof ERRORS;

export class ShoppableError extends Error {
  /** Where in the manifest, e.g. `hotspots[3].keyframes[0].x`. */
  readonly path?: string;

  /**
   * @param code one of {@link ERRORS}, whose sentence is the message
   * @param detail what exactly, put behind the sentence
   */
  constructor(
    readonly code: ErrorCode,
    { path, detail, cause }: { path?: string; detail?: string; cause?: unknown } = {},
  ) {
    super((path ? `${path}: ` : '') + ERRORS[code] + (detail ? ` (${detail})` : ''), { cause });
    this.name = 'ShoppableError';
    if (path) this.path = path;
  }
}
