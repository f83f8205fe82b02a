import type { AssignmentRecord } from '../../recovery/assignment.js';
import type { Table } from './table.js';

/** A row per intent that came to its first message; two of one intent are told apart by the view `recovery_arms`. */
export const recoveryArms: Table<AssignmentRecord> = {
  name: 'recovery_assignments',
  columns: [
    { name: 'site', type: 'VARCHAR', of: ({ site }) => site },
    { name: 'intent', type: 'VARCHAR', of: ({ assignment }) => assignment.intentId },
    { name: 'viewer', type: 'VARCHAR', of: ({ assignment }) => `v:${assignment.viewerId}` },
    { name: 'video_id', type: 'VARCHAR', of: ({ assignment }) => assignment.videoId },
    { name: 'at_ms', type: 'BIGINT', of: ({ receivedMs }) => receivedMs },
    { name: 'received_ms', type: 'BIGINT', of: ({ receivedMs }) => receivedMs },
    { name: 'arm', type: 'VARCHAR', of: ({ assignment }) => assignment.arm },
    { name: 'holdout', type: 'DOUBLE', of: ({ assignment }) => assignment.holdout },
  ],
};
