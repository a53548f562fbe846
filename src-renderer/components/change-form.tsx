import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { ChangeOutcome } from '../../src-shared/history/change-outcome.ts';
import { sayError, settled } from '../ipc/report.ts';
import { comboOf } from '../state/shortcuts.ts';
import { notifyDone } from '../state/toasts.ts';
import { useWindowWords } from '../text/use-window-words.ts';
import styles from './change-form.module.css';
import { KeyHint } from './key-hint.tsx';
import { moveOnEnter } from './move-on-enter.ts';
import { useSaving } from './use-saving.ts';

/** Saving a change: the problem of a field stays in the form, what went well is said in a toast with 撤销. */
export function useChange(onDone: () => void) {
  const [error, setError] = useState<AppError | null>(null);
  const { isSaving, begin, end } = useSaving();
  const run = async (write: () => Promise<Result<ChangeOutcome, AppError>>, said: string): Promise<void> => {
    if (!begin()) return;
    const done = await settled(write());
    end();
    if (!done.ok) {
      setError(done.error);
      if (done.error.kind !== 'validation') sayError(done.error);
      return;
    }
    if (done.value.batchId !== null) notifyDone(said, done.value.batchId);
    onDone();
  };
  const missing = (field: string) => setError({ kind: 'validation', fields: [{ field, problem: 'required' }] });
  return { error, isSaving, run, missing };
}

interface FormProps {
  readonly label: string;
  readonly isSaving: boolean;
  readonly isDanger?: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Enter moves on, Ctrl+Enter saves. */
export function ChangeForm({ label, isSaving, isDanger = false, onSave, onCancel, children }: FormProps) {
  const { t } = useWindowWords();
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  // Where something is missing or wrong one goes on.
  useEffect(() => {
    const said = tries === 0 ? null : form.current?.querySelector('[role=alert]');
    said?.parentElement?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [tries]);
  const save = () => {
    onSave();
    setTries((before) => before + 1);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (!['mod+enter', 'mod+s'].includes(comboOf(event))) return moveOnEnter(event);
        event.preventDefault();
        event.stopPropagation();
        // A key still held from the step before saves nothing unseen.
        if (!event.repeat) save();
      }}
    >
      {children}
      <div className={styles.foot}>
        <Button size="small" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="primary" danger={isDanger} htmlType="submit" loading={isSaving}>
          {label}
          <KeyHint combo="mod+enter" onSolid />
        </Button>
      </div>
    </form>
  );
}
