import { Select } from 'antd';

const halfHours = Array.from(
  { length: 48 },
  (_value, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
);

interface Props {
  readonly label: string;
  /** HH:MM */
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (time: string) => void;
}

/** A time of day by the half hour; another one that was set elsewhere is kept. Typing finds it. */
export function TimeSelect({ label, value, disabled, onChange }: Props) {
  const times = [...new Set([...halfHours, value])].sort();
  return (
    <Select
      showSearch
      aria-label={label}
      style={{ width: 96 }}
      disabled={disabled}
      value={value}
      options={times.map((time) => ({ value: time, label: time }))}
      onChange={onChange}
    />
  );
}
