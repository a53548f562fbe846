import { Checkbox, Input, Segmented, Select } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useUsers } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import styles from './aging-filters.module.css';
import { changeAging, clearAgingFilters, isAgingFiltered, toggleBucket, useAgingLook } from './aging-store.ts';

const nobody = 'none';

/** By whom, which customers; what is chosen in the bar above stands here as a chip, too. */
export function AgingFilters() {
  const { t } = useTranslation();
  const look = useAgingLook();
  const { users } = useUsers();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const { bucket } = look;
  return (
    <search className={styles.bar} aria-label={t('desk.filters')}>
      <Segmented
        size="small"
        aria-label={t('desk.groupBy')}
        value={look.grouping}
        options={(['customer', 'owner', 'tier'] as const).map((value) => ({ value, label: t(`desk.by.${value}`) }))}
        onChange={(grouping) => changeAging({ grouping })}
      />
      <Input
        size="small"
        allowClear
        className={styles.search ?? ''}
        value={look.search}
        maxLength={200}
        placeholder={t('desk.search')}
        aria-label={t('desk.search')}
        onChange={(event) => changeAging({ search: event.target.value })}
      />
      <Select<string[]>
        size="small"
        mode="multiple"
        allowClear
        maxTagCount={1}
        className={styles.choice ?? ''}
        aria-label={t('desk.column.owner')}
        placeholder={t('desk.column.owner')}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...look.ownerIds]}
        options={[
          ...users.map((user) => ({ value: user.id, label: user.name })),
          { value: nobody, label: t('desk.noOwner') },
        ]}
        onChange={(ownerIds) => changeAging({ ownerIds })}
      />
      <Select<string[]>
        size="small"
        mode="multiple"
        allowClear
        maxTagCount={2}
        className={styles.choice ?? ''}
        aria-label={t('desk.column.tier')}
        placeholder={t('desk.column.tier')}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...look.tierIds]}
        options={[
          ...tiers.map((tier) => ({ value: tier.id, label: tier.name })),
          { value: nobody, label: t('tier.none') },
        ]}
        onChange={(tierIds) => changeAging({ tierIds })}
      />
      <Checkbox checked={look.onlyOverdue} onChange={(event) => changeAging({ onlyOverdue: event.target.checked })}>
        {t('desk.onlyOverdue')}
      </Checkbox>
      {bucket !== null && (
        <span className={styles.chip}>
          {t(`money.bucket.${bucket}`)}
          <button type="button" aria-label={t('desk.removeBucket')} onClick={() => toggleBucket(bucket)}>
            <X size={12} strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      )}
      {isAgingFiltered(look) && (
        <button type="button" className={styles.clear} onClick={clearAgingFilters}>
          {t('desk.clearFilters')}
        </button>
      )}
    </search>
  );
}
