import { useTranslation } from 'react-i18next';
import { useUsers } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import type { MenuWords } from './change-menu.ts';

export function useMenuWords(): MenuWords {
  const { t } = useTranslation();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const tags = useRead('tags', 'list', {}).data?.tags ?? [];
  const { users } = useUsers();
  return { t, tiers, tags, users };
}
