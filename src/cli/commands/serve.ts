import type { Command } from '../command.js';

export const command: Command = {
  usage: `Usage: shoppable-video serve [--rebuild]

Takes beacons and answers insights.
  --rebuild  puts the database aside and fills it anew from the journal

Environment:
  HOST                   address to listen at (127.0.0.1)
  PORT                   port to listen at (8080 or the next that is free)
  DATA_DIR               where events are kept (.data)
  SETTINGS               a JSON file with sites, their keys and webhooks, limits and retention
  SERVER_KEYS            keys of the shop's servers, which sign what they send; several with commas
  READ_KEYS              keys of those who may read insights and metrics
  SMTP_URL               where recovery sends mails, such as smtps://user:password@mail.example
  CLICKHOUSE_URL         a ClickHouse for several servers, instead of a file in DATA_DIR; see migrate
  CLICKHOUSE_CLUSTER     its cluster, if it has one
  JOURNAL_MAX_DAYS       how long the journal is kept (for ever)
  JOURNAL_MAX_BYTES      how large it may grow (without a bound)
  JOURNAL_SEGMENT_BYTES  how large its files are (33554432)
  RAW_DAYS               how long events stay as they came; older ones are rolled up (for ever)`,
  options: { rebuild: { type: 'boolean' } },
  async run(_files, options, io) {
    const [{ startServer }, { readSettings }] = await Promise.all([
      import('../../server/main.js'),
      import('../../server/settings/read-settings.js'),
    ]);
    try {
      const server = await startServer({ ...(await readSettings(io.env)), rebuild: options.has('rebuild') });
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
