import { Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { flushDrafts, loadDrafts } from '../../state/drafts.ts';
import { closeAllToasts } from '../../state/toasts.ts';
import styles from './sidebar.module.css';

/** Who sits at this PC. What is half typed belongs to its user: it is kept, and the other's is put in place. */
async function switchTo(id: string): Promise<void> {
  await flushDrafts();
  const done = await settled(client.users.switchTo({ id }));
  if (!done.ok) return sayError(done.error);
  // What they offer to take back was done by the one before.
  closeAllToasts();
  const workspace = await settled(client.workspace.get({}));
  if (workspace.ok) loadDrafts(workspace.value.drafts);
}

export function UserSwitcher() {
  const { t } = useTranslation();
  const { users, current } = useUsers();
  const items = users
    .filter((user) => !user.isGone)
    .map((user) => ({
      key: user.id,
      label: t('shell.userWithRole', { name: user.name, role: t(`role.${user.role}`) }),
    }));
  return (
    <Dropdown
      trigger={['click']}
      placement="topLeft"
      menu={{ items, selectedKeys: current ? [current.id] : [], onClick: ({ key }) => void switchTo(key) }}
    >
      <button type="button" className={styles.item} aria-label={t('shell.switchUser', { name: current?.name ?? '' })}>
        <span className={styles.initial} aria-hidden>
          {[...(current?.name ?? '')][0]}
        </span>
        <span className={styles.userName}>{current?.name}</span>
        <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
      </button>
    </Dropdown>
  );
}
