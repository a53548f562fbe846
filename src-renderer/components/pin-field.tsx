import { Input } from 'antd';

interface Props {
  readonly label: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly hasFocus?: boolean;
  readonly isWrong?: boolean;
}

/** A PIN, unseen; whatever is no digit is not taken up. */
export function PinField({ label, typed, onType, hasFocus = false, isWrong = false }: Props) {
  return (
    <Input.Password
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
