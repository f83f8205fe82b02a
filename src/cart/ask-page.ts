import type { RespondableEvent } from '../events/respondable.js';
import type { ShoppableHost } from '../host/host.js';
import type { CartReply } from './contract.js';
import { putToPage } from './put-to-page.js';
import { reportHandler } from './report.js';
import { requestLines } from './request.js';

/** Puts an intent about one thing to the page, whose answer may come as late and as wrong as a cart's. */
export async function askPage(host: ShoppableHost, event: RespondableEvent): Promise<CartReply | 'handled' | 'nobody'> {
  const answer = putToPage(host.element, event);
  if (typeof answer === 'string') return answer;
  const [reply] = await requestLines({
    lines: [{ quantity: 1 }],
    ask: () => answer,
    signal: host.signal,
    onError: reportHandler(host),
  });
  return reply!;
}
