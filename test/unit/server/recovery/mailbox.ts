/** A real SMTP server on this machine. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Received {
  readonly to: readonly string[];
  readonly from: string;
  readonly raw: string;
  readonly secure: boolean;
  readonly user: string | undefined;
}

export async function startMailbox(
  t: TestContext,
  { onMail, ...options }: Partial<SMTPServerOptions> & { onMail?: (mail: Received) => Error | 'cut' | undefined } = {},
  port = 0,
) {
  const mails: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: options.onAuth ? [] : ['AUTH'],
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail: Received = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString(),
          secure: Boolean(session.secure),
          user: session.user as string | undefined,
        };
        const said = onMail?.(mail);
        if (said !== 'cut' && said) return callback(said);
        mails.push(mail);
        // it has the mail, and its answer is lost
        if (said === 'cut') for (const connection of server.connections) connection.close();
        else callback();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  t.after(close);
  const own = (server.server.address() as AddressInfo).port;
  return { mails, close, port: own, url: `smtp://127.0.0.1:${own}` };
}

/** The parts of a mail, decoded, by their media type; and its headers, unfolded, by their names in small letters. */
export function opened(raw: string) {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  ) as Record<string, string>;
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1];
  const parts = rest.join('\r\n\r\n').split(`--${boundary}`);
  const part = (type: string) => {
    const [about = '', ...body] = (parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? '').split('\r\n\r\n');
    const text = body.join('\r\n\r\n');
    if (/base64/.test(about)) return Buffer.from(text, 'base64').toString();
    if (!/quoted-printable/.test(about)) return text;
    const bytes = text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString();
  };
  return { headers, text: part('text/plain').replaceAll('\r\n', '\n').trim(), html: part('text/html') };
}
