import { Input } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly isReadOnly?: boolean;
  readonly placeholder?: string;
  /** May stand empty. */
  readonly isOptional?: boolean;
  readonly className?: string;
  /** False: it could not stay so, which has been said; the old text comes back. */
  readonly onSave: (typed: string) => Promise<boolean>;
}

/** A name in a row of a table: Enter or leaving it saves, Esc takes back. */
export function NameField(props: Props) {
  const { label, value, maxLength, isReadOnly = false, placeholder, isOptional = false, className, onSave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const isSaving = useRef(false);
  const save = async () => {
    if (typed === null || isSaving.current) return;
    const text = typed.trim();
    if (text === value || (text === '' && !isOptional)) return setTyped(null);
    isSaving.current = true;
    await onSave(text);
    isSaving.current = false;
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void save();
    if (event.key !== 'Escape' || typed === null) return;
    event.stopPropagation();
    setTyped(null);
  };
  return (
    <Input
      size="small"
      className={className ?? ''}
      variant={isReadOnly ? 'borderless' : 'outlined'}
      readOnly={isReadOnly}
      aria-label={label}
      maxLength={maxLength}
      value={typed ?? value}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={onKeyDown}
    />
  );
}
