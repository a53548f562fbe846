import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../src-shared/core/id.ts';
import type { Right } from '../../src-shared/users/rights.ts';
import { useReach, useUsers } from '../ipc/use-current-user.ts';
import { useRead } from '../ipc/use-read.ts';
import styles from './customer-field.module.css';
import { TierBadge } from './tier-badge.tsx';

export interface ChosenCustomer {
  readonly id: Id;
  readonly name: string;
}

interface Props {
  readonly label: string;
  readonly value: ChosenCustomer | null;
  readonly onChange: (customer: ChosenCustomer) => void;
  /** Only customers whom the user's right reaches are offered. */
  readonly right: Right;
  readonly hasFocus?: boolean;
  readonly isMissing?: boolean;
}

const offered = 20;

/** A customer, found by any part of name, contact, phone or pinyin. */
export function CustomerField({ label, value, onChange, right, hasFocus = false, isMissing = false }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const { current } = useUsers();
  const isOwnOnly = useReach(right) === 'own';
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const view = { search, ...(isOwnOnly && current ? { filter: { ownerIds: [current.id, 'none' as const] } } : {}) };
  const found = useRead('customers', 'list', { view, offset: 0, limit: offered }, { keepShowing: true });
  const rows = found.data?.rows ?? [];
  return (
    <Select<string>
      size="small"
      className={styles.field ?? ''}
      classNames={{ popup: { root: styles.list ?? '' } }}
      autoFocus={hasFocus}
      defaultActiveFirstOption
      aria-label={label}
      aria-invalid={isMissing}
      {...(isMissing ? { status: 'error' as const } : {})}
      placeholder={t('money.customerHint')}
      value={value?.id ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={found.isFetching ? null : t('palette.nothing')}
      // The chosen one stays named while another is searched for.
      labelRender={(shown) => (shown.value === value?.id ? value?.name : shown.label)}
      options={rows.map((row) => ({ value: row.id, label: row.name, row }))}
      optionRender={({ data: { row } }) => (
        <span className={styles.option}>
          <TierBadge tier={tiers.find((tier) => tier.id === row.tierId) ?? null} />
          <span className={styles.name}>{row.name}</span>
          <span className={styles.more}>{row.contactName ?? row.district}</span>
        </span>
      )}
      onChange={(id) => {
        const row = rows.find((each) => each.id === id);
        if (row) onChange({ id: row.id, name: row.name });
      }}
    />
  );
}
