#!/usr/bin/env node
import { startServer } from './main.js';
import { readSettings } from './settings.js';

const USAGE = `Usage: shoppable-video serve

Takes beacons and answers insights. Environment:
  HOST      address to listen at (127.0.0.1)
  PORT      port to listen at (8080 or the next that is free)
  DATA_DIR  where events are kept (.data)`;

async function serve(): Promise<void> {
  const server = await startServer(readSettings(process.env));
  console.log(`Listening at ${server.url}`);
  const stop = () => void server.close();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

const [command] = process.argv.slice(2);
if (command === 'serve') {
  serve().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
} else {
  const isHelp = command === 'help' || command === '--help';
  console[isHelp ? 'log' : 'error'](USAGE);
  process.exitCode = isHelp ? 0 : 2;
}
