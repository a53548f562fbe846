import { useTranslation } from 'react-i18next';
import { useUsers } from '../../ipc/use-current-user.ts';
import { type FilterKey, filterKeys, useLadderLook } from './ladder-store.ts';

export interface FilterName {
  readonly key: FilterKey;
  /** 负责人 */
  readonly label: string;
  /** What was chosen: 李敏、未分配 */
  readonly words: string;
}

/** The filters that are set, in words: for the chips, and for the head of what is exported and printed. */
export function useFilterNames(): readonly FilterName[] {
  const { t } = useTranslation();
  const { users } = useUsers();
  const filter = useLadderLook((look) => look.filter);
  return filterKeys.flatMap((key) => {
    const values = filter[key] ?? [];
    if (values.length === 0) return [];
    const words = values.map((value) => {
      if (key !== 'ownerIds') return value;
      return users.find(({ id }) => id === value)?.name ?? t('desk.noOwner');
    });
    return [{ key, label: t(`ladder.by.${key}`), words: words.join(t('ladder.and')) }];
  });
}
