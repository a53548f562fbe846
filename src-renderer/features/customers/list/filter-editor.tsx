import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { quietSpans } from '../../../../src-shared/customers/customer-list.ts';
import type { CustomerFilter, FilterKey } from './customer-view.ts';
import styles from './filter-bar.module.css';
import type { FilterChoices, FlagFilterKey, ListFilterKey } from './filter-choices.ts';
import { setFilter } from './view-store.ts';

interface Props {
  readonly filterKey: Exclude<FilterKey, FlagFilterKey>;
  readonly filter: CustomerFilter;
  readonly choices: FilterChoices;
}

/** What stands in a chip's popover; every change narrows the list at once. */
export function FilterEditor({ filterKey, filter, choices }: Props) {
  return filterKey === 'quietDays' ? (
    <QuietDaysEditor days={filter.quietDays} />
  ) : (
    <ChoiceEditor filterKey={filterKey} chosen={filter[filterKey] ?? []} choices={choices} />
  );
}

const searchFrom = 9;

interface ChoiceEditorProps {
  readonly filterKey: ListFilterKey;
  readonly chosen: readonly string[];
  readonly choices: FilterChoices;
}

function ChoiceEditor({ filterKey, chosen, choices }: ChoiceEditorProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const all = choices[filterKey];
  const found = all.filter((choice) => choice.label.toLowerCase().includes(typed.trim().toLowerCase()));
  const toggle = (value: string, isOn: boolean) =>
    setFilter(filterKey, isOn ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset className={styles.editor} aria-label={t(`filter.${filterKey}`)}>
      {all.length >= searchFrom && (
        <Input
          size="small"
          allowClear
          value={typed}
          placeholder={t('filter.find')}
          aria-label={t('filter.find')}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div className={styles.choices}>
        {found.map((choice) => (
          <Checkbox
            key={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.target.checked)}
          >
            {choice.label}
          </Checkbox>
        ))}
        {found.length === 0 && <span className={styles.none}>{t('filter.nothing')}</span>}
      </div>
    </fieldset>
  );
}

function QuietDaysEditor({ days }: { readonly days: number | undefined }) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.editor} aria-label={t('filter.quietDays')}>
      <div className={styles.days}>
        {quietSpans.map((offered) => (
          <Button
            key={offered}
            size="small"
            type={offered === days ? 'primary' : 'default'}
            onClick={() => setFilter('quietDays', offered)}
          >
            {t('filter.days', { count: offered })}
          </Button>
        ))}
      </div>
      <InputNumber
        size="small"
        min={1}
        max={3650}
        precision={0}
        value={days ?? null}
        aria-label={t('filter.ownDays')}
        placeholder={t('filter.ownDays')}
        onChange={(typed) => setFilter('quietDays', typed ?? undefined)}
      />
    </fieldset>
  );
}
