import type { Id } from '../../../src-shared/core/id.ts';
import type { ladderLists } from '../../../src-shared/measures/measures-contract.ts';

/** Which number was clicked: its customers are listed. */
export interface LadderListRequest {
  readonly list: (typeof ladderLists)[number];
  /** Absent: of all tiers; null: 未分级. */
  readonly tierId?: Id | null;
  readonly moves?: readonly { readonly fromTierId: Id; readonly toTierId: Id }[];
  readonly sort?: 'sales' | 'profit';
}

export type OpenLadderList = (request: LadderListRequest) => void;
