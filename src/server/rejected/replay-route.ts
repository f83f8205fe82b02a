import type { Context } from 'hono';
import type { Intake } from '../collector/intake.js';
import type { Rejected } from './rejected.js';

export interface ReplayRouteParts {
  readonly rejected: Pick<Rejected, 'replay'>;
  readonly intake: Pick<Intake, 'take'>;
  readonly warn: (message: string) => void;
}

/** `POST /v1/rejected/replay`: reads the events that were refused again. `{ taken, stillRejected, reasons }`. */
export function replayRoute({ rejected, intake, warn }: ReplayRouteParts) {
  return async (context: Context): Promise<Response> => {
    try {
      return context.json(await rejected.replay((taken) => intake.take({ taken, rejected: [] })));
    } catch (error) {
      warn(`The refused events cannot be read again. Look at the disk: ${error}`);
      context.header('Retry-After', '10');
      return context.json({ error: 'The refused events cannot be stored now. Ask again later.', path: '' }, 503);
    }
  };
}
