import type { KeyboardEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { isSaveKey } from '../state/shortcuts.ts';

interface Props {
  /** Tells the form what is typed in the field; false: that cannot be, and nothing is to be saved. */
  readonly settle: (field: HTMLInputElement) => boolean;
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
    const isSettled = flushSync(() => settle(target));
    if (isSettled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="kb-settles" onKeyDownCapture={onKeyDown}>
      {children}
    </span>
  );
}
