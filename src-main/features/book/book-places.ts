import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../src-shared/workspace/workspace-contract.ts';

/** Both are looked for: the language may have changed since the book was made. */
const bookNames: Readonly<Record<Language, string>> = { 'zh-CN': '客本.keben', en: 'Keben.keben' };

/** Where the user's own book lies unless they said otherwise. */
export function defaultBookPath(dataFolder: string, language: Language): string {
  const present = Object.values(bookNames).find((name) => existsSync(join(dataFolder, name)));
  return join(dataFolder, present ?? bookNames[language]);
}

/** The sample customers have a file of their own and never mix with the user's. */
export function sampleBookPath(dataFolder: string): string {
  return join(dataFolder, 'sample.keben');
}

/** The first owner's name until they give their own in the settings. */
export function firstOwnerName(language: Language): string {
  return language === 'zh-CN' ? '老板' : 'Owner';
}

/** What the sample's firm is called, so that nobody takes it for their own. */
export function sampleCompanyName(language: Language): string {
  return language === 'zh-CN' ? '示例公司' : 'Sample Company';
}
