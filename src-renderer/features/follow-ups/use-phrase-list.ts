import { type KeyboardEvent, type RefObject, useState } from 'react';
import { usePhrases } from '../../ipc/use-phrases.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { phrasesFor } from './phrase-choice.ts';

export const phraseKeys = 'mod+/';

/**
 * The phrases under the text field: opened by key or button they are put in at the caret; a line that begins with '/'
 * offers those that hold what follows.
 */
export function usePhraseList(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onText: (text: string) => void,
) {
  const { phrases } = usePhrases();
  const [isWished, setWished] = useState(false);
  const [isDismissed, setDismissed] = useState(false);
  const [at, setAt] = useState(0);
  const isCalled = text.startsWith('/') && !isDismissed;
  const isOpen = isWished || isCalled;
  const offered = isOpen ? phrasesFor(phrases, isWished ? '' : text.slice(1)) : [];
  const current = Math.min(at, offered.length - 1);
  const close = () => {
    setWished(false);
    setDismissed(true);
    setAt(0);
  };
  const put = (phrase: string) => {
    const area = field.current;
    if (!area) return;
    const isReplacing = !isWished && isCalled;
    area.focus();
    // The browser's own edit: the caret stands behind the phrase, and Ctrl+Z takes it out again.
    area.setSelectionRange(isReplacing ? 0 : area.selectionStart, isReplacing ? area.value.length : area.selectionEnd);
    area.setRangeText(phrase, area.selectionStart, area.selectionEnd, 'end');
    onText(area.value);
    close();
  };
  /** True: the key was the list's. */
  const onKey = (event: KeyboardEvent): boolean => {
    const combo = comboOf(event);
    if (combo === phraseKeys) {
      if (isOpen) close();
      else setWished(true);
      return true;
    }
    if (!isOpen || offered.length === 0) return false;
    const chosen = offered[current];
    if (combo === 'arrowdown') setAt((current + 1) % offered.length);
    else if (combo === 'arrowup') setAt((current - 1 + offered.length) % offered.length);
    else if (combo === 'escape') close();
    else if ((combo === 'enter' || combo === 'tab') && chosen !== undefined) put(chosen);
    else return false;
    return true;
  };
  return {
    isOpen,
    offered,
    current,
    put,
    onKey,
    close,
    point: setAt,
    toggle: () => {
      field.current?.focus();
      if (isOpen) close();
      else setWished(true);
    },
    /** To be told of each change of the text: a line begun anew may call the list again. */
    typed: (next: string) => {
      setAt(0);
      if (isWished) setWished(false);
      if (!text.startsWith('/') || !next.startsWith('/')) setDismissed(false);
    },
  };
}
