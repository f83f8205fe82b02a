import type { ShoppableHost } from '../../host/host.js';
import { segmentAt } from '../../timeline/segment-at.js';
import type { Order } from '../ask/orders.js';

/** What asks the shop comes while the shopper looks at the card; a press before that waits for it. */
export function orderSoon(host: ShoppableHost, report: (cause: unknown) => void): Order {
  const { open, manifest, time } = host.state.get();
  const { id: videoId, segments } = manifest!;
  const segment = segmentAt(segments, time)?.id;
  const origin = { videoId, hotspotId: open?.hotspotId, positionMs: Math.round(time * 1000), segment };
  const orders = import('../ask/orders.js').then(({ createOrders }) => createOrders(host, origin));
  orders.catch(() => {});
  return async (wanted, buyNow, told) => {
    const order = await orders.catch(report);
    if (order) return order(wanted, buyNow, told);
    const lost = { status: 'rejected', accepted: 0, reason: 'network' } as const;
    told(
      wanted.map(() => lost),
      wanted.map(({ product, quantity }) => ({
        requestId: '',
        productId: product.id,
        quantity,
        properties: { _shoppable: '' },
      })),
    );
  };
}
