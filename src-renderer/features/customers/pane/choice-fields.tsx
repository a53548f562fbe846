import { InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../components/day-picker.tsx';
import { InlineField } from '../../../components/inline-field.tsx';
import { useToday } from '../../../ipc/use-book.ts';
import { useReach, useUsers } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { cadenceOf } from './cadence.ts';
import styles from './overview.module.css';
import { type CustomerChange, fieldChange, type ReadCustomer, saveCustomer } from './save-field.ts';
import { TagField } from './tag-field.tsx';

interface Props {
  readonly customer: ReadCustomer;
  readonly mayEdit: boolean;
}

const none = 'none';

/** The fields with a choice: tier with its pin, owner, tags, since when, how often. */
export function ChoiceFields({ customer, mayEdit }: Props) {
  const { t } = useTranslation();
  const { users } = useUsers();
  // Who gets which tier is the owner's to say (domain §13).
  const mayGiveTier = useReach('tiers.edit') !== null && mayEdit;
  const today = useToday();
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (change: CustomerChange, what: string) => setProblem(await saveCustomer(customer, change, what));
  const tier = tiers.find((known) => known.id === customer.tierId) ?? null;
  const cadence = cadenceOf(customer, tier);
  return (
    <>
      <Field label={t('field.tierId')} problem={problem}>
        <Select
          size="small"
          variant="borderless"
          className={styles.wide ?? ''}
          disabled={!mayGiveTier}
          aria-label={t('field.tierId')}
          value={customer.tierId ?? none}
          options={[
            ...tiers
              .filter((known) => !known.isArchived || known.id === customer.tierId)
              .map((known) => ({ value: known.id, label: t('tier.named', { name: known.name }) })),
            { value: none, label: t('tier.none') },
          ]}
          onChange={(chosen) => void save({ tierId: chosen === none ? null : chosen }, t('field.tierId'))}
        />
      </Field>
      {customer.tierId !== null && (
        <InlineField
          label={t('field.tierPinnedReason')}
          value={customer.tierPinnedReason}
          draftKey={`customer:${customer.id}:tierPinnedReason`}
          isReadOnly={!mayGiveTier}
          onSave={(typed) =>
            saveCustomer(customer, fieldChange('tierPinnedReason', typed), t('field.tierPinnedReason'))
          }
        />
      )}
      <Field label={t('field.ownerId')}>
        <Select
          size="small"
          variant="borderless"
          className={styles.wide ?? ''}
          disabled={!mayEdit}
          aria-label={t('field.ownerId')}
          value={customer.ownerId ?? none}
          options={[
            ...users
              .filter((user) => !user.isGone || user.id === customer.ownerId)
              .map((user) => ({ value: user.id, label: user.name })),
            { value: none, label: t('filter.noOwner') },
          ]}
          onChange={(chosen) => void save({ ownerId: chosen === none ? null : chosen }, t('field.ownerId'))}
        />
      </Field>
      <Field label={t('column.tags')}>
        <TagField customer={customer} mayEdit={mayEdit} />
      </Field>
      <Field label={t('field.sinceOn')}>
        <DayPicker
          size="small"
          isQuiet
          isDisabled={!mayEdit}
          label={t('field.sinceOn')}
          value={customer.sinceOn}
          upTo={today}
          placeholder={t('pane.notKnown')}
          onChange={(day) => void save({ sinceOn: day }, t('field.sinceOn'))}
        />
      </Field>
      <Field label={t('field.cadenceDays')}>
        <InputNumber
          size="small"
          variant="borderless"
          className={styles.wide ?? ''}
          disabled={!mayEdit}
          min={1}
          max={3650}
          precision={0}
          changeOnBlur
          aria-label={t('field.cadenceDays')}
          value={customer.cadenceDays}
          placeholder={t('pane.cadenceDefault', { count: cadence.tierDays })}
          onBlur={(event) => {
            const typed = event.target.value.trim();
            const days = typed === '' ? null : Number(typed);
            if (days === customer.cadenceDays || !mayEdit) return;
            void save({ cadenceDays: days }, t('field.cadenceDays'));
          }}
          onPressEnter={(event) => event.currentTarget.blur()}
        />
      </Field>
    </>
  );
}

interface FieldProps {
  readonly label: string;
  readonly problem?: string | null;
  readonly children: ReactNode;
}

function Field({ label, problem, children }: FieldProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <span className={styles.control}>
        {children}
        {problem && (
          <span className={styles.problem} role="alert">
            {problem}
          </span>
        )}
      </span>
    </div>
  );
}
