import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { publicKeyBytes, signatureFault } from '../../../../src/shared/ed25519.js';
import { KeyError, newKeyPair, publicKeyOf, signBytes, verifyBytes } from '../../../../src/tools/sign/sign.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const manifest = bytes('{ "version": 1 }\n');
const pair = newKeyPair();
const signature = signBytes(manifest, pair.privatePem);

/** RFC 8032 §7.1, test 2. */
const KNOWN = {
  key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  message: '72',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
};
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

test('what Node signs, Web Crypto verifies, and each other’s known answer', async () => {
  assert.equal(await signatureFault(manifest, signature, pair.publicKey), undefined);
  assert.equal(verifyBytes(manifest, signature, pair.publicKey), undefined);
  const known = [Buffer.from(KNOWN.message, 'hex'), base64(KNOWN.signature), base64(KNOWN.key)] as const;
  assert.equal(await signatureFault(...known), undefined);
  assert.equal(verifyBytes(...known), undefined);
});

test('every form of the key: base64, base64url, SPKI, PEM, and for the command the private one', async () => {
  const raw = Buffer.from(pair.publicKey, 'base64url');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]).toString('base64');
  const pem = `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`;
  for (const key of [raw.toString('base64'), pair.publicKey, spki, pem, ` ${pair.publicKey}\n`]) {
    assert.equal(await signatureFault(manifest, signature, key), undefined, key);
    assert.equal(verifyBytes(manifest, `${signature}\n`, key), undefined, key);
  }
  assert.equal(verifyBytes(manifest, signature, pair.privatePem), undefined);
  assert.equal(publicKeyOf(pair.privatePem), pair.publicKey);
});

test('one bit in the manifest, the signature or the key, and a byte too many', async () => {
  const flipped = (given: Uint8Array) => given.map((byte, index) => (index === 5 ? byte ^ 1 : byte));
  const wrong: [Uint8Array<ArrayBuffer>, string, string][] = [
    [flipped(manifest), signature, pair.publicKey],
    [bytes('{ "version": 1 }'), signature, pair.publicKey],
    [manifest, Buffer.from(flipped(Buffer.from(signature, 'base64'))).toString('base64'), pair.publicKey],
    [manifest, signature, newKeyPair().publicKey],
  ];
  for (const given of wrong) {
    assert.match((await signatureFault(...given)) ?? '', /not of these bytes/);
    assert.match(verifyBytes(...given) ?? '', /not of these bytes/);
  }
});

test('a signature that is none, and a key that is none', async () => {
  for (const none of ['', 'not base64!', 'AAAA', '<!doctype html>']) {
    assert.match((await signatureFault(manifest, none, pair.publicKey)) ?? '', /64 bytes/);
    assert.match(verifyBytes(manifest, none, pair.publicKey) ?? '', /64 bytes/);
  }
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = String(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  for (const none of [
    '',
    'AAAA',
    `${pair.publicKey}AAAA`,
    String(rsa.publicKey.export({ type: 'spki', format: 'pem' })),
  ]) {
    assert.equal(publicKeyBytes(none), undefined);
    assert.match((await signatureFault(manifest, signature, none)) ?? '', /public key/);
    assert.throws(() => verifyBytes(manifest, signature, none), KeyError);
  }
  assert.throws(() => signBytes(manifest, pem), /kind rsa/);
  assert.throws(() => signBytes(manifest, 'nothing'), /--new-key/);
});

test('a browser without Web Crypto, or without Ed25519, trusts nothing', async () => {
  assert.match((await signatureFault(manifest, signature, pair.publicKey, null as never)) ?? '', /https/);
  const old = { importKey: () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError')) };
  assert.match(
    (await signatureFault(manifest, signature, pair.publicKey, old as never)) ?? '',
    /Ed25519.*Unrecognized/,
  );
});
