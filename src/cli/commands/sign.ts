import { readFile, writeFile } from 'node:fs/promises';
import { KeyError, newKeyPair, publicKeyOf, signBytes, verifyBytes } from '../../tools/sign/sign.js';
import { type Command, type ExitCode, InputError, type Io, type Options, UsageError } from '../command.js';
import { isUrl, readBytes, readText } from '../input.js';
import { writeText } from '../output.js';

/** Where the player looks for a manifest’s signature. */
function signatureOf(name: string): string {
  if (!isUrl(name)) return `${name}.sig`;
  const url = new URL(name);
  url.pathname += '.sig';
  return url.href;
}

/** A file that is not there yet, which only its owner may read. */
async function makeKey(file: string, io: Io, json: boolean): Promise<ExitCode> {
  const { privatePem, publicKey } = newKeyPair();
  await writeFile(file, privatePem, { mode: 0o600, flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    throw new InputError(
      cause.code === 'EEXIST'
        ? `${file} is there already, and a key that is lost cannot be had again: name another file.`
        : `${file} cannot be written: ${cause.message}`,
      { cause },
    );
  });
  io.out(json ? JSON.stringify({ privateKey: file, publicKey }) : `signature-key="${publicKey}"`);
  return 0;
}

/** The key of a file, or the public one itself. */
async function keyOf(given: string): Promise<string> {
  return readFile(given, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (/^[\w+/=-]{43,}$/.test(given)) return given;
    throw new InputError(`${given} cannot be read: ${cause.message}`, { cause });
  });
}

async function check(files: readonly string[], key: string, options: Options, io: Io): Promise<ExitCode> {
  const results: { file: string; valid: boolean; fault?: string }[] = [];
  for (const file of files) {
    const bytes = await readBytes(file, io);
    const signature = await readText(options.text('signature') ?? signatureOf(file), io).catch((error: Error) => error);
    const fault = signature instanceof Error ? signature.message : verifyBytes(bytes, signature, key);
    results.push({ file, valid: !fault, ...(fault && { fault }) });
  }
  if (options.has('json')) io.out(JSON.stringify(results, null, 2));
  else for (const { file, fault } of results) io.out(`${file}: ${fault ?? 'signed by this key'}`);
  return results.every(({ valid }) => valid) ? 0 : 1;
}

async function sign(files: readonly string[], key: string, options: Options, io: Io): Promise<ExitCode> {
  const publicKey = publicKeyOf(key);
  const made: { file: string; signature: string; publicKey: string }[] = [];
  for (const file of files) {
    const bytes = await readBytes(file, io);
    try {
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch (cause) {
      throw new InputError(`${file} is no JSON, and nothing else is worth a signature: ${(cause as Error).message}`);
    }
    const signature = signBytes(bytes, key);
    made.push({ file, signature, publicKey });
    const isFile = file !== '-' && !isUrl(file);
    if (isFile) await writeText(signatureOf(file), `${signature}\n`);
    if (!options.has('json')) io.out(isFile ? signatureOf(file) : signature);
  }
  if (options.has('json')) io.out(JSON.stringify(made, null, 2));
  return 0;
}

export const command: Command = {
  usage: `Usage: shoppable-video sign --new-key <file>
       shoppable-video sign --key <file> <manifest>...
       shoppable-video sign --verify --key <file or key> <manifest>...

Signs the exact bytes of a manifest with Ed25519, into a file beside it whose name ends in .sig. For what is read from an
address or the standard input the signature is printed.

  --new-key <file>      makes a key, which only its owner may read, and prints its public half for the page
  --key <file>          the private key in PEM; with --verify also the public one, or that itself
  --verify              checks instead
  --signature <file>    with --verify: where the signature is, when not beside the manifest
  --json                prints the same as JSON

Exit code: 0 done, or all signatures hold; 1 one does not; 2 not asked rightly or not readable.`,
  options: {
    'new-key': { type: 'string' },
    key: { type: 'string' },
    verify: { type: 'boolean' },
    signature: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(files, options, io) {
    const newKey = options.text('new-key');
    if (newKey !== undefined) return makeKey(newKey, io, options.has('json'));
    const given = options.text('key');
    if (given === undefined) throw new UsageError('Name the key with --key, or make one with --new-key.');
    if (!files.length) throw new UsageError('Name a file, an address or -.');
    try {
      const key = await keyOf(given);
      return options.has('verify') ? await check(files, key, options, io) : await sign(files, key, options, io);
    } catch (error) {
      if (error instanceof KeyError) throw new InputError(`${given}: ${error.message}`, { cause: error });
      throw error;
    }
  },
};
