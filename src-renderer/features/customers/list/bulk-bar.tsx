import { Button, Dropdown, type MenuProps } from 'antd';
import { ChevronDown, Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerListQuery } from '../../../../src-shared/customers/customer-list.ts';
import type { BulkChange } from '../../../../src-shared/customers/customers-contract.ts';
import { useReach } from '../../../ipc/use-current-user.ts';
import { countText } from '../../../text/number-text.ts';
import styles from './bulk-bar.module.css';
import { bulkEdit } from './bulk-edit.ts';
import { type MenuWords, ownerItems, tagItems, tierItems } from './change-menu.ts';
import { NewTag } from './new-tag.tsx';
import { selectionOf, tickedCount, wholeView } from './ticked.ts';
import { clearTicks, setTicked, useTicked } from './ticked-store.ts';
import { useMenuWords } from './use-menu-words.ts';

interface Props {
  readonly view: CustomerListQuery;
  readonly onExport: () => void;
}

/** Stands in the filter bar's place while customers are ticked, so that nothing moves. */
export function BulkBar({ view, onExport }: Props) {
  const { t } = useTranslation();
  const words = useMenuWords();
  const { ticked, viewCount } = useTicked();
  const mayEdit = useReach('bulk.edit') !== null;
  const mayGiveTier = useReach('tiers.edit') !== null;
  const mayExport = useReach('export.customers') !== null;
  const [isBusy, setBusy] = useState(false);
  const count = tickedCount(ticked, viewCount);
  const apply = async (change: BulkChange) => {
    const selection = selectionOf(ticked, view);
    if (!selection) return;
    setBusy(true);
    const isDone = await bulkEdit(selection, change);
    setBusy(false);
    // A whole view may hold others after the change; the ticks of it would mean something new.
    if (isDone && (change.kind === 'bin' || ticked.kind === 'view')) clearTicks();
  };
  const run = (change: BulkChange) => void apply(change);
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('bulk.label')}>
      <strong className={styles.count} role="status">
        {t('bulk.count', { count, shown: countText(count) })}
      </strong>
      {mayEdit && (
        <>
          {mayGiveTier && <BulkMenu label={t('bulk.tier')} items={tierItems(words, run)} isBusy={isBusy} />}
          <BulkMenu label={t('bulk.owner')} items={ownerItems(words, run)} isBusy={isBusy} />
          <TagMenu words={words} isBusy={isBusy} onChange={run} />
        </>
      )}
      {mayExport && (
        <Button size="small" type="text" icon={<Download size={14} strokeWidth={1.75} />} onClick={onExport}>
          {t('export.label')}
        </Button>
      )}
      {mayEdit && (
        <Button
          size="small"
          type="text"
          disabled={isBusy}
          icon={<Trash2 size={14} strokeWidth={1.75} />}
          onClick={() => run({ kind: 'bin' })}
        >
          {t('action.delete')}
        </Button>
      )}
      <span className={styles.gap} />
      {count < viewCount && (
        <button type="button" className={styles.quiet} onClick={() => setTicked(wholeView)}>
          {t('bulk.wholeView', { shown: countText(viewCount) })}
        </button>
      )}
      <button type="button" className={styles.quiet} onClick={clearTicks}>
        {t('bulk.clear')}
      </button>
    </div>
  );
}

interface BulkMenuProps {
  readonly label: string;
  readonly items: NonNullable<MenuProps['items']>;
  readonly isBusy: boolean;
}

function BulkMenu({ label, items, isBusy }: BulkMenuProps) {
  return (
    <Dropdown autoFocus trigger={['click']} menu={{ items, className: styles.menu ?? '' }} disabled={isBusy}>
      <Button size="small" type="text">
        {label}
        <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
      </Button>
    </Dropdown>
  );
}

interface TagMenuProps {
  readonly words: MenuWords;
  readonly isBusy: boolean;
  readonly onChange: (change: BulkChange) => void;
}

/** Puts a tag on or takes one off; a tag that is new is named in a small dialog. */
function TagMenu({ words, isBusy, onChange }: TagMenuProps) {
  const { t } = words;
  const [isNaming, setNaming] = useState(false);
  return (
    <>
      <BulkMenu
        label={t('column.tags')}
        isBusy={isBusy}
        items={[
          { key: 'add', label: t('bulk.addTag'), children: tagItems(words, 'addTag', onChange) },
          { key: 'remove', label: t('bulk.removeTag'), children: tagItems(words, 'removeTag', onChange) },
          { key: 'new', label: t('bulk.newTag'), onClick: () => setNaming(true) },
        ]}
      />
      {isNaming && <NewTag onClose={() => setNaming(false)} onTag={(tagId) => onChange({ kind: 'addTag', tagId })} />}
    </>
  );
}
