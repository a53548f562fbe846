import type { Id } from '../core/id.ts';

/** How sure we are that two customers are one (domain §8). */
export type SameCertainty = 'certain' | 'strong' | 'possible';
export type SameReason = 'same_uscc' | 'same_mobile' | 'same_name' | 'same_wechat' | 'same_landline' | 'similar_name';

/** A customer that may be the one being typed. */
export interface SameCustomerHint {
  readonly id: Id;
  readonly name: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly ownerId: Id | null;
  readonly isInBin: boolean;
  readonly certainty: SameCertainty;
  readonly reasons: readonly SameReason[];
}
