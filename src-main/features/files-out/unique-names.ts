import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOnDisk } from '../../files/file-name.ts';
import { sheetName } from '../../files/workbook/sheet-text.ts';

const longestSheetName = 31;

/** Gives each wish a name that no other sheet of the book has; Excel takes large and small letters for the same. */
export function uniqueSheetNames(): (wish: string) => string {
  const taken = new Set<string>();
  return (wish) => {
    const base = sheetName(wish.normalize('NFC'));
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : ` (${number})`;
      const name = withoutHalf(base.slice(0, longestSheetName - ending.length)).trimEnd() + ending;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

/** A cut through the middle of an emoji leaves half of it. */
function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** What a customer's name may take of a file's name, so that the period behind it is never cut off. */
const longestCustomer = 40;

/** `对账单_客户_2026-01-01_2026-03-31`, fit for every system's disk. */
export function statementFileStem(title: string, customerName: string, from: string, to: string): string {
  const name = [...customerName.normalize('NFC')].slice(0, longestCustomer).join('').trim();
  return fileNameOnDisk(`${title}_${name}_${from}_${to}`.replace(/\s+/g, ' '));
}

/** Takes the first free name of a folder for oneself, an empty file until it is written: nothing that is there is lost. */
export async function reserveFile(folder: string, stem: string, ending: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${stem}${number === 1 ? '' : ` (${number})`}${ending}`);
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
    }
  }
}
