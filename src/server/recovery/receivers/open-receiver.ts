import type { RecoverySettings } from '../settings.js';
import { createDryRun } from './dry-run.js';
import type { Receiver } from './receiver.js';
import { createWebhook } from './webhook.js';

/**
 * The receiver that the settings name.
 * @throws when it cannot be used as it is set up
 */
export async function openReceiver(
  { webhook, smtp, dryRun, sites }: RecoverySettings,
  { now, print }: { now: () => number; print: (text: string) => void },
): Promise<Receiver> {
  if (dryRun) return createDryRun(print);
  if (webhook) return createWebhook(webhook, now);
  const { createSmtp } = await import('./smtp.js');
  return createSmtp(smtp!, { sites });
}
