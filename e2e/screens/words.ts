import { createInstance } from 'i18next';
import en from '../../src-renderer/text/en.json' with { type: 'json' };
import zhCN from '../../src-renderer/text/zh-CN.json' with { type: 'json' };
import type { Language } from '../../src-shared/workspace/workspace-contract.ts';

/** `a.b.c` for every text of the catalogue; of a text with a plural, the key without its ending. */
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? (K extends `${infer Stem}_other` ? Stem : K) : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

export type WordKey = Paths<typeof zhCN>;

/** What the window says for a key: read from its own catalogue, so that no journey holds a copy that goes stale. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const catalogues = createInstance();
void catalogues.init({
  lng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

export function wordsOf(language: Language): Words {
  const t = catalogues.getFixedT(language);
  return (key, values = {}) => t(key, values);
}

/** Every key of the catalogue, to look for one that was shown raw. */
export function allKeys(branch: object = zhCN, path = ''): string[] {
  return Object.entries(branch).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? allKeys(value, `${path}${key}.`) : [`${path}${key}`],
  );
}
