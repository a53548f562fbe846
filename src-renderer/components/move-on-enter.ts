import type { KeyboardEvent } from 'react';

const fields = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), button[type=submit]';

/** Enter goes to the next field, as people know it from 金蝶 and Excel; on the last one it reaches the save button. */
export function moveOnEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return;
  // An open list or calendar takes Enter for its own choice.
  if (target.getAttribute('aria-expanded') === 'true' && target.getAttribute('aria-activedescendant')) return;
  const all = [...currentTarget.querySelectorAll<HTMLElement>(fields)].filter(
    (field) => field.tabIndex >= 0 && !isAnswerNotGiven(field),
  );
  const next = all[all.indexOf(target) + 1];
  event.preventDefault();
  // A key held down would run through the fields and press the button at their end.
  if (event.repeat) return;
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

/** Of a group of radio buttons one is a stop, as for Tab. */
function isAnswerNotGiven(field: HTMLElement): boolean {
  return field instanceof HTMLInputElement && field.type === 'radio' && !field.checked;
}
