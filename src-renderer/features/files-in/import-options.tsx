import { Checkbox, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnMapping, type ImportPlan, matchKeys } from '../../../src-shared/files-in/imports-contract.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { countText } from '../../text/number-text.ts';
import styles from './columns-step.module.css';
import { openSheet } from './import-flow.ts';
import { changeImport, changeMapping, useImport } from './import-store.ts';
import { MoneyOptions } from './money-options.tsx';
import { TargetChoice } from './target-choice.tsx';

interface Props {
  readonly plan: ImportPlan;
  readonly mapping: ColumnMapping;
  readonly owner: string | null;
  /** The user may import for themselves only. */
  readonly isOwnOnly: boolean;
  readonly mayMakeCustomers: boolean;
}

const nobody = '';
/** Farther down than anyone puts a heading; a typo must not make a million rows titles. */
const lastHeaderRow = 1000;

/** How the sheet is read, and how its rows meet the customers there are. */
export function ImportOptions({ plan, mapping, owner, isOwnOnly, mayMakeCustomers }: Props) {
  const { t } = useTranslation();
  const { users, current } = useUsers();
  const { matchKey, running, money } = useImport();
  const isMoney = plan.target !== 'customers';
  const isBusy = running !== null;
  return (
    <aside className={styles.options}>
      <TargetChoice plan={plan} isBusy={isBusy} />
      <HeaderRow key={plan.headerRow} plan={plan} isBusy={isBusy} />
      {plan.hiddenRows > 0 && (
        <Checkbox
          checked={mapping.includeHiddenRows}
          disabled={isBusy}
          onChange={(event) => changeMapping({ ...mapping, includeHiddenRows: event.target.checked })}
        >
          {t('imports.columns.hiddenRows', { count: plan.hiddenRows, shown: countText(plan.hiddenRows) })}
        </Checkbox>
      )}
      {isMoney ? (
        <MoneyOptions plan={plan} isBusy={isBusy} mayMakeCustomers={mayMakeCustomers} />
      ) : (
        <fieldset className={styles.option}>
          <legend>{t('imports.columns.matchKey')}</legend>
          <p className={styles.small}>{t('imports.columns.matchKeyWords')}</p>
          <Radio.Group
            className={styles.radios ?? ''}
            value={matchKey}
            disabled={isBusy}
            onChange={(event) => {
              const chosen = matchKeys.find((key) => key === event.target.value);
              if (chosen) changeImport({ matchKey: chosen });
            }}
            options={(['name', 'mobile', 'uscc'] as const).map((key) => ({
              value: key,
              label: t(`imports.columns.key.${key}`),
            }))}
          />
          <p className={styles.small}>{t('imports.columns.keyWords')}</p>
        </fieldset>
      )}
      {(!isMoney || (mayMakeCustomers && money.createsCustomers)) && (
        <div className={styles.option}>
          <span className={styles.legend}>{t('imports.columns.owner')}</span>
          {isOwnOnly ? (
            <p>{t('imports.columns.ownerSelf', { name: current?.name ?? '' })}</p>
          ) : (
            <>
              <Select
                aria-label={t('imports.columns.owner')}
                value={owner ?? nobody}
                disabled={isBusy}
                options={[
                  ...users.filter((user) => !user.isGone).map((user) => ({ value: user.id, label: user.name })),
                  { value: nobody, label: t('imports.columns.noOwner') },
                ]}
                onChange={(id: string) => changeImport({ ownerForNew: id === nobody ? null : id })}
              />
              <p className={styles.small}>{t('imports.columns.ownerWords')}</p>
            </>
          )}
        </div>
      )}
    </aside>
  );
}

/** Another heading row reads the sheet anew: its columns are then others. */
function HeaderRow({ plan, isBusy }: { readonly plan: ImportPlan; readonly isBusy: boolean }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | null>(plan.headerRow === 0 ? null : plan.headerRow);
  const readAgain = (row: number) => {
    if (row !== plan.headerRow) void openSheet(plan.sheetIndex, row, plan.target);
  };
  return (
    <div className={styles.option}>
      <div className={styles.line}>
        {t('imports.columns.headerRow')}
        <InputNumber
          size="small"
          className={styles.number ?? ''}
          aria-label={t('imports.columns.headerRow')}
          min={1}
          max={lastHeaderRow}
          precision={0}
          disabled={isBusy || plan.headerRow === 0}
          value={typed}
          onChange={setTyped}
          onPressEnter={() => typed !== null && readAgain(typed)}
          onBlur={() => typed !== null && readAgain(typed)}
        />
      </div>
      <Checkbox
        checked={plan.headerRow === 0}
        disabled={isBusy}
        onChange={(event) => readAgain(event.target.checked ? 0 : 1)}
      >
        {t('imports.columns.noHeaderRow')}
      </Checkbox>
    </div>
  );
}
