import { createHash } from 'node:crypto';

/** Whether a viewer gets no messages: always the same, of the site and the pseudonym alone. */
export function isHeldOut(site: string, viewerId: string, share: number): boolean {
  const hash = createHash('sha256')
    .update(JSON.stringify(['recovery', site, viewerId]))
    .digest();
  return (hash.readUInt32BE() + 0.5) / 2 ** 32 < share;
}
