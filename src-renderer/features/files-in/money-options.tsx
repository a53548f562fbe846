import { Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';
import { paymentMethods } from '../../../src-shared/payments/payment.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { useToday } from '../../ipc/use-book.ts';
import styles from './columns-step.module.css';
import { changeImport, type MoneyAnswers, useImport } from './import-store.ts';

interface Props {
  readonly plan: ImportPlan;
  readonly isBusy: boolean;
  /** A bookkeeper may not. */
  readonly mayMakeCustomers: boolean;
}

/** What is asked once for a file of money, where its rows say nothing. */
export function MoneyOptions({ plan, isBusy, mayMakeCustomers }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const money = useImport((state) => state.money);
  const change = (part: Partial<MoneyAnswers>) => changeImport({ money: { ...money, ...part } });
  return (
    <>
      <div className={styles.option}>
        <span className={styles.legend}>{t('imports.money.customers')}</span>
        <p className={styles.small}>{t('imports.money.customersWords')}</p>
        {mayMakeCustomers ? (
          <Checkbox
            checked={money.createsCustomers}
            disabled={isBusy}
            onChange={(event) => change({ createsCustomers: event.target.checked })}
          >
            {t('imports.money.createsCustomers')}
          </Checkbox>
        ) : (
          <p className={styles.small}>{t('imports.money.mayNotCreate')}</p>
        )}
      </div>
      {plan.target === 'openings' && (
        <div className={styles.option}>
          <span className={styles.legend}>{t('imports.money.openingOn')}</span>
          <DayPicker
            label={t('imports.money.openingOn')}
            value={money.openingOn ?? today}
            isDisabled={isBusy}
            onChange={(openingOn) => change({ openingOn })}
            isClearable={false}
            upTo={today}
          />
        </div>
      )}
      {plan.target === 'orders' && (
        <div className={styles.option}>
          <span className={styles.legend}>{t('imports.money.credit')}</span>
          <div className={styles.line}>
            <Select
              size="small"
              aria-label={t('imports.money.creditKind')}
              value={money.credit.kind}
              disabled={isBusy}
              options={(['days', 'month_end'] as const).map((kind) => ({
                value: kind,
                label: t(`imports.money.kind.${kind}`),
              }))}
              onChange={(kind) => change({ credit: { ...money.credit, kind } })}
            />
            <InputNumber
              size="small"
              className={styles.number ?? ''}
              aria-label={t('imports.money.creditDays')}
              min={0}
              max={3650}
              precision={0}
              disabled={isBusy}
              value={money.credit.days}
              onChange={(days) => change({ credit: { ...money.credit, days: days ?? 0 } })}
            />
            {t('imports.money.creditDays')}
          </div>
          <p className={styles.small}>{t('imports.money.creditWords')}</p>
        </div>
      )}
      {plan.target === 'payments' && (
        <div className={styles.option}>
          <span className={styles.legend}>{t('imports.money.method')}</span>
          <Select
            aria-label={t('imports.money.method')}
            value={money.method}
            disabled={isBusy}
            options={paymentMethods
              // A bill needs a day that only its row can give.
              .filter((method) => method !== 'acceptance_bill')
              .map((method) => ({ value: method, label: t(`money.method.${method}`) }))}
            onChange={(method) => change({ method })}
          />
          <p className={styles.small}>{t('imports.money.methodWords')}</p>
        </div>
      )}
    </>
  );
}
