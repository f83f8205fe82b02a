/**
 * The address that a request came from.
 * @param forwarded the header `X-Forwarded-For`: each proxy adds at its end what it saw, so that only so many entries from
 * the end can be believed as there are proxies of one's own
 */
export function clientAddress(
  remote: string | undefined,
  forwarded: string | undefined,
  proxies: number,
): string | undefined {
  if (!proxies || !forwarded) return remote;
  const seen = forwarded.split(',').map((address) => address.trim());
  return seen.at(-proxies) ?? seen[0];
}

/** Of IPv6 the network: a single line has 2^64 addresses. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head ? head.split(':') : [];
  const rest = tail ? tail.split(':') : [];
  if (tail !== undefined) while (groups.length + rest.length < 8) groups.push('0');
  return [...groups, ...rest].slice(0, 4).join(':');
}
