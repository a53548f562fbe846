import { useEffect, useRef } from 'react';

/** `mod` is Ctrl, on a Mac ⌘. Written as shown in the sheet: 'mod+shift+z', 'escape', '?'. */
export type Combo = string;

interface Listener {
  readonly combo: Combo;
  readonly run: () => void;
  /** True: also while the caret is in a text field (default: only combos with Ctrl but undo and redo). */
  readonly inFields: boolean;
}

/** The latest one to register answers: a dialog over a page, a page over the shell. */
const listeners: Listener[] = [];

export function comboOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): Combo {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  // '?' needs Shift on most keyboards; the sign itself already says so.
  const shift = event.shiftKey && (key.length > 1 || /[a-z]/.test(key));
  return [event.ctrlKey || event.metaKey ? 'mod' : '', event.altKey ? 'alt' : '', shift ? 'shift' : '', key]
    .filter(Boolean)
    .join('+');
}

/** Ctrl+Enter and Ctrl+S save a form from any of its fields. */
export function isSaveKey(event: Parameters<typeof comboOf>[0]): boolean {
  return ['mod+enter', 'mod+s'].includes(comboOf(event));
}

/** Whether the key event belongs to a place where the user types; such a place keeps its own Ctrl+Z. */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !/^(checkbox|radio|button|range|submit)$/.test(target.type)))
  );
}

const fieldsKeep: ReadonlySet<Combo> = new Set(['mod+z', 'mod+shift+z', 'mod+y', 'mod+a', 'mod+c', 'mod+v', 'mod+x']);

function allowedInFields(combo: Combo): boolean {
  return (combo.startsWith('mod+') && !fieldsKeep.has(combo)) || /^f\d+$/.test(combo);
}

/** One listener on the window for all shortcuts. Returns the function that removes it. */
export function listenForShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of an input method are letters being composed, not commands.
    if (event.isComposing || event.defaultPrevented) return;
    const combo = comboOf(event);
    const inField = isTextField(event.target);
    const found = listeners.findLast((listener) => listener.combo === combo && (!inField || listener.inFields));
    if (!found) return;
    event.preventDefault();
    found.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

/** Answers a key combination while the component is shown. */
export function useShortcut(
  combo: Combo,
  run: () => void,
  settings: { readonly enabled?: boolean; readonly inFields?: boolean } = {},
): void {
  const latest = useRef(run);
  latest.current = run;
  const enabled = settings.enabled ?? true;
  const inFields = settings.inFields ?? allowedInFields(combo);
  useEffect(() => {
    if (!enabled) return;
    const listener: Listener = { combo, run: () => latest.current(), inFields };
    listeners.push(listener);
    return () => {
      listeners.splice(listeners.indexOf(listener), 1);
    };
  }, [combo, enabled, inFields]);
}
