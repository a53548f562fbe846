import type { Combo } from '../state/shortcuts.ts';
import styles from './key-hint.module.css';

const signs: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  escape: 'Esc',
  enter: 'Enter',
  space: 'Space',
  delete: 'Del',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

export function comboText(combo: Combo): string {
  return combo
    .split('+')
    .map((key) => signs[key] ?? key.toUpperCase())
    .join('+');
}

interface Props {
  readonly combo: Combo;
  /** True: only for screen readers. */
  readonly unseen?: boolean;
  /** On a filled button. */
  readonly onSolid?: boolean;
}

export function KeyHint({ combo, unseen, onSolid }: Props) {
  return <kbd className={unseen ? 'kb-unseen' : onSolid ? styles.onSolid : styles.key}>{comboText(combo)}</kbd>;
}
