import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import { FormField } from '../../components/form-field.tsx';
import { GrowingText } from '../../components/growing-text.tsx';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useDraft } from '../../state/drafts.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { readTermsDraft, type TermsDraft, type TermsField, termsDraftSchema } from './terms-draft.ts';
import styles from './terms-panel.module.css';

interface Props {
  readonly customerId: Id;
  readonly start: TermsDraft;
  readonly onClose: () => void;
}

/** The form opens below what one looks at: the whole of it comes into sight, with the caret in it. */
function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector('input')?.focus({ preventScroll: true });
  form?.scrollIntoView({ block: 'nearest' });
}

/** 改用其他条件: terms against the advice, with the reason that is kept beside them. */
export function TermsForm({ customerId, start, onClose }: Props) {
  const { t } = useTranslation();
  const draft = useDraft(`terms:${customerId}`, termsDraftSchema);
  const [isSaving, setSaving] = useState(false);
  const [isTried, setTried] = useState(false);
  const typed = draft.value ?? start;
  const change = (fields: Partial<TermsDraft>) => draft.set({ ...typed, ...fields });
  const read = readTermsDraft(typed);
  const problemOf = (field: TermsField) => {
    const problem = read.ok ? undefined : read.problems[field];
    // A reason that is not there yet is no mistake before one wants to save.
    return problem === undefined || (problem === 'required' && !isTried) ? null : t(`terms.problem.${problem}`);
  };
  const close = () => {
    draft.clear();
    onClose();
  };
  const save = async () => {
    setTried(true);
    if (!read.ok || isSaving) return;
    setSaving(true);
    const done = await reported(
      client.terms.override({ customerId, terms: read.terms, reason: read.reason }),
      t('terms.overridden'),
    );
    setSaving(false);
    if (done) close();
  };
  const text = (
    field: 'discount' | 'creditDays' | 'limit' | 'deposit',
    beside: { prefix?: ReactNode; suffix?: ReactNode },
  ) => (
    <Input
      size="small"
      {...beside}
      className={styles.input ?? ''}
      inputMode="decimal"
      autoComplete="off"
      maxLength={30}
      aria-label={t(`terms.field.${field}`)}
      value={typed[field]}
      {...(problemOf(field) === null ? {} : { status: 'error' as const })}
      onFocus={(event) => event.target.select()}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  );
  return (
    <form
      ref={focusFirst}
      className={styles.form}
      aria-label={t('terms.override')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const combo = comboOf(event);
        if (combo === 'mod+s' || combo === 'mod+enter') void save();
        else if (combo === 'escape') close();
        else return moveOnEnter(event);
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <FormField label={t('terms.field.discount')} problem={problemOf('discount')}>
        {text('discount', { suffix: '%' })}
      </FormField>
      <FormField label={t('terms.field.creditDays')} problem={problemOf('creditDays')}>
        <span className={styles.together}>
          <Select
            size="small"
            aria-label={t('terms.field.creditKind')}
            value={typed.creditKind}
            options={(['days', 'month_end'] as const).map((kind) => ({
              value: kind,
              label: t(`terms.creditKind.${kind}`),
            }))}
            onChange={(creditKind) => change({ creditKind })}
          />
          {text('creditDays', { suffix: t('terms.days') })}
        </span>
      </FormField>
      <FormField label={t('terms.field.limit')} problem={problemOf('limit')}>
        {text('limit', { prefix: '¥' })}
      </FormField>
      <FormField label={t('terms.field.deposit')} problem={problemOf('deposit')}>
        {text('deposit', { suffix: '%' })}
      </FormField>
      <FormField label={t('terms.field.isStopped')}>
        <Checkbox checked={typed.isStopped} onChange={(event) => change({ isStopped: event.target.checked })}>
          {t('terms.stopWords')}
        </Checkbox>
      </FormField>
      <FormField label={t('terms.field.reason')} isRequired problem={problemOf('reason')}>
        <GrowingText
          value={typed.reason}
          maxLength={500}
          aria-label={t('terms.field.reason')}
          placeholder={t('terms.reasonHint')}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </FormField>
      <div className={styles.formFoot}>
        {draft.isKept && <span className={styles.kept}>{t('terms.draftKept')}</span>}
        <Button size="small" onClick={close}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={isSaving}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}
