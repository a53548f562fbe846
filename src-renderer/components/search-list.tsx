import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './search-list.module.css';

interface Props<T> {
  readonly hint: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly entries: readonly T[];
  readonly keyOf: (entry: T) => string;
  readonly entryOf: (entry: T) => ReactNode;
  /** The entries are those of what stands in the field, or will not come: Enter answers only then. */
  readonly isSettled: boolean;
  /** Says that nothing was found. */
  readonly isNothing: boolean;
  readonly onChoose: (entry: T) => void;
}

/** A field and the list of what it finds: ↑ ↓ move, Enter or a click chooses. Opened to type into it. */
export function SearchList<T>(props: Props<T>) {
  const { hint, typed, onType, entries, keyOf, entryOf, isSettled, isNothing, onChoose } = props;
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(at, entries.length - 1);
  // A quick hand presses Enter before the list has followed: what stood there before must not answer.
  useEffect(() => {
    if (!isEnterWaiting || !isSettled) return;
    setEnterWaiting(false);
    const entry = entries[current];
    if (entry !== undefined) onChoose(entry);
  });
  const step = (by: number) => {
    const next = (current + by + entries.length) % Math.max(1, entries.length);
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: it is opened to type into it
        autoFocus
        className={styles.input}
        spellCheck={false}
        value={typed}
        maxLength={200}
        placeholder={hint}
        aria-label={hint}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries[current] === undefined ? undefined : `${listId}-${current}`}
        onChange={(event) => {
          onType(event.target.value);
          setAt(0);
          setEnterWaiting(false);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else if (event.key === 'Enter') setEnterWaiting(true);
          else return;
          event.preventDefault();
        }}
      />
      <div className={styles.list} role="listbox" id={listId} ref={list} aria-label={t('palette.results')}>
        {entries.map((entry, index) => (
          <div
            key={keyOf(entry)}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.entry}
            onMouseMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(entry)}
            onKeyDown={undefined}
          >
            {entryOf(entry)}
          </div>
        ))}
        {isNothing && <p className={styles.none}>{t('palette.nothing')}</p>}
      </div>
    </>
  );
}

export function EntryLabel({ children }: { readonly children: ReactNode }) {
  return <span className={styles.label}>{children}</span>;
}

export function EntrySide({ children }: { readonly children: ReactNode }) {
  return <span className={styles.side}>{children}</span>;
}
