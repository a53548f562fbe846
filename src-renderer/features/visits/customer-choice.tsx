import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TierBadge } from '../../components/tier-badge.tsx';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import type { PlanCustomer } from './plan-draft.ts';
import styles from './plan-form.module.css';

interface Props {
  readonly value: PlanCustomer | null;
  readonly hasFocus: boolean;
  readonly onChange: (customer: PlanCustomer) => void;
}

const offered = 20;

/** A customer, found by any part of name, contact, phone or pinyin; only those whose visits the user may plan. */
export function CustomerChoice({ value, hasFocus, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const { current } = useUsers();
  const isOwnOnly = useReach('follow_ups.edit') === 'own';
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const view = { search, ...(isOwnOnly && current ? { filter: { ownerIds: [current.id, 'none' as const] } } : {}) };
  const found = useRead('customers', 'list', { view, offset: 0, limit: offered }, { keepShowing: true });
  const rows = found.data?.rows ?? [];
  return (
    <Select<string>
      size="small"
      autoFocus={hasFocus}
      aria-label={t('visit.customer')}
      placeholder={t('visit.customerHint')}
      value={value?.id ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={found.isFetching ? null : t('visit.noCustomer')}
      // The chosen one stays named while another is searched for.
      labelRender={(label) => (label.value === value?.id ? value?.name : label.label)}
      options={rows.map((row) => ({ value: row.id, label: row.name, row }))}
      optionRender={({ data: { row } }) => (
        <span className={styles.option}>
          <TierBadge tier={tiers.find((tier) => tier.id === row.tierId) ?? null} />
          <span className={styles.optionName}>{row.name}</span>
          <span className={styles.optionMore}>{row.district ?? row.contactName}</span>
        </span>
      )}
      onChange={(id) => {
        const row = rows.find((each) => each.id === id);
        if (row) onChange({ id: row.id, name: row.name, ownerId: row.ownerId });
      }}
    />
  );
}
