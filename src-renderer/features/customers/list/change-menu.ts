import type { MenuProps } from 'antd';
import type { TFunction } from 'i18next';
import type { BulkChange } from '../../../../src-shared/customers/customers-contract.ts';
import type { Tag } from '../../../../src-shared/tags/tags-contract.ts';
import type { Tier } from '../../../../src-shared/tiers/tier.ts';
import type { User } from '../../../../src-shared/users/user.ts';

export interface MenuWords {
  readonly t: TFunction;
  readonly tiers: readonly Tier[];
  readonly users: readonly User[];
  readonly tags: readonly Tag[];
}

type Items = NonNullable<MenuProps['items']>;
type Apply = (change: BulkChange) => void;

/** The same choices for the bulk bar and for the right-click menu. */
export function tierItems({ t, tiers }: MenuWords, apply: Apply): Items {
  return [
    ...tiers
      .filter((tier) => !tier.isArchived)
      .map((tier) => ({
        key: `tier:${tier.id}`,
        label: t('tier.named', { name: tier.name }),
        onClick: () => apply({ kind: 'tier', tierId: tier.id }),
      })),
    { key: 'tier:none', label: t('tier.none'), onClick: () => apply({ kind: 'tier', tierId: null }) },
  ];
}

export function ownerItems({ t, users }: MenuWords, apply: Apply): Items {
  return [
    ...users
      .filter((user) => !user.isGone)
      .map((user) => ({
        key: `owner:${user.id}`,
        label: user.name,
        onClick: () => apply({ kind: 'owner', ownerId: user.id }),
      })),
    { key: 'owner:none', label: t('filter.noOwner'), onClick: () => apply({ kind: 'owner', ownerId: null }) },
  ];
}

export function tagItems({ t, tags }: MenuWords, kind: 'addTag' | 'removeTag', apply: Apply): Items {
  if (tags.length === 0) return [{ key: `${kind}:none`, label: t('bulk.noTags'), disabled: true }];
  return tags.map((tag) => ({
    key: `${kind}:${tag.id}`,
    label: tag.name,
    onClick: () => apply({ kind, tagId: tag.id }),
  }));
}
