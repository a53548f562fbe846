import { z } from 'zod';
import { command, returns } from './procedure.ts';

export const jobsContract = {
  /** Asks a running job to stop; it ends with the error `cancelled` and has changed nothing. */
  cancel: command('app.use', z.object({ jobId: z.string().max(60) }), returns<{ readonly wasRunning: boolean }>(), []),
};
