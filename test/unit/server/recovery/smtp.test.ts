import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../../../src/server/recovery/message.js';
import { createSmtp, smtpServer } from '../../../../src/server/recovery/receivers/smtp.js';
import { makeDataDir, serve } from '../fixture.js';
import { opened, startMailbox } from './mailbox.js';
import { contact, leave, list, only, putIn, quick, quiet, send, until } from './shop.js';

const FROM = 'The Shop <hello@shop.example>';
const smtp = (url: string, more: object = {}) => quick({ smtp: { url, from: FROM }, ...more });

const message = (fields: Partial<Message> = {}): Message => ({
  schema: 'shoppable.recovery/1',
  id: 'e1-1',
  intent: 'e1',
  step: 1,
  site: 'shop',
  contact: { viewerId: 'ann', email: 'ann@example.org', consentedAt: 1 },
  video: { id: 'coffee', title: 'Coffee corner' },
  positionMs: 3500,
  url: 'https://shop.example/coffee#t=3.5&product=mug&quantity=2',
  lines: [
    {
      productId: 'mug',
      name: 'Mug <b>&',
      quantity: 2,
      unitMinor: 1900,
      currency: 'EUR',
      videoId: 'coffee',
      positionMs: 3500,
      url: null,
    },
    {
      productId: 'tea',
      quantity: 1,
      unitMinor: 900,
      currency: 'JPY',
      videoId: 'coffee',
      positionMs: 1,
      url: 'https://shop.example/t"a',
    },
  ],
  leftAtMs: 1,
  ...fields,
});

test('what is left comes as a mail with a link back, once', async (t) => {
  const { mails, url: at } = await startMailbox(t);
  const sites = {
    shop: {
      page: 'https://shop.example/film?of={video}',
      unsubscribe: 'https://shop.example/no-more?who={viewer}',
      texts: { de: { subject: 'Noch da: „{title}“', greeting: 'Hallo {name},' } },
    },
  };
  const { url } = await serve(t, await makeDataDir(t), assert.fail, { settings: smtp(at, { sites }) });
  await send(url, 'contacts', { site: 'shop', ...contact('ann', { name: 'Änn', locale: 'de-AT' }) });
  await leave(url, putIn('ann', { quantity: 2 }));
  await until('a mail', () => mails.length);
  const { headers, text, html } = opened(mails[0]!.raw);
  const { intent } = await only(url);
  assert.deepEqual([mails[0]!.from, mails[0]!.to], ['hello@shop.example', ['ann@example.org']]);
  assert.equal(headers.from, FROM);
  assert.equal(headers['message-id'], `<${intent}-1@shop.example>`);
  assert.equal(headers['list-unsubscribe'], '<https://shop.example/no-more?who=ann>');
  assert.match(text, /^Hallo Änn,\n/);
  assert.match(text, /- 2 × mug, 19,00\s€\n/, 'a price as Germans write it');
  assert.match(text, /Watch on from there: https:\/\/shop\.example\/film\?of=coffee#t=3\.5&product=mug&quantity=2\n/);
  assert.match(html, /<html lang="de" dir="ltr">/);
  assert.match(html, /<title>Noch da: „coffee“<\/title>/);
  assert.ok(html.includes('href="https://shop.example/film?of=coffee#t=3.5&amp;product=mug&amp;quantity=2"'));
  await until('it is noted', async () => (await only(url)).state === 'sent');
  await quiet();
  assert.equal(mails.length, 1);
});

test('a server that is down, or says later, loses nothing and gets it once', async (t) => {
  let refusals = 2;
  const busy = () => (refusals-- > 0 ? Object.assign(new Error('Come back later'), { responseCode: 451 }) : undefined);
  const probe = await startMailbox(t);
  await probe.close();
  const warnings: string[] = [];
  const { url } = await serve(t, await makeDataDir(t), (text) => warnings.push(text), { settings: smtp(probe.url) });
  await send(url, 'contacts', { site: 'shop', contacts: [contact('ann'), contact('bob')] });
  await leave(url, putIn('ann'), putIn('bob'));
  await until('it is tried', async () => (await list(url)).counts.failing);
  const failing = (await list(url, '?state=failing')).intents[0]!;
  assert.ok(failing.tries >= 1);
  assert.match(failing.problem!, /ECONNREFUSED/);
  const { mails } = await startMailbox(t, { onMail: busy }, probe.port);
  await until('both came', () => mails.length === 2);
  await quiet();
  assert.deepEqual(mails.map(({ to }) => to[0]).sort(), ['ann@example.org', 'bob@example.org']);
  assert.ok(
    warnings.some((text) => /^Messages are kept, as the smtp takes none/.test(text)),
    warnings.join(),
  );
});

test('an answer that is lost after the mail was handed over: not sent again, and said so', async (t) => {
  const { mails, url: at } = await startMailbox(t, { onMail: () => 'cut' });
  const warnings: string[] = [];
  const dataDir = await makeDataDir(t);
  const first = await serve(t, dataDir, (text) => warnings.push(text), { settings: smtp(at) });
  await send(first.url, 'contacts', { site: 'shop', ...contact('ann') });
  await leave(first.url, putIn('ann'));
  await until('it is uncertain', async () => (await only(first.url)).state === 'uncertain');
  await quiet();
  assert.equal(mails.length, 1);
  assert.match(warnings.join(), /is uncertain/);
  await first.close();
  const second = await serve(t, dataDir, assert.fail, { settings: smtp(at) });
  await quiet();
  assert.equal(mails.length, 1);
  assert.equal((await only(second.url)).state, 'uncertain');
});

test('an address that there is not is tried no more, and holds up no other', async (t) => {
  const { mails, url: at } = await startMailbox(t, {
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith('ann') ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
  });
  const { url } = await serve(t, await makeDataDir(t), () => {}, { settings: smtp(at) });
  await send(url, 'contacts', {
    site: 'shop',
    contacts: [contact('ann'), contact('bob'), { ...contact('cat'), email: undefined, customerId: 'c' }],
  });
  await leave(url, putIn('ann'), putIn('bob'), putIn('cat'));
  await until('both are decided', async () => {
    const { counts } = await list(url);
    return counts.failed === 1 && counts.sent === 1 && counts['no-contact'] === 1;
  });
  assert.deepEqual(
    mails.map(({ to }) => to[0]),
    ['bob@example.org'],
  );
});

test('STARTTLS and a password, and TLS from the start', async (t) => {
  const onAuth: NonNullable<Parameters<typeof startMailbox>[1]>['onAuth'] = (
    { username, password },
    _session,
    callback,
  ) => (password === 'p@ss' ? callback(null, { user: username! }) : callback(new Error('Wrong')));
  const tls = { rejectUnauthorized: false };
  const starting = await startMailbox(t, { hideSTARTTLS: false, authOptional: false, onAuth });
  const at = (port: number, scheme: string, password: string) => `${scheme}://ann%40x:${password}@127.0.0.1:${port}`;
  const send = async (url: string) =>
    (await createSmtp({ url, from: FROM }, { sites: {}, tls })).send(message(), async () => {});
  assert.deepEqual(await send(at(starting.port, 'smtp', 'p%40ss')), { outcome: 'sent' });
  assert.deepEqual([starting.mails[0]!.secure, starting.mails[0]!.user], [true, 'ann@x']);
  const wrong = await send(at(starting.port, 'smtp', 'wrong'));
  assert.deepEqual(
    [wrong.outcome, 'down' in wrong && wrong.down],
    ['retry', true],
    'somebody has to mend the password',
  );
  const whole = await startMailbox(t, { secure: true, authOptional: false, onAuth });
  assert.deepEqual(await send(at(whole.port, 'smtps', 'p%40ss')), { outcome: 'sent' });
  assert.equal(whole.mails[0]!.secure, true);
  // Node does not trust the certificate
  const strict = await createSmtp({ url: at(whole.port, 'smtps', 'p%40ss'), from: FROM }, { sites: {} });
  assert.equal((await strict.send(message(), async () => {})).outcome, 'retry');
});

test('a password goes in the clear to this machine alone', () => {
  assert.equal(smtpServer('smtp://a:b@mail.example').requireTLS, true);
  assert.equal(smtpServer('smtp://a:b@mail.example?tls=none').requireTLS, false);
  assert.equal(smtpServer('smtp://127.0.0.1:1025').requireTLS, false);
  assert.equal(smtpServer('smtps://mail.example').secure, true);
  for (const url of [undefined, '', 'mail.example', 'https://mail.example', 'smtp://']) {
    assert.throws(
      () => smtpServer(url),
      /SMTP_URL, or `recovery.smtp.url` in the settings, must be an address such as/,
    );
  }
  assert.throws(
    () => smtpServer('smtp//ann:secret@mail'),
    ({ message }: Error) => !message.includes('secret'),
  );
});

test('what a mail says is text, and prices are those of their currency', async (t) => {
  const { mails, url } = await startMailbox(t);
  const receiver = await createSmtp({ url, from: FROM, replyTo: 'help@shop.example' }, { sites: {} });
  const hostile = { viewerId: 'ann', email: 'ann@example.org', consentedAt: 1, name: '<img src=x onerror=alert(1)>' };
  assert.deepEqual(await receiver.send(message({ contact: hostile }), async () => {}), { outcome: 'sent' });
  const { headers, text, html } = opened(mails[0]!.raw);
  assert.equal(headers['reply-to'], 'help@shop.example');
  assert.ok(!html.includes('<img') && !html.includes('Mug <b>'));
  assert.ok(html.includes('Mug &lt;b&gt;&amp;') && html.includes('https://shop.example/t&quot;a'));
  assert.match(text, /- 2 × Mug <b>&, €19\.00\n- 1 × tea, ¥900\n/);
});
