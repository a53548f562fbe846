import type zhCN from './zh-CN.json';

/** `a.b.c` for every text of the catalogue. */
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    returnNull: false;
    /**
     * The keys are handed over flat, so for the types there is no separator (at run time there is). i18next's own walk
     * through nested catalogues gives up on one of this size.
     */
    keySeparator: false;
    /** A key that is not in the Chinese catalogue does not compile. */
    resources: { translation: Readonly<Record<Paths<typeof zhCN>, string>> };
  }
}
