import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './plan-card.module.css';
import { cancelPlan, type Scope } from './plan-writes.ts';

interface Props {
  readonly plan: VisitPlan;
  readonly isRepeating: boolean;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** A plan is cancelled with a reason; it stays in the history. */
export function CancelPlan({ plan, isRepeating, onDone, onBack }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<Scope>('one');
  const [isSaving, setSaving] = useState(false);
  const cancel = async () => {
    if (reason.trim() === '' || isSaving) return;
    setSaving(true);
    const isDone = await cancelPlan(words, plan.id, reason, scope);
    setSaving(false);
    if (isDone) onDone();
  };
  return (
    <form
      className={styles.cancel}
      aria-label={t('visit.cancel')}
      onSubmit={(event) => {
        event.preventDefault();
        void cancel();
      }}
      onKeyDown={(event) => {
        if (comboOf(event) !== 'escape') return;
        event.preventDefault();
        event.stopPropagation();
        onBack();
      }}
    >
      <Input
        autoFocus
        size="small"
        value={reason}
        maxLength={500}
        placeholder={t('visit.reasonHint')}
        aria-label={t('field.cancelledReason')}
        onChange={(event) => setReason(event.target.value)}
      />
      {isRepeating && (
        <Radio.Group
          aria-label={t('visit.scope.label')}
          value={scope}
          options={[
            { value: 'one', label: t('visit.scope.one') },
            { value: 'following', label: t('visit.scope.following') },
          ]}
          onChange={(event) => setScope(event.target.value === 'following' ? 'following' : 'one')}
        />
      )}
      <div className={styles.foot}>
        <Button size="small" onClick={onBack}>
          {t('visit.keep')}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={isSaving} disabled={reason.trim() === ''}>
          {t('visit.cancel')}
        </Button>
      </div>
    </form>
  );
}
