import { type KeyboardEvent, useEffect, useRef } from 'react';
import { countText } from '../text/number-text.ts';
import styles from './tab-strip.module.css';

export interface TabItem<K extends string> {
  readonly key: K;
  readonly label: string;
  /** Beside the label; null while it is not known, undefined for none. */
  readonly count?: number | null;
}

interface Props<K extends string> {
  readonly label: string;
  readonly items: readonly TabItem<K>[];
  readonly current: K;
  readonly onChoose: (key: K) => void;
  /** Id of the element that shows what the tab stands for. */
  readonly controls?: string;
}

/** Tabs with an underline; ← → Home End move as in any tab list. */
export function TabStrip<K extends string>({ label, items, current, onChoose, controls }: Props<K>) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = strip.current;
    if (!shown) return;
    const show = () => keepInSight(shown, current);
    // The strip grows narrower when a pane opens beside the list, and counts make its tabs wider.
    const observer = new ResizeObserver(show);
    observer.observe(shown);
    show();
    return () => observer.disconnect();
  }, [current]);
  const move = (event: KeyboardEvent) => {
    const at = items.findIndex((item) => item.key === current);
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: items.length - 1,
    };
    const to = targets[event.key];
    const item = to === undefined ? undefined : items[(to + items.length) % items.length];
    if (!item) return;
    event.preventDefault();
    onChoose(item.key);
    strip.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(item.key)}"]`)?.focus();
  };
  return (
    <div className={styles.strip} role="tablist" aria-label={label} ref={strip} onKeyDown={move}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="tab"
          data-tab={item.key}
          aria-selected={item.key === current}
          aria-controls={controls}
          tabIndex={item.key === current ? 0 : -1}
          className={styles.tab}
          onClick={() => onChoose(item.key)}
        >
          {item.label}
          {item.count !== undefined && (
            <span className={styles.count}>{item.count === null ? '' : countText(item.count)}</span>
          )}
        </button>
      ))}
    </div>
  );
}

/** Scrolls a strip that is too narrow just so far that the current tab is seen whole. */
function keepInSight(strip: HTMLElement, current: string): void {
  const tab = strip.querySelector<HTMLElement>(`[data-tab="${CSS.escape(current)}"]`);
  if (!tab) return;
  const [edge, place] = [strip.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (place.left < edge.left) strip.scrollLeft -= edge.left - place.left;
  else if (place.right > edge.right) strip.scrollLeft += place.right - edge.right;
}
