import type { KeyboardEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { isSaveKey } from '../state/shortcuts.ts';

interface Props {
  /** Tells the form what is typed in the field. */
  readonly settle: (field: HTMLInputElement) => void;
  readonly children: ReactNode;
}

/**
 * Around a field that tells its form what was typed only when one leaves it: the keys that save come before that, and
 * would save what stood there before.
 */
export function SettlesOnSave({ settle, children }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!isSaveKey(event) || !(target instanceof HTMLInputElement)) return;
    // Drawn before the form hears of the key, for it saves what it was drawn with.
    flushSync(() => settle(target));
  };
  return (
    <span className="kb-settles" onKeyDownCapture={onKeyDown}>
      {children}
    </span>
  );
}
