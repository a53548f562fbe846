import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { sizes } from '../app/tokens.ts';
import { readLayout, saveLayout } from '../state/saved-layout.ts';
import styles from './pane-dock.module.css';

interface Props {
  readonly label: string;
  /** Where its width is remembered. */
  readonly layoutKey: string;
  /** Pixels it has at first and at least; those of a customer's pane when left out. */
  readonly first?: number;
  readonly min?: number;
  readonly children: ReactNode;
}

const keyStep = 16;

function held(width: number, min: number): number {
  return Math.round(Math.min(sizes.paneMax, Math.max(min, width)));
}

/** A pane at the right edge that is made wider or narrower by its grip, with mouse or arrow keys; the list makes room. */
export function PaneDock({ label, layoutKey, first = sizes.pane, min = sizes.paneMin, children }: Props) {
  const { t } = useTranslation();
  const [width, setWidth] = useState(() => held(readLayout(layoutKey, z.number()) ?? first, min));
  const resize = (next: number) => {
    setWidth(held(next, min));
    saveLayout(layoutKey, held(next, min));
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const dock = event.currentTarget.parentElement;
    if (!dock || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    resize(dock.getBoundingClientRect().right - event.clientX);
  };
  const step = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    resize(width + (event.key === 'ArrowLeft' ? keyStep : -keyStep));
  };
  return (
    <aside className={styles.dock} style={{ width }} aria-label={label}>
      {/* biome-ignore lint/a11y/useSemanticElements: a line cannot be dragged; this is the window splitter pattern */}
      <div
        className={styles.grip}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('pane.resize')}
        aria-valuenow={width}
        aria-valuemin={min}
        aria-valuemax={sizes.paneMax}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={step}
        onDoubleClick={() => resize(first)}
      />
      {children}
    </aside>
  );
}
