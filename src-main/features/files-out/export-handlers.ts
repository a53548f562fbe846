import { existsSync } from 'node:fs';
import { err, ok } from '../../../src-shared/core/result.ts';
import { workbookFileName } from '../../files/file-name.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { exportCustomers } from '../../workflows/export-customers.ts';
import { exportMoneyReport, exportStatements, saveStatementPdf } from '../../workflows/export-money.ts';
import { savePicture, saveTables } from './save-page.ts';

export const exportHandlers: HandlersOf<'exports'> = {
  chooseFile: async ({ services }, { proposedName }) =>
    ok({ path: await services.dialogs.saveWorkbook(workbookFileName(proposedName)) }),
  customers: (context, input) => exportCustomers(context, input),
  chooseFolder: async ({ services }) => ok({ path: await services.dialogs.openExportFolder() }),
  moneyReport: (context, input) => exportMoneyReport(context, input),
  statements: (context, input) => exportStatements(context, input),
  savePdf: (context, { proposedName }) => saveStatementPdf(context, proposedName),
  saveTables: (context, input) => saveTables(context, input),
  savePicture: (context, input) => savePicture(context, input),
  showInFolder: ({ services }, { path }) => {
    if (!services.chosenPaths.has(path)) {
      return err({ kind: 'validation', fields: [{ field: 'path', problem: 'invalid' }] });
    }
    if (!existsSync(path)) return err({ kind: 'storage', reason: 'file_missing' });
    services.desktop.showItemInFolder(path);
    return ok({});
  },
};
