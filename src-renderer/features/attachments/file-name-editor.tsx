import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly name: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

/** The name where it stands, its ending left out of the selection: Enter or leaving it saves, Esc takes back. */
export function FileNameEditor({ name, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const field = useRef<InputRef>(null);
  const isDone = useRef(false);
  useEffect(() => {
    const dot = name.lastIndexOf('.');
    field.current?.focus();
    field.current?.setSelectionRange(0, dot > 0 ? dot : name.length);
  }, [name]);
  const end = (isSaving: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const text = typed.trim();
    if (isSaving && text !== '') onSave(text);
    else onCancel();
  };
  return (
    <Input
      ref={field}
      size="small"
      value={typed}
      maxLength={255}
      aria-label={t('field.fileName')}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') end(true);
        else if (event.key === 'Escape') end(false);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
