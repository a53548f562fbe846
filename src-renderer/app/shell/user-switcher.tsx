import { Dropdown, Modal } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../src-shared/users/user.ts';
import { PinForm } from '../../features/users/pin-form.tsx';
import { sitDown } from '../../features/users/sit-down.ts';
import { sayError } from '../../ipc/report.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import styles from './sidebar.module.css';

/** Who sits at this PC; one who has a PIN is asked for it. */
export function UserSwitcher() {
  const { t } = useTranslation();
  const { users, current } = useUsers();
  const [asked, setAsked] = useState<User | null>(null);
  const present = users.filter((user) => !user.isGone);
  const items = present.map((user) => ({
    key: user.id,
    label: t('shell.userWithRole', { name: user.name, role: t(`role.${user.role}`) }),
  }));
  const choose = async (id: string) => {
    const user = present.find((each) => each.id === id);
    if (!user || user.id === current?.id) return;
    if (user.hasPin) return setAsked(user);
    const refused = await sitDown(user.id, null);
    if (refused) sayError(refused);
  };
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        placement="topLeft"
        menu={{ items, selectedKeys: current ? [current.id] : [], onClick: ({ key }) => void choose(key) }}
      >
        <button type="button" className={styles.item} aria-label={t('shell.switchUser', { name: current?.name ?? '' })}>
          <span className={styles.initial} aria-hidden>
            {[...(current?.name ?? '')][0]}
          </span>
          <span className={styles.userName}>{current?.name}</span>
          <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
        </button>
      </Dropdown>
      {asked && (
        <Modal
          open
          width={360}
          title={t('pin.switchTitle', { name: asked.name })}
          footer={null}
          onCancel={() => setAsked(null)}
        >
          <PinForm user={asked} onDone={() => setAsked(null)} />
        </Modal>
      )}
    </>
  );
}
