import type { Command } from '../command.js';

export const command: Command = {
  usage: `Usage: shoppable-video migrate [--print]

Makes the tables in ClickHouse that servers share. It may be run again, and while servers run.
  --print  prints the statements instead

Environment:
  CLICKHOUSE_URL      such as http://user:password@127.0.0.1:8123/database
  CLICKHOUSE_CLUSTER  the cluster over whose machines the rows are spread by viewer`,
  options: { print: { type: 'boolean' } },
  async run(_files, options, io) {
    const [{ clickhouseAt }, { requirePeers }, { statements }] = await Promise.all([
      import('../../server/settings/read-settings.js'),
      import('../../server/peers.js'),
      import('../../server/store/clickhouse/schema.js'),
    ]);
    try {
      if (options.has('print')) {
        io.out(`${statements(io.env.CLICKHOUSE_CLUSTER || undefined).join(';\n')};`);
        return 0;
      }
      const at = clickhouseAt(io.env);
      if (!at) throw new Error('CLICKHOUSE_URL does not say where ClickHouse is.');
      await requirePeers('clickhouse');
      const { makeTables } = await import('../../server/store/clickhouse/make-tables.js');
      io.out(`The tables are there (${await makeTables(at)} statements).`);
      return 0;
    } catch (error) {
      io.err(error instanceof Error ? error.message : String(error));
      return 1;
    }
  },
};
