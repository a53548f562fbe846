import { Button, Dropdown, type MenuProps } from 'antd';
import { Check, ChevronDown, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import type { PersonChoice } from './calendar-look.ts';
import { choosePersons } from './calendar-store.ts';
import styles from './calendar-toolbar.module.css';

const nobody = 'none';

/** Whose visits are shown: everybody's, mine, or those of some. */
export function PersonsFilter({ value }: { readonly value: PersonChoice }) {
  const { t } = useTranslation();
  const { users } = useUsers();
  const [isOpen, setOpen] = useState(false);
  const going = users.filter((user) => !user.isGone && user.role !== 'bookkeeper');
  const chosen: ReadonlySet<Id | 'none'> = new Set(typeof value === 'string' ? [] : value);
  const toggle = (id: Id | 'none') => {
    const next = chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id];
    choosePersons(next.length === 0 ? 'all' : next);
  };
  const nameOf = (id: Id | 'none') =>
    id === nobody ? t('visit.nobody') : (users.find((user) => user.id === id)?.name ?? '');
  const names = [...chosen].map(nameOf).filter((name) => name !== '');
  const label =
    value === 'all'
      ? t('calendar.persons.all')
      : value === 'mine'
        ? t('calendar.persons.mine')
        : names.length > 2
          ? t('calendar.persons.several', { name: names[0] ?? '', count: names.length })
          : names.join(t('visit.listJoin'));
  const line = (key: string, text: string, isChosen: boolean) => ({
    key,
    label: text,
    icon: <Check size={14} strokeWidth={1.75} aria-hidden className={isChosen ? undefined : styles.unticked} />,
  });
  const items: MenuProps['items'] = [
    line('all', t('calendar.persons.all'), value === 'all'),
    line('mine', t('calendar.persons.mine'), value === 'mine'),
    { type: 'divider' },
    ...going.map((user) => line(user.id, user.name, chosen.has(user.id))),
    line(nobody, t('visit.nobody'), chosen.has(nobody)),
  ];
  const onClick: MenuProps['onClick'] = ({ key }) => {
    if (key === 'all' || key === 'mine') return choosePersons(key);
    const user = going.find(({ id }) => id === key);
    if (key === nobody) toggle(nobody);
    else if (user) toggle(user.id);
  };
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      open={isOpen}
      // Several may be ticked one after the other.
      onOpenChange={(open, { source }) => setOpen(open || source === 'menu')}
      menu={{ items, onClick }}
    >
      <Button
        size="small"
        className={styles.persons ?? ''}
        aria-label={t('calendar.persons.label', { who: label })}
        icon={<UsersRound size={14} strokeWidth={1.75} />}
      >
        <span className={styles.who}>{label}</span>
        <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
      </Button>
    </Dropdown>
  );
}
