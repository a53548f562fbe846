import { z } from 'zod';
import { customerColumns } from '../customers/customer-list.ts';
import { customerSelectionSchema } from '../customers/customers-contract.ts';
import { command, job, returns } from '../ipc/procedure.ts';
import { moneyReportSchema, moneyReportWordsSchema } from './money-reports.ts';
import { pictureSchema, reportTableSchema } from './report-table.ts';
import { statementFileSchema } from './statement-files.ts';

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
  /** Asks for a folder that many files may be written into. Null: the user closed the dialog. */
  chooseFolder: command('export.money', z.object({}), returns<{ readonly path: string | null }>(), []),
  /** 应收账龄, 回款明细, 销售明细, 客户余额表. Reach own: only one's own and nobody's customers. `path` from chooseFile. */
  moneyReport: job(
    'export.money',
    z.object({ report: moneyReportSchema, words: moneyReportWordsSchema, path: z.string().max(4000) }),
    returns<{ readonly path: string; readonly rows: number; readonly bytes: number }>(),
  ),
  /**
   * 对账单 as workbooks; `path` from chooseFile, or for many files from chooseFolder. Files that are there keep their
   * names and the new ones get a number. Errors: forbidden, another's customer where the right reaches own ones only.
   */
  statements: job(
    'export.money',
    statementFileSchema,
    returns<{ readonly path: string; readonly statements: number; readonly bytes: number }>(),
  ),
  /** The tables of a page as a workbook, where the user says. Null: he closed the dialog. */
  saveTables: command(
    'measures.read',
    z.object({ proposedName: z.string().min(1).max(150), sheets: z.array(reportTableSchema).min(1).max(10) }),
    returns<{ readonly path: string | null }>(),
    [],
  ),
  /** A chart as a picture, where the user says. Null: he closed the dialog. */
  savePicture: command(
    'measures.read',
    z.object({ proposedName: z.string().min(1).max(150), picture: pictureSchema }),
    returns<{ readonly path: string | null }>(),
    [],
  ),
  /**
   * The pages that the window shows for printing, as a PDF where the user says. `closed`: he closed the dialog.
   * `by_hand`: this window cannot, its print dialog offers it.
   */
  savePdf: command(
    'export.money',
    z.object({ proposedName: z.string().min(1).max(150) }),
    returns<
      { readonly kind: 'saved'; readonly path: string } | { readonly kind: 'closed' } | { readonly kind: 'by_hand' }
    >(),
    [],
  ),
};
