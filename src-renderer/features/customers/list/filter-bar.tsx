import { Button, Popover } from 'antd';
import { ChevronRight, Columns3, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReach } from '../../../ipc/use-current-user.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { FilterKey } from './customer-view.ts';
import styles from './filter-bar.module.css';
import {
  type FlagFilterKey,
  filterValueText,
  flagFilterKeys,
  listFilterKeys,
  useFilterChoices,
} from './filter-choices.ts';
import { FilterEditor } from './filter-editor.tsx';
import { clearFilters, setFilter, useCustomerView } from './view-store.ts';

/** Those with values to choose from. */
const editedKeys: readonly EditedKey[] = [...listFilterKeys, 'quietDays'];
type EditedKey = Exclude<FilterKey, FlagFilterKey>;

/** Those that a person can add; dueNow is set by the page it is counted on. */
const addedFlags = ['owes', 'overdueMoney'] as const;

/** The chips that narrow the list, and the column chooser. */
export function FilterBar() {
  const { t } = useTranslation();
  const filter = useCustomerView((view) => view.filter);
  const choices = useFilterChoices();
  const set = editedKeys.filter((key) => filter[key] !== undefined);
  const flags = flagFilterKeys.filter((key) => filter[key] !== undefined);
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('filter.label')}>
      {set.map((key) => (
        <span key={key} className={styles.chip}>
          <Popover
            trigger="click"
            placement="bottomLeft"
            arrow={false}
            content={<FilterEditor filterKey={key} filter={filter} choices={choices} />}
          >
            <button type="button" className={styles.chipBody}>
              {t(`filter.${key}`)} <strong>{filterValueText(t, key, filter, choices)}</strong>
            </button>
          </Popover>
          <RemoveChip filterKey={key} />
        </span>
      ))}
      {flags.map((key) => (
        <span key={key} className={styles.chip}>
          <span className={styles.chipBody}>
            {t(`filter.${key}`)} <strong>{filterValueText(t, key, filter, choices)}</strong>
          </span>
          <RemoveChip filterKey={key} />
        </span>
      ))}
      <AddFilter />
      {(set.length > 0 || flags.length > 0) && (
        <button type="button" className={styles.quiet} onClick={clearFilters}>
          {t('action.clear')}
        </button>
      )}
      <span className={styles.gap} />
      <Popover trigger="click" placement="bottomRight" arrow={false} content={<ColumnChooser />}>
        <Button size="small" type="text" icon={<Columns3 size={14} strokeWidth={1.75} />}>
          {t('list.columns')}
        </Button>
      </Popover>
    </div>
  );
}

function RemoveChip({ filterKey }: { readonly filterKey: FilterKey }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.chipRemove}
      aria-label={t('filter.remove', { filter: t(`filter.${filterKey}`) })}
      onClick={() => setFilter(filterKey, undefined)}
    >
      <X size={14} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

/** First what to filter by, then its values, in one popover. */
function AddFilter() {
  const { t } = useTranslation();
  const filter = useCustomerView((view) => view.filter);
  const choices = useFilterChoices();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<EditedKey | null>(null);
  const mayReadMoney = useReach('money.read') !== null;
  const setFlag = (key: FlagFilterKey) => {
    setFilter(key, true);
    setOpen(false);
  };
  const open = (next: boolean) => {
    setOpen(next);
    if (next) setChosen(null);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={isOpen}
      onOpenChange={open}
      destroyOnHidden
      content={
        chosen ? (
          <FilterEditor filterKey={chosen} filter={filter} choices={choices} />
        ) : (
          <ul className={styles.kinds}>
            {editedKeys.map((key) => (
              <li key={key}>
                <button type="button" className={styles.kind} onClick={() => setChosen(key)}>
                  {t(`filter.${key}`)}
                  <ChevronRight size={12} strokeWidth={1.75} aria-hidden />
                </button>
              </li>
            ))}
            {mayReadMoney &&
              addedFlags.map((key) => (
                <li key={key}>
                  <button type="button" className={styles.kind} onClick={() => setFlag(key)}>
                    {t(`filter.${key}Value`)}
                  </button>
                </li>
              ))}
          </ul>
        )
      }
    >
      <button type="button" className={styles.add} aria-haspopup="dialog" aria-expanded={isOpen}>
        <Plus size={14} strokeWidth={1.75} aria-hidden />
        {t('filter.add')}
      </button>
    </Popover>
  );
}
