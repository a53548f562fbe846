import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Result } from '../../../src-shared/core/result.ts';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useDraft } from '../../state/drafts.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { type ContactDraft, contactDraftSchema, contactTextFields } from './contact-draft.ts';
import styles from './contacts.module.css';

interface Props {
  readonly draftKey: string;
  readonly start: ContactDraft;
  readonly onSave: (contact: ContactDraft) => Promise<Result<unknown, AppError>>;
  readonly onClose: () => void;
}

/** A contact, new or changed. Enter moves on, Ctrl+S saves, Esc closes; what is typed is kept until then. */
export function ContactForm({ draftKey, start, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const draft = useDraft(draftKey, contactDraftSchema);
  const [error, setError] = useState<AppError | null>(null);
  const [isSaving, setSaving] = useState(false);
  const typed = draft.value ?? start;
  const close = () => {
    draft.clear();
    onClose();
  };
  const save = async () => {
    setSaving(true);
    const done = await settled(onSave(typed));
    setSaving(false);
    if (done.ok) return close();
    setError(done.error);
    if (done.error.kind !== 'validation') sayError(done.error);
  };
  return (
    <form
      className={styles.form}
      aria-label={t('contact.form')}
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
      {contactTextFields.map((field, index) => (
        <FormField
          key={field}
          label={t(field === 'name' ? 'contact.name' : `field.${field}`)}
          problem={problemOf(t, error, field)}
        >
          <Input
            autoFocus={index === 0}
            size="small"
            value={typed[field]}
            required={field === 'name'}
            aria-label={t(field === 'name' ? 'contact.name' : `field.${field}`)}
            onChange={(event) => draft.set({ ...typed, [field]: event.target.value })}
          />
        </FormField>
      ))}
      <Checkbox
        checked={typed.isDecisionMaker}
        onChange={(event) => draft.set({ ...typed, isDecisionMaker: event.target.checked })}
      >
        {t('field.isDecisionMaker')}
      </Checkbox>
      <div className={styles.foot}>
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
