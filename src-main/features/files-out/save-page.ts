import { writeFile } from 'node:fs/promises';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ReportTable } from '../../../src-shared/files-out/report-table.ts';
import type { Contract } from '../../../src-shared/ipc/contract.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { pictureFileName, workbookFileName } from '../../files/file-name.ts';
import { writeWholeFile } from '../../files/whole-file.ts';
import { writeReport } from '../../files/workbook/write-report.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';

type Saved = Promise<Result<{ readonly path: string | null }, AppError>>;

const unwatched = { written: () => {}, isCancelled: () => false };

/** The tables of a page, a sheet each; some hundred rows, so no job. Errors: validation invalid (cells that do not fit), storage. */
export async function saveTables(
  { services }: HandlerContext,
  { proposedName, sheets }: ParsedInputOf<Contract['exports']['saveTables']>,
): Saved {
  const unfit = sheets.findIndex((sheet) => !fits(sheet));
  if (unfit !== -1) return err({ kind: 'validation', fields: [{ field: `sheets.${unfit}.rows`, problem: 'invalid' }] });
  const path = await services.dialogs.saveWorkbook(workbookFileName(proposedName));
  if (path === null) return ok({ path });
  const plans = sheets.map(({ name, columns, ...sheet }) => ({
    ...sheet,
    sheetName: name,
    columns: columns.map(({ header, kind, isTotalled = false }) => ({ header, kind, isTotalled })),
  }));
  const written = await writeReport(path, plans, unwatched);
  return written.ok ? ok({ path }) : written;
}

function fits({ columns, rows }: ReportTable): boolean {
  return rows.every(
    (row) =>
      row.length === columns.length &&
      row.every((cell, at) => cell === null || (typeof cell === 'string') === (columns[at]?.kind === 'text')),
  );
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** A picture the page drew, where the user says. Errors: validation invalid (no such picture), storage. */
export async function savePicture(
  { services }: HandlerContext,
  { proposedName, picture }: ParsedInputOf<Contract['exports']['savePicture']>,
): Saved {
  const bytes = bytesOf(picture);
  if (bytes === null) return err({ kind: 'validation', fields: [{ field: 'picture', problem: 'invalid' }] });
  const { format } = picture;
  const path = await services.dialogs.savePicture(pictureFileName(proposedName, format), format);
  if (path === null) return ok({ path });
  return writeWholeFile(path, async (temporary) => {
    await writeFile(temporary, bytes, { flush: true });
    return ok({ path });
  });
}

/** Null: it is not what it says it is. */
function bytesOf({ format, dataUrl }: ParsedInputOf<Contract['exports']['savePicture']>['picture']): Buffer | null {
  const comma = dataUrl.indexOf(',');
  const body = dataUrl.slice(comma + 1);
  if (comma === -1) return null;
  if (format === 'png') {
    const bytes = Buffer.from(body, 'base64');
    return bytes.subarray(0, pngMark.length).equals(pngMark) ? bytes : null;
  }
  const text = decoded(body);
  // A drawing, not a page: it will be opened in a browser by somebody else.
  return text?.startsWith('<svg ') && !/<script|<foreignObject|\son\w+=/i.test(text) ? Buffer.from(text) : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return null;
    throw cause;
  }
}
