import { z } from 'zod';
import { customerColumns } from '../customers/customer-list.ts';
import { customerSelectionSchema } from '../customers/customers-contract.ts';
import { command, job, returns } from '../ipc/procedure.ts';

/** Words that go into the workbook, in the user's language: they come from the renderer's catalogue. */
const words = z.object({
  sheetName: z.string().min(1).max(31),
  title: z.string().max(100),
  headers: z.record(z.enum(customerColumns), z.string().max(100)),
  withoutTier: z.string().max(50),
});

export const exportsContract = {
  /** Asks where to save; null: the user closed the dialog. The file name proposed has no path. */
  chooseFile: command(
    'export.customers',
    z.object({ proposedName: z.string().min(1).max(150) }),
    returns<{ readonly path: string | null }>(),
    [],
  ),
  /** What one sees is what one gets: the view's rows in its order, the columns given (domain §11). `path` from chooseFile. */
  customers: job(
    'export.customers',
    z.object({
      selection: customerSelectionSchema,
      columns: z.array(z.enum(customerColumns)).min(1),
      words,
      path: z.string().max(4000),
    }),
    returns<{ readonly path: string; readonly rows: number; readonly bytes: number }>(),
  ),
  showInFolder: command(
    'export.customers',
    z.object({ path: z.string().max(4000) }),
    returns<Record<string, never>>(),
    [],
  ),
};
