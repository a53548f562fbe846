import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { FollowUp } from '../../../src-shared/follow-ups/follow-up.ts';
import { GrowingText } from '../../components/growing-text.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { useDraft } from '../../state/drafts.ts';
import { comboOf } from '../../state/shortcuts.ts';
import styles from './timeline.module.css';

const typedSchema = z.string();

interface Props {
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

/** The text of a follow-up, corrected where it stands. */
export function FollowUpEditor({ followUp, onClose }: Props) {
  const { t } = useTranslation();
  const draft = useDraft(`follow-up-edit:${followUp.id}`, typedSchema);
  const [isSaving, setSaving] = useState(false);
  const typed = draft.value ?? followUp.text;
  const close = () => {
    draft.clear();
    onClose();
  };
  const save = async () => {
    setSaving(true);
    const done = await reported(
      client.followUps.update({ id: followUp.id, fields: { text: typed } }),
      t('followUp.changed'),
    );
    setSaving(false);
    if (done) close();
  };
  return (
    <div className={styles.editor}>
      <GrowingText
        autoFocus
        value={typed}
        maxLength={10_000}
        aria-label={t('followUp.text')}
        onChange={(event) => draft.set(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const combo = comboOf(event);
          if (combo === 'mod+enter' || combo === 'mod+s') void save();
          else if (combo === 'escape') close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div className={styles.editorFoot}>
        <Button size="small" onClick={close}>
          {t('action.cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          loading={isSaving}
          disabled={typed.trim() === ''}
          onClick={() => void save()}
        >
          {t('action.save')}
        </Button>
      </div>
    </div>
  );
}
