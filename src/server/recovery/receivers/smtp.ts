import { Readable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLoopback } from '../../access/loopback.js';
import { mailOf } from '../mail/mail.js';
import type { Message } from '../message.js';
import type { RecoverySettings } from '../settings.js';
import type { Receiver, Result } from './receiver.js';

/** An SMTP server may take its time, as some let strangers wait on purpose. */
const WITHIN_MS = 30_000;

type SmtpError = Error & { responseCode?: number; command?: string };

interface SmtpServer {
  readonly host: string;
  readonly port?: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

/**
 * Reads `smtps://user:password@host` (TLS from the start) or `smtp://…`, which has to offer STARTTLS: passwords and people's
 * addresses do not go in the clear, but to this machine itself, or where `?tls=none` says so.
 * @throws when it is no such address
 */
export function smtpServer(address: string | undefined): SmtpServer {
  const example = 'an address such as smtps://user:password@mail.example';
  if (!address)
    throw new Error(`SMTP_URL, or \`recovery.smtp.url\` in the settings, must be ${example}: it is missing.`);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    // what it is may have a password in it
    throw new Error(
      `SMTP_URL, or \`recovery.smtp.url\` in the settings, must be ${example}. Write @ and / of a password as %40 and %2F.`,
    );
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const isOpen = url.searchParams.get('tls') === 'none';
  const isHere = host === 'localhost' || isLoopback(host);
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host,
    port: url.port ? Number(url.port) : undefined,
    secure,
    requireTLS: !secure && !isOpen && !isHere,
    ignoreTLS: isOpen,
    auth: auth.user ? auth : undefined,
  };
}

/** Loads the package only where mails are sent. */
async function load() {
  try {
    const [connection, composer] = await Promise.all([
      import('nodemailer/lib/smtp-connection'),
      import('nodemailer/lib/mail-composer'),
    ]);
    return { Connection: connection.default, Composer: composer.default };
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new Error('Recovery by mail needs a package that is not installed. Run: npm install nodemailer', { cause });
  }
}

/** Steps of a conversation as promises, each of which fails when the connection does. */
function conversation(connection: SMTPConnection) {
  const broken = new Promise<never>((_, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('The connection was closed')));
  });
  broken.catch(() => {});
  const step = <T>(start: (done: (error?: Error | null, value?: T) => void) => void) =>
    Promise.race([
      broken,
      new Promise<T>((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value as T)))),
    ]);
  return step;
}

/**
 * Once the server has answered, it is known what became of a mail; before its content was handed over, that it did not go.
 * Between the two nobody knows.
 */
function judged(error: SmtpError, handedOver: boolean): Result {
  const { message, responseCode = 0, command } = error;
  const reason = `${message.replace(/\s+/g, ' ').slice(0, 300)}.`;
  if (handedOver && !responseCode) return { outcome: 'uncertain', reason };
  const isOfThis = handedOver || command === 'RCPT TO';
  if (isOfThis && responseCode >= 500) return { outcome: 'refused', reason };
  return { outcome: 'retry', reason, down: !isOfThis };
}

/**
 * Sends mails, one connection each.
 * @param tls for servers whose certificate is not one that Node trusts
 * @throws when the address is none, or nodemailer is not installed
 */
export async function createSmtp(
  { url, from, replyTo }: NonNullable<RecoverySettings['smtp']>,
  { sites, tls }: Pick<RecoverySettings, 'sites'> & { tls?: ConnectionOptions },
): Promise<Receiver> {
  const { auth, ...server } = smtpServer(url);
  const { Connection, Composer } = await load();

  function compose(message: Message) {
    const { subject, text, html, unsubscribe } = mailOf(message, sites);
    const sender = sites[message.site]?.from ?? from;
    const domain = /@([^\s>@]+)>?\s*$/.exec(sender)?.[1] ?? 'localhost';
    return new Composer({
      from: sender,
      replyTo,
      to: { name: message.contact.name ?? '', address: message.contact.email! },
      subject,
      text,
      html,
      // the same at each try: some mailboxes show two of one id once
      messageId: `<${message.id}@${domain}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribe && { 'List-Unsubscribe': `<${unsubscribe}>` }),
      },
    }).compile();
  }

  return {
    name: 'smtp',
    reaches: ({ email }) => email !== undefined,
    async send(message, begin) {
      let handedOver = false;
      const connection = new Connection({
        ...server,
        tls,
        connectionTimeout: WITHIN_MS,
        greetingTimeout: WITHIN_MS,
        socketTimeout: WITHIN_MS,
      });
      try {
        const mail = compose(message);
        const bytes = await mail.build();
        const content = Readable.from(
          (async function* () {
            // asked for once the server wants the content, and not before
            await begin();
            handedOver = true;
            yield bytes;
          })(),
        );
        const step = conversation(connection);
        await step((done) => connection.connect(done));
        if (auth) await step((done) => connection.login(auth, done));
        await step((done) => connection.send(mail.getEnvelope(), content, done));
        connection.quit();
        return { outcome: 'sent' };
      } catch (error) {
        return judged(error as SmtpError, handedOver);
      } finally {
        setTimeout(() => connection.close(), 1000).unref();
      }
    },
  };
}
