import type { Command } from '../command.js';

export const command: Command = {
  usage: `Usage: shoppable-video serve

Takes beacons and answers insights. Environment:
  HOST      address to listen at (127.0.0.1)
  PORT      port to listen at (8080 or the next that is free)
  DATA_DIR  where events are kept (.data)`,
  options: {},
  async run(_files, _options, io) {
    const [{ startServer }, { readSettings }] = await Promise.all([
      import('../../server/main.js'),
      import('../../server/settings.js'),
    ]);
    try {
      const server = await startServer(readSettings(io.env));
      io.out(`Listening at ${server.url}`);
      // A second signal ends it at once, as it would anything.
      for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void server.close());
      return 0;
    } catch (error) {
      io.err(error instanceof Error ? error.message : String(error));
      return 1;
    }
  },
};
