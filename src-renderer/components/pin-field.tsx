import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly hasFocus?: boolean;
  readonly isWrong?: boolean;
}

/** A PIN, unseen; whatever is no digit is not taken up. */
export function PinField({ label, typed, onType, hasFocus = false, isWrong = false }: Props) {
  const field = useRef<InputRef>(null);
  // A wrong one is typed again at once, by whomever the button was pressed.
  useEffect(() => {
    if (isWrong) field.current?.focus();
  }, [isWrong]);
  return (
    <Input.Password
      ref={field}
      size="small"
      aria-label={label}
      aria-invalid={isWrong}
      {...(isWrong ? { status: 'error' as const } : {})}
      inputMode="numeric"
      autoComplete="off"
      autoFocus={hasFocus}
      visibilityToggle={false}
      maxLength={12}
      value={typed}
      onChange={(event) => onType(event.target.value.normalize('NFKC').replaceAll(/\D/g, ''))}
    />
  );
}
