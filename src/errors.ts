/**
 * Everything that can go wrong, each with a code, a sentence that says what to do, and its cause.
 * The table is the source of the reference in the README.
 */
export const ERRORS = {
  'manifest-unreachable':
    'The manifest could not be fetched. Check its address and that the server answers with CORS headers.',
  'manifest-not-json':
    'The manifest is not JSON. Validate the file; a common cause is an HTML error page at its address.',
  'manifest-invalid': 'The manifest cannot be played. Mend the places named in the message.',
  'manifest-warning': 'A part of the manifest was left out and the rest plays. Mend the place named in `path`.',
  'manifest-missing':
    'No manifest was given. Set the `manifest` attribute or property, or a child script of type application/json.',
  'media-unsupported': 'This browser can play none of the sources. Add an MP4 (H.264, AAC) source.',
  'media-network': 'The video could not be loaded. Check the address of its source, CORS headers and the connection.',
  'media-decode': 'The video is damaged or in a format that this browser cannot decode. Encode it as H.264 and AAC.',
  'autoplay-refused': 'The browser did not let the video start by itself. Add `muted`, or let the shopper press play.',
  'chunk-failed': 'A part of the player could not be loaded. Check that the whole dist folder is published.',
  'cart-handler': 'The cart handler failed. It must resolve to true, false, a quantity, a reply, or a list of these.',
  'beacon-endpoint': 'A beacon endpoint does not take events. Check its address, its CORS headers and the write key.',
} as const;

export type ErrorCode = keyof typeof ERRORS;

export class ShoppableError extends Error {
  override readonly name = 'ShoppableError';
  /** Where in the manifest, e.g. `hotspots[3].keyframes[0].x`. */
  readonly path?: string;

  /**
   * @param code one of {@link ERRORS}, whose sentence is the message
   * @param options.detail what exactly, put behind the sentence
   */
  constructor(
    readonly code: ErrorCode,
    options: { path?: string; detail?: string; cause?: unknown } = {},
  ) {
    const where = options.path ? `${options.path}: ` : '';
    super(where + ERRORS[code] + (options.detail ? ` (${options.detail})` : ''), { cause: options.cause });
    if (options.path) this.path = options.path;
  }
}
