import { Button, Checkbox, Input } from 'antd';
import { Search, Undo2 } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BinnedCustomer } from '../../../src-shared/customers/customers-contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { momentText } from '../../text/day-text.ts';
import { countText, phoneText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './bin-list.module.css';
import { useBin } from './use-bin.ts';

interface Props {
  readonly onToCustomers: () => void;
}

/** Customers in the bin, latest first; those ticked come back in one step that can be undone. */
export function BinList({ onToCustomers }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const mayRestore = useReach('bin.restore') !== null;
  const { pages, total } = useBin(search);
  const listed = pages.items ?? [];
  const chosen = listed.filter((row) => ticked.has(row.id));
  const tick = (ids: readonly string[], isOn: boolean) =>
    setTicked((before) => {
      const next = new Set(before);
      for (const id of ids) isOn ? next.add(id) : next.delete(id);
      return next;
    });
  const restore = async () => {
    setBusy(true);
    const done = await reported(client.customers.restore({ ids: chosen.map((row) => row.id) }), ({ restored }) =>
      t('bin.done', { count: restored }),
    );
    setBusy(false);
    if (done) setTicked(new Set());
  };
  return (
    <>
      <div className={styles.bar}>
        <Input
          size="small"
          className={styles.search ?? ''}
          allowClear
          prefix={<Search size={14} strokeWidth={1.75} aria-hidden />}
          placeholder={t('bin.search')}
          aria-label={t('bin.search')}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className={styles.words} role="status">
          {total !== null && t('bin.words', { count: total, shown: countText(total) })}
        </span>
        {mayRestore ? (
          <Button
            size="small"
            type="primary"
            icon={<Undo2 size={14} strokeWidth={1.75} aria-hidden />}
            disabled={chosen.length === 0}
            loading={isBusy}
            onClick={() => void restore()}
          >
            {chosen.length === 0
              ? t('bin.restoreNone')
              : t('bin.restore', { count: chosen.length, shown: countText(chosen.length) })}
          </Button>
        ) : (
          <span className={styles.words}>{t('bin.ownerOnly')}</span>
        )}
      </div>
      <div className={styles.scroll}>
        <PagedList
          pages={pages}
          moreWords={t('bin.more')}
          whenEmpty={
            search === '' ? (
              <EmptyState title={t('bin.empty')} words={t('bin.emptyWords')}>
                <Button onClick={onToCustomers}>{t('bin.back')}</Button>
              </EmptyState>
            ) : (
              <EmptyState title={t('bin.nothing')}>
                <Button onClick={() => setTyped('')}>{t('action.clear')}</Button>
              </EmptyState>
            )
          }
        >
          {(rows) => <BinTable rows={rows} ticked={ticked} mayTick={mayRestore} onTick={tick} />}
        </PagedList>
      </div>
    </>
  );
}

interface TableProps {
  readonly rows: readonly BinnedCustomer[];
  readonly ticked: ReadonlySet<string>;
  readonly mayTick: boolean;
  readonly onTick: (ids: readonly string[], isOn: boolean) => void;
}

function BinTable({ rows, ticked, mayTick, onTick }: TableProps) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const all = rows.every((row) => ticked.has(row.id));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {mayTick && (
            <th className={styles.tick}>
              <Checkbox
                aria-label={t('bin.tickAll')}
                checked={all}
                indeterminate={!all && rows.some((row) => ticked.has(row.id))}
                onChange={(event) =>
                  onTick(
                    rows.map((row) => row.id),
                    event.target.checked,
                  )
                }
              />
            </th>
          )}
          <th scope="col">{t('bin.name')}</th>
          <th scope="col">{t('bin.contact')}</th>
          <th scope="col">{t('bin.phone')}</th>
          <th scope="col">{t('bin.by')}</th>
          <th scope="col">{t('bin.at')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-ticked={ticked.has(row.id) || undefined}>
            {mayTick && (
              <td className={styles.tick}>
                <Checkbox
                  aria-label={t('bin.tick', { name: row.name })}
                  checked={ticked.has(row.id)}
                  onChange={(event) => onTick([row.id], event.target.checked)}
                />
              </td>
            )}
            <td className={styles.name}>{row.name}</td>
            <td>{row.contactName}</td>
            <td>{row.phone && phoneText(row.phone)}</td>
            <td>{users.find((user) => user.id === row.deletedBy)?.name ?? t('history.someone')}</td>
            <td>{momentText(words, row.deletedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
