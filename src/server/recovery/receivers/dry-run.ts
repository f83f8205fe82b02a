import type { Receiver } from './receiver.js';

/** Says what would go. */
export const createDryRun = (print: (text: string) => void): Receiver => ({
  name: 'dry-run',
  reaches: () => true,
  async send(message) {
    print(`Would send: ${JSON.stringify(message)}`);
    return { outcome: 'sent' };
  },
});
