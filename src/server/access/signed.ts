import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header of a signed request: `t=<Unix seconds>,v1=<hexadecimal HMAC-SHA256>`. */
export const SIGNATURE_HEADER = 'Shoppable-Signature';

/** How far the sender's clock and the way may be off: no copy of a request is good for longer. */
const WINDOW_S = 300;

/** What is signed. The path is in it, so that a copy is good for no other route. */
const message = (timeS: number | string, method: string, path: string, body: Uint8Array) =>
  Buffer.concat([Buffer.from(`${timeS}\n${method} ${path}\n`), body]);

/** Signs a request, as a shop's server does: the header's value. */
export function signRequest(key: string, { timeS, method, path, body }: SignedRequest): string {
  return `t=${timeS},v1=${createHmac('sha256', key)
    .update(message(timeS, method, path, body))
    .digest('hex')}`;
}

export interface SignedRequest {
  readonly timeS: number;
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array;
}

/**
 * Checks a signature against each of the keys: there are two while one replaces the other.
 * @returns what is wrong with it, as a sentence with the cure; undefined when it holds
 */
export function signatureFault(
  header: string | undefined,
  keys: readonly string[],
  request: Omit<SignedRequest, 'timeS'>,
  nowS: number,
): string | undefined {
  const [, time, given] = /^t=(\d{1,15}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (!time || !given) {
    return `Sign the request: ${SIGNATURE_HEADER}: t=<Unix seconds>,v1=<HMAC-SHA256 in hexadecimal>.`;
  }
  if (Math.abs(nowS - Number(time)) > WINDOW_S) {
    const cure = "Set the sender's clock, and sign each try anew.";
    return `The signature is of more than ${WINDOW_S} seconds ago or ahead; t is Unix seconds. ${cure}`;
  }
  const { method, path, body } = request;
  const bytes = message(time, method, path, body);
  const holds = keys.some((key) =>
    timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha256', key).update(bytes).digest()),
  );
  if (holds) return undefined;
  const parts = `\`${time}\`, \`${method} ${path}\` and the body, here of ${body.length} bytes, with a line break between them`;
  return `The signature fits no key of this server. Compare the key with SERVER_KEYS, and what was signed: ${parts}.`;
}
