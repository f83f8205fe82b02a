import type { ParseArgsConfig } from 'node:util';

/** What a command has of the world. Text is written with a line end. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  stdin(): Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** 0: fine. 1: something was found, or did not hold. 2: asked wrongly, or what was asked about cannot be read. */
export type ExitCode = 0 | 1 | 2;

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export interface Command {
  /** Its own help, whose first line is how it is called. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(files: readonly string[], options: Options, io: Io): Promise<ExitCode>;
}

/** What the command line says, by the option's name. */
export class Options {
  constructor(private readonly values: Values) {}
  /** Whether a switch is there. */
  has(name: string): boolean {
    return Boolean(this.values[name]);
  }
  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }
  list(name: string): readonly string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }
}

/** The command was asked wrongly: its help is worth a look. */
export class UsageError extends Error {}

/** A file or an address that cannot be read, or is not what it should be. */
export class InputError extends Error {}
