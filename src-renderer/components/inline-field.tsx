import { AutoComplete, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useDraft } from '../state/drafts.ts';
import { GrowingText } from './growing-text.tsx';
import styles from './inline-field.module.css';

interface Props {
  readonly label: string;
  readonly value: string | null;
  /** What is shown instead of the bare value: a formatted phone, a link. */
  readonly shown?: ReactNode;
  /** Unsaved typing is kept under this key, through a page change and a crash. */
  readonly draftKey: string;
  readonly isReadOnly: boolean;
  readonly isLong?: boolean;
  readonly suggestions?: readonly string[];
  /** Saves what was typed; gives back the sentence to show when it cannot stay so, else null. */
  readonly onSave: (typed: string) => Promise<string | null>;
}

const typedSchema = z.string();

/** A value that is edited where it stands: click, Enter or F2 opens it, Enter or leaving saves, Esc takes back. */
export function InlineField(props: Props) {
  const { label, value, shown, isReadOnly } = props;
  const { t } = useTranslation();
  const draft = useDraft(props.draftKey, typedSchema);
  const [isOpened, setOpened] = useState(false);
  const isEditing = (isOpened || draft.value !== null) && !isReadOnly;
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    draft.clear();
    setOpened(false);
  };
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      {isEditing ? (
        <Editor
          {...props}
          typed={draft.value ?? value ?? ''}
          onType={draft.set}
          onClose={close}
          isAutoFocused={isOpened}
        />
      ) : isReadOnly ? (
        <span className={styles.fixed}>{value === null ? '—' : (shown ?? value)}</span>
      ) : (
        <button
          ref={button}
          type="button"
          className={value === null ? styles.empty : styles.value}
          title={value === null ? t('inline.add') : undefined}
          aria-label={t('inline.edit', { field: label, value: value ?? t('history.empty') })}
          onClick={() => setOpened(true)}
          onKeyDown={(event) => event.key === 'F2' && setOpened(true)}
        >
          {value === null ? '—' : (shown ?? value)}
        </button>
      )}
    </div>
  );
}

interface EditorProps extends Props {
  readonly typed: string;
  readonly isAutoFocused: boolean;
  readonly onType: (typed: string) => void;
  readonly onClose: () => void;
}

function Editor({ label, value, typed, isLong, isAutoFocused, suggestions, onSave, onType, onClose }: EditorProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const isSaving = useRef(false);
  const save = async () => {
    if (isSaving.current) return;
    if (typed.trim() === (value ?? '')) return onClose();
    isSaving.current = true;
    const said = await onSave(typed);
    isSaving.current = false;
    setProblem(said);
    if (said === null) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      onClose();
    } else if (event.key === 'Enter' && (!isLong || event.ctrlKey)) {
      void save();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    autoFocus: isAutoFocused,
    'aria-label': label,
    'aria-invalid': problem !== null,
    onBlur: () => void save(),
    onKeyDown,
  };
  return (
    <span className={styles.editor}>
      {isLong ? (
        <GrowingText {...shared} value={typed} onChange={(event) => onType(event.target.value)} />
      ) : suggestions ? (
        <AutoComplete
          {...shared}
          size="small"
          className={styles.complete ?? ''}
          value={typed}
          options={suggestions
            .filter((suggestion) => suggestion.includes(typed))
            .slice(0, 20)
            .map((suggestion) => ({ value: suggestion }))}
          onChange={(next: string) => onType(next ?? '')}
        />
      ) : (
        <Input {...shared} size="small" value={typed} onChange={(event) => onType(event.target.value)} />
      )}
      {problem && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
