import { AutoComplete } from 'antd';
import { useState } from 'react';
import { typedTime } from '../../src-shared/core/typed-time.ts';
import { SettlesOnSave } from './settles-on-save.tsx';

interface Props {
  readonly label: string;
  /** `HH:MM`, or null: no time. */
  readonly value: string | null;
  readonly placeholder?: string;
  readonly onChange: (time: string | null) => void;
}

const offered = Array.from({ length: 27 }, (_, half) => {
  const minutes = 7 * 60 + half * 30;
  return { value: `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 === 0 ? '00' : '30'}` };
});

/** A time of day, typed as `9`, `930` or `9:30`, or picked. What is no time is taken back on leaving the field. */
export function TimeField({ label, value, placeholder, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    setTyped(null);
    if (typed.trim() === '') return onChange(null);
    const time = typedTime(typed);
    if (time !== null) onChange(time);
  };
  const settle = () => {
    leave();
    return true;
  };
  return (
    <SettlesOnSave settle={settle}>
      <AutoComplete
        size="small"
        aria-label={label}
        value={typed ?? value ?? ''}
        options={offered.filter(({ value: time }) => typed === null || time.startsWith(typed) || typed === '')}
        {...(placeholder === undefined ? {} : { placeholder })}
        defaultActiveFirstOption={false}
        onChange={(text: string | undefined) => setTyped(text ?? '')}
        onSelect={(time: string | undefined) => {
          setTyped(null);
          if (time !== undefined) onChange(time);
        }}
        onBlur={leave}
      />
    </SettlesOnSave>
  );
}
