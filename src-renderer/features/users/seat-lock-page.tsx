import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayError } from '../../ipc/report.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { PinForm } from './pin-form.tsx';
import styles from './pins.module.css';
import { sitDown } from './sit-down.ts';

/** At start, when the one who sat here last has a PIN: who is it now? */
export function SeatLockPage() {
  const { t } = useTranslation();
  const { users, current } = useUsers();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const offered = users.filter((user) => !user.isGone);
  const chosen = offered.find((user) => user.id === (chosenId ?? current?.id));
  const choose = async (id: string, hasPin: boolean) => {
    if (hasPin) return setChosenId(id);
    const refused = await sitDown(id, null);
    if (refused) sayError(refused);
  };
  return (
    <main className={styles.page}>
      <h1 className={styles.pageTitle}>{t('pin.whoTitle')}</h1>
      <ul className={styles.people} aria-label={t('pin.whoTitle')}>
        {offered.map((user) => (
          <li key={user.id}>
            <button
              type="button"
              className={styles.person}
              aria-pressed={user.id === chosen?.id}
              onClick={() => void choose(user.id, user.hasPin)}
            >
              <span className={styles.initial} aria-hidden>
                {[...user.name][0]}
              </span>
              <span>{user.name}</span>
              <span className={styles.quiet}>{t(`role.${user.role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen?.hasPin && <PinForm key={chosen.id} user={chosen} onDone={() => undefined} />}
      <p className={styles.quiet}>{t('pin.courtesy')}</p>
    </main>
  );
}
