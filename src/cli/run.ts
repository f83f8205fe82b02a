import { parseArgs } from 'node:util';
import { type Command, type ExitCode, InputError, type Io, Options, UsageError } from './command.js';

/** Each command by its name, and what it is for. What one needs is loaded when it is asked for and no sooner. */
const COMMANDS: Record<string, { readonly about: string; readonly load: () => Promise<{ command: Command }> }> = {
  lint: { about: 'finds what is wrong with a manifest', load: () => import('./commands/lint.js') },
  import: { about: 'makes a manifest of other products’ files', load: () => import('./commands/import.js') },
  fallback: { about: 'prints what a server sends for a player', load: () => import('./commands/fallback.js') },
  sign: { about: 'signs a manifest, or checks a signature', load: () => import('./commands/sign.js') },
  serve: { about: 'takes beacons and answers insights', load: () => import('./commands/serve.js') },
  migrate: { about: 'makes the tables in ClickHouse', load: () => import('./commands/migrate.js') },
  simulate: { about: 'makes a season to look at insights with', load: () => import('./commands/simulate.js') },
  recovery: {
    about: 'lists what was left in carts, and what would be sent',
    load: () => import('./commands/recovery.js'),
  },
  'replay-rejected': {
    about: 'reads refused events again, after a fix',
    load: () => import('./commands/replay-rejected.js'),
  },
};

const HELP = `Usage: shoppable-video <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { about }]) => `  ${name.padEnd(15)} ${about}`)
  .join('\n')}

Files may be paths, http(s) addresses or - for the standard input.
shoppable-video <command> --help tells the rest.`;

/**
 * Runs a command line.
 * @param args without the program's own name
 * @returns the exit code
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(HELP);
    return 0;
  }
  const found = name && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!found) {
    io.err(name ? `There is no command ${name}.\n\n${HELP}` : HELP);
    return 2;
  }
  const { command } = await found.load();
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) {
      io.out(command.usage);
      return 0;
    }
    return await command.run(positionals, new Options(values), io);
  } catch (error) {
    const { message, code } = error as Error & { code?: unknown };
    const misused = error instanceof UsageError || String(code).startsWith('ERR_PARSE_ARGS');
    if (!misused && !(error instanceof InputError)) throw error;
    io.err(misused ? `${message}\n\n${command.usage}` : message);
    return 2;
  }
}
