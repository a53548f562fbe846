import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../components/key-hint.tsx';
import type { Combo } from '../../state/shortcuts.ts';
import styles from './shortcut-sheet.module.css';

const groups = {
  everywhere: {
    palette: ['mod+k'],
    newCustomer: ['mod+n'],
    recordPayment: ['mod+shift+p'],
    find: ['mod+f'],
    save: ['mod+s'],
    undo: ['mod+z'],
    redo: ['mod+shift+z', 'mod+y'],
    close: ['escape'],
    help: ['?'],
  },
  list: {
    move: ['arrowup', 'arrowdown'],
    open: ['enter'],
    preview: ['space'],
    tick: ['shift+space'],
    tickAll: ['mod+a'],
    toBin: ['delete'],
  },
  today: {
    move: ['arrowup', 'arrowdown'],
    tick: ['space', 'enter'],
    open: ['o'],
    log: ['enter'],
    newLine: ['shift+enter'],
  },
  payments: {
    open: ['enter'],
    preview: ['space'],
    pay: ['r'],
    save: ['mod+enter'],
  },
  pane: {
    saveFollowUp: ['mod+enter'],
    cost: ['alt+c'],
    concession: ['alt+y'],
    rate: ['1', '2', '3', '4', '5'],
    backToList: ['escape'],
  },
  calendar: {
    days: ['arrowleft', 'arrowright', 'arrowup', 'arrowdown'],
    pages: ['pageup', 'pagedown'],
    enter: ['enter'],
    move: ['f2'],
    plan: ['n'],
    today: ['t'],
    views: ['m', 'w', 'd', 'a'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Combo[]>>>>;

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open onCancel={onClose} footer={null} width={960} title={t('shortcut.title')}>
      <div className={styles.columns}>
        <Group words={t('shortcut.group.everywhere')}>
          {keysOf(groups.everywhere).map((name) => (
            <Line key={name} words={t(`shortcut.everywhere.${name}`)} combos={groups.everywhere[name]} />
          ))}
        </Group>
        <Group words={t('shortcut.group.list')}>
          {keysOf(groups.list).map((name) => (
            <Line key={name} words={t(`shortcut.list.${name}`)} combos={groups.list[name]} />
          ))}
        </Group>
        <Group words={t('shortcut.group.today')}>
          {keysOf(groups.today).map((name) => (
            <Line key={name} words={t(`shortcut.today.${name}`)} combos={groups.today[name]} />
          ))}
        </Group>
        <Group words={t('shortcut.group.payments')}>
          {keysOf(groups.payments).map((name) => (
            <Line key={name} words={t(`shortcut.payments.${name}`)} combos={groups.payments[name]} />
          ))}
        </Group>
        <Group words={t('shortcut.group.pane')}>
          {keysOf(groups.pane).map((name) => (
            <Line key={name} words={t(`shortcut.pane.${name}`)} combos={groups.pane[name]} />
          ))}
        </Group>
        <Group words={t('shortcut.group.calendar')}>
          {keysOf(groups.calendar).map((name) => (
            <Line key={name} words={t(`shortcut.calendar.${name}`)} combos={groups.calendar[name]} />
          ))}
        </Group>
      </div>
    </Modal>
  );
}

function Group({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{words}</h3>
      <dl className={styles.list}>{children}</dl>
    </section>
  );
}

function keysOf<T extends object>(group: T): readonly (keyof T & string)[] {
  // Safe: the groups above are plain literals with the keys of their type and no others.
  return Object.keys(group) as (keyof T & string)[];
}

function Line({ words, combos }: { readonly words: string; readonly combos: readonly Combo[] }) {
  return (
    <div className={styles.line}>
      <dt>{words}</dt>
      <dd className={styles.keys}>
        {combos.map((combo) => (
          <KeyHint key={combo} combo={combo} />
        ))}
      </dd>
    </div>
  );
}
