import { equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { manifestOf } from '../support/manifest.js';
import { create, define, errorOf, mount, mountHearing, play, videoOf } from '../support/players.js';

/** The files beside it were signed by `shoppable-video sign`; in some, bytes were changed since. */
const SIGNED = '/test/browser/support/signed';
const KEY = 'L6Me4UUyRLk_BMpBnOT2lRu2J9XH62jN9ZopRi4PvaE';
/** The public key of RFC 8032 §7.1, test 2. */
const OTHER_KEY = 'PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=';

const hasEd25519 = await crypto.subtle
  .importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify'])
  .then(() => true)
  .catch(() => false);

const mediaAsked = () => performance.getEntriesByType('resource').filter(({ name }) => /clip\.mp4/.test(name)).length;

/** Nothing of the manifest is shown or loaded, and the shopper reads that there is nothing to see. */
async function refused(manifest: unknown, key: string, detail: RegExp) {
  performance.clearResourceTimings();
  const { player, errors } = await mountHearing(manifest, { 'signature-key': key });
  const error = await errorOf(errors, 'manifest-unsigned');
  ok(detail.test(error.message), error.message);
  await until(() => inside(player, '[part=error]'), 'the message');
  equal(inside(player, '[part=error] p')!.textContent, 'This video is not available right now.', 'message');
  equal(
    await player.play().then(
      () => 'played',
      (reason) => reason.code,
    ),
    'manifest-unsigned',
    'play()',
  );
  ok(!inside(player, '.count') && !player.state.get().manifest, 'nothing of it is shown');
  ok(!videoOf(player)?.currentSrc && !videoOf(player)?.src, 'nothing of it plays');
  equal(mediaAsked(), 0, 'requests for its media');
  return error.message;
}

describe('a manifest that must be signed', () => {
  it(`is played when it is${hasEd25519 ? '' : ', were there Ed25519 in this browser: it is refused'}`, async () => {
    if (!hasEd25519) return void (await refused(`${SIGNED}/good.json`, KEY, /this browser cannot check an Ed25519/));
    const player = await mount(`${SIGNED}/good.json`, { 'signature-key': KEY });
    await until(() => inside(player, '[aria-label="Play video: Signed film"]'), 'the title');
    await play(player);
    equal(player.state.get().manifest!.id, 'signed', 'manifest');
  });

  it('is played with the key as a property, and with a query that both files need', async function () {
    if (!hasEd25519) this.skip();
    await define();
    const player = create();
    player.manifest = `${SIGNED}/good.json?token=1`;
    player.signatureKey = KEY;
    document.body.append(player);
    await until(() => inside(player, '.count'), 'the number of products');
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    ok(
      asked.some((name) => name.endsWith('/good.json.sig?token=1')),
      'where the signature was looked for',
    );
  });

  const cannot = (detail: RegExp) => (hasEd25519 ? detail : /this browser cannot check an Ed25519/);

  it('is refused when a byte of it was changed', async () => {
    await refused(`${SIGNED}/tampered.json`, KEY, cannot(/tampered\.json: the signature is not of these bytes/));
  });
  it('is refused when another key has signed it', async () => {
    await refused(`${SIGNED}/good.json`, OTHER_KEY, cannot(/the signature is not of these bytes/));
  });
  it('is refused without a signature', async () => {
    await refused(`${SIGNED}/unsigned.json`, KEY, /unsigned\.json\.sig: 404/);
  });
  it('is refused with a page of HTML for a signature', async () => {
    await refused(`${SIGNED}/no-signature.json`, KEY, /the signature is not 64 bytes in base64/);
  });
  it('is refused with a key that is none, or that a template left empty', async () => {
    await refused(`${SIGNED}/good.json`, 'my key', /the public key is not 32 bytes/);
    await refused(`${SIGNED}/good.json`, '', /the public key is not 32 bytes/);
  });
  it('is refused as an object, because only a file has a signature', async () => {
    await refused(manifestOf(), KEY, /only a manifest at an http\(s\) address/);
  });
  it('is refused as a child script, for the same reason', async () => {
    await define();
    const player = create({ 'signature-key': KEY });
    const script = Object.assign(document.createElement('script'), { type: 'application/json' });
    script.textContent = JSON.stringify(manifestOf());
    player.append(script);
    document.body.append(player);
    await until(() => inside(player, '[part=error]'), 'the message');
    ok(!inside(player, '.count'), 'nothing of it is shown');
  });
  it('that is not there is not there: no word of signatures', async () => {
    const { player, errors } = await mountHearing(`${SIGNED}/lost.json`, { 'signature-key': KEY });
    await errorOf(errors, 'manifest-unreachable');
    await until(() => inside(player, '[part=error] button'), 'the message with its button');
  });
  it('is not asked for a signature where the page gives no key', async () => {
    const player = await mount(`${SIGNED}/unsigned.json`);
    await until(() => inside(player, '.count'), 'the number of products');
  });
});
