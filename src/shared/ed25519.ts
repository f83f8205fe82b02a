/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410 §4). */
const SPKI_PREFIX = '302a300506032b6570032100';

/** The bytes of base64 or base64url, white space and PEM's lines aside; undefined when it is neither. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bare = text
    .replace(/-----(?:BEGIN|END) [A-Z ]+-----|\s+/g, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/');
  try {
    return Uint8Array.from(atob(bare), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The 32 bytes of a public key that is written as such or as SPKI, in base64, base64url or PEM. */
export function publicKeyBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = fromBase64(text);
  if (bytes?.length === 44 && toHex(bytes.subarray(0, 12)) === SPKI_PREFIX) return bytes.slice(12);
  return bytes?.length === 32 ? bytes : undefined;
}

/**
 * Checks a detached Ed25519 signature (RFC 8032) with Web Crypto.
 * @param signature its 64 bytes in base64
 * @param key the public key, in any form that {@link publicKeyBytes} reads
 * @returns why the bytes are not to be trusted, in words; undefined when the signature fits them
 */
export async function signatureFault(
  bytes: BufferSource,
  signature: string,
  key: string,
  subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle,
): Promise<string | undefined> {
  const raw = publicKeyBytes(key);
  if (!raw) return 'the public key is not 32 bytes, or SPKI, in base64';
  const signed = fromBase64(signature);
  if (signed?.length !== 64) return 'the signature is not 64 bytes in base64';
  if (!subtle) return 'the page is not served by https, so that the browser has no Web Crypto';
  try {
    const imported = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return (await subtle.verify('Ed25519', imported, signed, bytes))
      ? undefined
      : 'the signature is not of these bytes';
  } catch (cause) {
    return `this browser cannot check an Ed25519 signature: ${cause}`;
  }
}
