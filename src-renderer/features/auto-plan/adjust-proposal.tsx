import { Button, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../components/form-field.tsx';
import { useReach, useUsers } from '../../ipc/use-current-user.ts';
import styles from './adjust-proposal.module.css';
import { startProposal, useProposalStore } from './proposal-store.ts';

/** How far ahead, how many a day, for whom; then it is worked out anew. */
export function AdjustProposal({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(useProposalStore.getState().options);
  const { users } = useUsers();
  const reach = useReach('follow_ups.edit');
  const persons = users.filter((user) => !user.isGone && user.customerCount > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone();
    void startProposal(draft);
  };
  return (
    <form className={styles.form} aria-label={t('autoPlan.adjust')} onSubmit={submit}>
      <FormField label={t('autoPlan.horizon')}>
        <InputNumber
          autoFocus
          size="small"
          className={styles.number ?? ''}
          aria-label={t('autoPlan.horizon')}
          min={1}
          max={60}
          precision={0}
          value={draft.horizonWorkdays}
          onChange={(value) => value !== null && setDraft({ ...draft, horizonWorkdays: value })}
        />
      </FormField>
      <FormField label={t('autoPlan.maxPerDay')}>
        <InputNumber
          size="small"
          className={styles.number ?? ''}
          aria-label={t('autoPlan.maxPerDay')}
          min={1}
          max={50}
          precision={0}
          value={draft.maxPerDay}
          onChange={(value) => value !== null && setDraft({ ...draft, maxPerDay: value })}
        />
      </FormField>
      {reach === 'all' && (
        <FormField label={t('autoPlan.persons')}>
          <Select<string[]>
            mode="multiple"
            size="small"
            className={styles.persons ?? ''}
            aria-label={t('autoPlan.persons')}
            placeholder={t('autoPlan.everybody')}
            value={[...draft.persons]}
            options={persons.map((user) => ({ value: user.id, label: user.name }))}
            optionFilterProp="label"
            onChange={(chosen) => setDraft({ ...draft, persons: chosen })}
          />
        </FormField>
      )}
      <div className={styles.foot}>
        <Button size="small" onClick={onDone}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit">
          {t('autoPlan.again')}
        </Button>
      </div>
    </form>
  );
}
