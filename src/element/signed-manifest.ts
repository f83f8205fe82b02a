import { type ErrorCode, ShoppableError } from '../errors.js';
import { signatureFault } from '../shared/ed25519.js';
import { safeUrl } from '../shared/url.js';
import type { RawManifest } from './manifest-source.js';

/** Where a manifest's signature is: beside it, its query kept, because that may be what lets one read it. */
function signatureUrl(manifestUrl: string): string {
  const url = new URL(manifestUrl);
  url.pathname += '.sig';
  return url.href;
}

/**
 * Reads a manifest whose page has given the public key that it must be signed with. Nothing of it is looked at before
 * its very bytes have been verified. A page that gives no key never loads this.
 * @throws ShoppableError `manifest-unsigned`, `manifest-unreachable` or `manifest-not-json`, with what exactly in brackets
 */
export async function readSigned(
  element: HTMLElement & { readonly signatureKey?: string },
  given: unknown,
  signal: AbortSignal,
): Promise<RawManifest> {
  const fail = (code: ErrorCode, detail: string): never => {
    signal.throwIfAborted();
    throw new ShoppableError(code, { detail });
  };
  const baseUrl = safeUrl(given, element.ownerDocument.baseURI);
  if (!baseUrl) return fail('manifest-unsigned', 'only a manifest at an http(s) address has a signature');
  const body = async (url: string) => {
    const response = await fetch(url, { signal });
    if (!response.ok) throw response.status;
    return response.arrayBuffer();
  };
  const signatureAt = signatureUrl(baseUrl);
  const [manifest, signature] = await Promise.allSettled([body(baseUrl), body(signatureAt)]);
  if (manifest.status === 'rejected') return fail('manifest-unreachable', `${baseUrl}: ${manifest.reason}`);
  if (signature.status === 'rejected') return fail('manifest-unsigned', `${signatureAt}: ${signature.reason}`);
  const read = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
  const fault = await signatureFault(manifest.value, read(signature.value), element.signatureKey ?? '');
  if (fault) fail('manifest-unsigned', `${baseUrl}: ${fault}`);
  try {
    return { value: JSON.parse(read(manifest.value)), baseUrl };
  } catch (cause) {
    return fail('manifest-not-json', `${baseUrl}: ${cause}`);
  }
}
