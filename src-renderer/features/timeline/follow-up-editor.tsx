import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '../../../src-shared/core/app-error.ts';
import { instantFromMs, localParts } from '../../../src-shared/core/instant.ts';
import { channels } from '../../../src-shared/follow-ups/follow-up.ts';
import { GrowingText } from '../../components/growing-text.tsx';
import { type TalkContact, TalkDetails } from '../../components/talk-details.tsx';
import { client } from '../../ipc/client.ts';
import { fieldErrorText } from '../../ipc/error-text.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useDraft } from '../../state/drafts.ts';
import { offeredOutcomes, rememberOutcome } from '../../state/recent-outcomes.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { notifyDone } from '../../state/toasts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import {
  changedFields,
  type EditedFollowUp,
  editedFrom,
  editedSchema,
  resumed,
  type TalkItem,
} from './follow-up-edit.ts';
import styles from './timeline.module.css';

interface Props {
  readonly item: TalkItem;
  /** The primary one first. */
  readonly contacts: readonly TalkContact[];
  readonly onClose: () => void;
}

/** Everything of a follow-up, corrected where it stands. */
export function FollowUpEditor({ item, contacts, onClose }: Props) {
  const { t } = useTranslation();
  const { today, timeZone } = useWindowWords();
  const userId = useUsers().current?.id ?? '';
  const { followUp } = item;
  const draft = useDraft(`follow-up-edit:${followUp.id}`, editedSchema);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<FieldError | null>(null);
  const started = editedFrom(followUp, timeZone);
  const typed = resumed(started, draft.value);
  const change = (fields: Partial<EditedFollowUp>) => {
    setProblem(null);
    draft.change((present) => ({ ...resumed(started, present), ...fields }));
  };
  const close = () => {
    draft.clear();
    onClose();
  };
  const save = async () => {
    if (isSaving || typed.text.trim() === '') return;
    setSaving(true);
    const fields = changedFields(followUp, typed, timeZone);
    const done = await settled(client.followUps.update({ id: followUp.id, fields }));
    setSaving(false);
    if (!done.ok) {
      if (done.error.kind === 'validation') setProblem(done.error.fields[0] ?? null);
      else sayError(done.error);
      return;
    }
    rememberOutcome(userId, typed.outcome);
    if (done.value.batchId !== null) notifyDone(t('followUp.changed'), done.value.batchId);
    close();
  };
  return (
    <fieldset
      className={styles.editor}
      aria-label={t('followUp.edit')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.defaultPrevented) return;
        const combo = comboOf(event);
        if (combo === 'mod+enter' || combo === 'mod+s') void save();
        else if (combo === 'escape') close();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <GrowingText
        autoFocus
        value={typed.text}
        maxLength={10_000}
        aria-label={t('followUp.text')}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Select
        size="small"
        aria-label={t('followUp.channel')}
        value={typed.channel}
        options={channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
        onChange={(channel) => change({ channel })}
      />
      <TalkDetails
        value={typed}
        onChange={change}
        contacts={withGone(contacts, item)}
        outcomes={offeredOutcomes(userId, t('followUp.outcomes'))}
        today={today}
        now={() => localParts(instantFromMs(Date.now()), timeZone).time}
      />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem.field.endsWith('happenedAt') ? t('followUp.ahead') : fieldErrorText(t, problem)}
        </p>
      )}
      <div className={styles.editorFoot}>
        <Button size="small" onClick={close}>
          {t('action.cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          loading={isSaving}
          disabled={typed.text.trim() === ''}
          onClick={() => void save()}
        >
          {t('action.save')}
        </Button>
      </div>
    </fieldset>
  );
}

/** A contact who went to the bin since stays the one it was spoken with. */
function withGone(contacts: readonly TalkContact[], { followUp, contactName }: TalkItem): readonly TalkContact[] {
  const { contactId } = followUp;
  if (contactId === null || contactName === null || contacts.some(({ id }) => id === contactId)) return contacts;
  return [...contacts, { id: contactId, name: contactName, title: null }];
}
