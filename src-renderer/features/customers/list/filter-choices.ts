import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useUsers } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import type { CustomerFilter, FilterKey } from './customer-view.ts';

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

/** Set or not: nothing to choose. */
export const flagFilterKeys = ['dueNow', 'owes', 'overdueMoney'] as const;
export type FlagFilterKey = (typeof flagFilterKeys)[number];

export function isFlagFilter(key: FilterKey): key is FlagFilterKey {
  return flagFilterKeys.some((flag) => flag === key);
}

export type ListFilterKey = Exclude<FilterKey, 'quietDays' | FlagFilterKey>;

export const listFilterKeys: readonly ListFilterKey[] = [
  'ownerIds',
  'tierIds',
  'tagIds',
  'districts',
  'industries',
  'sources',
];

export type FilterChoices = Readonly<Record<ListFilterKey, readonly FilterChoice[]>>;

/** What each filter can be set to: people, tiers and tags of the book, and the values in use. */
export function useFilterChoices(): FilterChoices {
  const { t } = useTranslation();
  const { users } = useUsers();
  const tiers = useRead('tiers', 'list', {}).data?.tiers;
  const tags = useRead('tags', 'list', {}).data?.tags;
  const values = useRead('customers', 'choices', {}).data;
  return useMemo(() => {
    const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
      list.map(({ id, name }) => ({ value: id, label: name }));
    const plain = (list: readonly string[]) => list.map((value) => ({ value, label: value }));
    return {
      ownerIds: [...named(users), { value: 'none', label: t('filter.noOwner') }],
      tierIds: [...named(tiers ?? []), { value: 'none', label: t('tier.none') }],
      tagIds: named(tags ?? []),
      districts: plain(values?.districts ?? []),
      industries: plain(values?.industries ?? []),
      sources: plain(values?.sources ?? []),
    };
  }, [t, users, tiers, tags, values]);
}

const namesShown = 2;

/** What a set filter says: `王强、李娜`, `王强 等 5 项`, `超过 30 天`. */
export function filterValueText(t: TFunction, key: FilterKey, filter: CustomerFilter, choices: FilterChoices): string {
  if (isFlagFilter(key)) return t(`filter.${key}Value`);
  if (key === 'quietDays') return t('filter.quietDaysValue', { count: filter.quietDays ?? 0 });
  const chosen = filter[key] ?? [];
  const names = chosen
    .slice(0, namesShown)
    .map((value) => choices[key].find((choice) => choice.value === value)?.label ?? value);
  const said = names.join(t('filter.separator'));
  return chosen.length > namesShown ? t('filter.andMore', { names: said, count: chosen.length }) : said;
}
