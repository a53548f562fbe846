import type { ReactNode } from 'react';

/** A piece of a sheet that is never cut by the edge of a page. */
export interface SheetBlock {
  readonly key: string;
  readonly node: ReactNode;
  /** A heading: not left alone at the foot of a page. */
  readonly keepWithNext: boolean;
}

/** Something that begins on a page of its own: one person's day, one overview. */
export interface Sheet {
  readonly key: string;
  /** The top of its first page. */
  readonly head: ReactNode;
  /** The top of the pages after it: whose sheet it is, and the heads of the columns again. */
  readonly laterHead: ReactNode;
  /** The same for the page that begins with that block, where it says more (a balance brought forward); as high as `laterHead`. */
  readonly laterHeadAt?: (block: number) => ReactNode;
  readonly blocks: readonly SheetBlock[];
}

/** Sheets of a request; null while they are being read. */
export interface SheetsRead {
  readonly sheets: readonly Sheet[] | null;
  readonly error: unknown;
}
