import { Button, Dropdown, Popover, Select } from 'antd';
import { ChevronDown, Download, ListFilter, Printer, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DaySpan } from '../../../src-shared/core/named-period.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { FilterFields } from './filter-fields.tsx';
import { type FilterName, useFilterNames } from './filter-names.ts';
import styles from './ladder-bar.module.css';
import { type ChosenPeriod, ladderPeriods, withEnd } from './ladder-period.ts';
import { changeFilter, choosePeriod, clearFilter, useLadderLook } from './ladder-store.ts';

export type LadderExport = 'workbook' | 'png' | 'svg';

interface Props {
  readonly chosen: ChosenPeriod;
  readonly span: DaySpan;
  /** Null: this reader, or this moment, has nothing to take along. */
  readonly onExport: ((what: LadderExport) => void) | null;
  readonly onPrint: (() => void) | null;
}

const custom = 'custom';

/** The period, whom the ladder is of, and what can be taken along. */
export function LadderBar({ chosen, span, onExport, onPrint }: Props) {
  const { t } = useTranslation();
  const names = useFilterNames();
  const count = Object.keys(useLadderLook((look) => look.filter)).length;
  return (
    <search className={styles.bar} aria-label={t('ladder.period')}>
      <Select<string>
        size="small"
        className={styles.period ?? ''}
        aria-label={t('ladder.period')}
        value={typeof chosen === 'string' ? chosen : custom}
        options={[
          ...ladderPeriods.map((value) => ({ value, label: t(`ladder.span.${value}`) })),
          { value: custom, label: t('ladder.span.custom') },
        ]}
        onChange={(name) => choosePeriod(ladderPeriods.find((known) => known === name) ?? span)}
      />
      <span className={styles.days}>
        <DayPicker
          size="small"
          isQuiet
          isClearable={false}
          label={t('ladder.from')}
          value={span.from}
          onChange={(day) => day && choosePeriod(withEnd(span, 'from', day))}
        />
        <span className={styles.until}>{t('ladder.until')}</span>
        <DayPicker
          size="small"
          isQuiet
          isClearable={false}
          label={t('ladder.to')}
          value={span.to}
          onChange={(day) => day && choosePeriod(withEnd(span, 'to', day))}
        />
      </span>
      <Popover trigger="click" placement="bottomLeft" content={<FilterFields />}>
        <Button size="small" icon={<ListFilter size={14} strokeWidth={1.75} aria-hidden />}>
          {t('ladder.filter')}
          {count > 0 && <span className={styles.count}>{count}</span>}
        </Button>
      </Popover>
      <Chips names={names} />
      <span className={styles.gap} />
      {onExport && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['workbook', 'png', 'svg'] as const).map((key) => ({ key, label: t(`ladder.export.${key}`) })),
            onClick: ({ key }) => onExport(key === 'png' || key === 'svg' ? key : 'workbook'),
          }}
        >
          <Button size="small" type="text" icon={<Download size={14} strokeWidth={1.75} aria-hidden />}>
            {t('ladder.export.label')}
            <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
          </Button>
        </Dropdown>
      )}
      {onPrint && (
        <Button
          size="small"
          type="text"
          icon={<Printer size={14} strokeWidth={1.75} aria-hidden />}
          aria-label={t('print.print')}
          title={t('print.print')}
          onClick={onPrint}
        />
      )}
    </search>
  );
}

function Chips({ names }: { readonly names: readonly FilterName[] }) {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <>
      {names.map(({ key, label, words }) => (
        <span key={key} className={styles.chip}>
          <span className={styles.chipWords} title={`${label} ${words}`}>
            {words}
          </span>
          <button
            type="button"
            aria-label={t('ladder.removeFilter', { name: label })}
            onClick={() => changeFilter(key, [])}
          >
            <X size={12} strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      ))}
      <button type="button" className={styles.clear} onClick={clearFilter}>
        {t('desk.clearFilters')}
      </button>
    </>
  );
}
