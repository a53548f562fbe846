import { Checkbox, Input, Segmented, Select } from 'antd';
import { type DaySpan, namedPeriod } from '../../../src-shared/core/named-period.ts';
import { paymentMethods } from '../../../src-shared/payments/payment.ts';
import { sourceKinds } from '../../../src-shared/receivables/ledger.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './payment-list.module.css';
import { filterPayments, listPeriods, usePaymentListLook } from './payment-list-store.ts';

const all = 'all';
const own = 'own';

/** Period, kind, method, open bills and words. */
export function PaymentFilters() {
  const { t, today } = useWindowWords();
  const look = usePaymentListLook();
  const { period } = look;
  const span = typeof period === 'string' ? namedPeriod(period, today) : period;
  const change = (next: DaySpan) =>
    filterPayments({ period: next.from <= next.to ? next : { from: next.to, to: next.from } });
  return (
    <search className={styles.filters} aria-label={t('desk.filters')}>
      <Segmented
        size="small"
        aria-label={t('desk.period.label')}
        value={period === null ? all : typeof period === 'string' ? period : own}
        options={[
          ...listPeriods.map((value) => ({ value, label: t(`desk.period.${value}`) })),
          { value: all, label: t('desk.period.all') },
        ]}
        onChange={(chosen) => filterPayments({ period: listPeriods.find((each) => each === chosen) ?? null })}
      />
      <span className={styles.span}>
        <DayPicker
          size="small"
          label={t('desk.period.from')}
          value={span?.from ?? null}
          isClearable={false}
          onChange={(from) => from && change({ from, to: span?.to ?? today })}
        />
        {t('desk.period.to')}
        <DayPicker
          size="small"
          label={t('desk.period.until')}
          value={span?.to ?? null}
          isClearable={false}
          onChange={(to) => to && change({ from: span?.from ?? to, to })}
        />
      </span>
      <Select<(typeof sourceKinds)[number][]>
        size="small"
        mode="multiple"
        allowClear
        maxTagCount={1}
        className={styles.choice ?? ''}
        aria-label={t('desk.column.kind')}
        placeholder={t('desk.column.kind')}
        value={[...look.kinds]}
        options={sourceKinds.map((value) => ({ value, label: t(`money.source.${value}`) }))}
        onChange={(kinds) => filterPayments({ kinds })}
      />
      <Select<(typeof paymentMethods)[number][]>
        size="small"
        mode="multiple"
        allowClear
        maxTagCount={1}
        className={styles.choice ?? ''}
        aria-label={t('payment.method')}
        placeholder={t('payment.method')}
        value={[...look.methods]}
        options={paymentMethods.map((value) => ({ value, label: t(`money.method.${value}`) }))}
        onChange={(methods) => filterPayments({ methods })}
      />
      <Checkbox
        checked={look.onlyOpenBills}
        onChange={(event) =>
          filterPayments({ onlyOpenBills: event.target.checked, ...(event.target.checked ? { period: null } : {}) })
        }
      >
        {t('desk.bills')}
      </Checkbox>
      <Input
        size="small"
        allowClear
        className={styles.search ?? ''}
        value={look.search}
        maxLength={200}
        placeholder={t('desk.searchPayments')}
        aria-label={t('desk.searchPayments')}
        onChange={(event) => filterPayments({ search: event.target.value })}
      />
    </search>
  );
}
