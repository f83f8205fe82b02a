import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { fromBase64, publicKeyBytes } from '../../shared/ed25519.js';

/** A key that cannot be used, in words. */
export class KeyError extends Error {}

/** The public half as a page gives it: 32 bytes in base64url. */
const publicText = (key: KeyObject) => String(key.export({ format: 'jwk' }).x);

/** A new pair: the private half as PEM (PKCS 8, as OpenSSL writes it), the public one as a page gives it. */
export function newKeyPair(): { privatePem: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privatePem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), publicKey: publicText(publicKey) };
}

function privateKeyOf(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new KeyError('This is no private key in PEM: make one with --new-key.', { cause });
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new KeyError(
    `This is a key of the kind ${key.asymmetricKeyType}, and Ed25519 is wanted: make one with --new-key.`,
  );
}

/** The public half of a private key in PEM. @throws KeyError */
export const publicKeyOf = (privatePem: string) => publicText(createPublicKey(privateKeyOf(privatePem)));

/** The detached signature of these bytes, in base64. @throws KeyError */
export const signBytes = (bytes: Uint8Array, privatePem: string) =>
  sign(null, bytes, privateKeyOf(privatePem)).toString('base64');

/**
 * Checks a signature as the player does, by Node's own means.
 * @param key the public key in any form that the player takes, or the private one in PEM
 * @returns why it does not hold, in words; undefined when it does
 * @throws KeyError when the key is none
 */
export function verifyBytes(bytes: Uint8Array, signature: string, key: string): string | undefined {
  const raw = publicKeyBytes(key.includes('PRIVATE KEY') ? publicKeyOf(key) : key);
  if (!raw) throw new KeyError('This is no Ed25519 key: give 32 bytes, or SPKI, in base64, or PEM.');
  const signed = fromBase64(signature);
  if (signed?.length !== 64) return 'The signature is not 64 bytes in base64.';
  const imported = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  });
  return verify(null, bytes, imported, signed) ? undefined : 'The signature is not of these bytes by this key.';
}
