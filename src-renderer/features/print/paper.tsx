import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyCssVariables } from '../../app/tokens.ts';
import { paginate } from './paginate.ts';
import styles from './paper.module.css';
import type { Sheet } from './sheet.ts';

interface Props {
  readonly sheets: readonly Sheet[];
  /** At the foot of each page: whose book it is. */
  readonly foot: string;
  readonly onPages: (count: number) => void;
}

type Pages = readonly (readonly [number, number])[];

/**
 * Sheets as A4 pages, the same on screen and on paper: the blocks are measured once in a place nobody sees, and dealt
 * out. The window's own page breaks are not asked, because they cannot repeat a head or count pages.
 */
export function Paper({ sheets, foot, onPages }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLDivElement>(null);
  const [laidOut, setLaidOut] = useState<{ readonly of: readonly Sheet[]; readonly pages: readonly Pages[] } | null>(
    null,
  );
  // Paper is white whatever the window's theme.
  useLayoutEffect(() => {
    if (root.current) applyCssVariables('light', root.current);
  }, []);
  useLayoutEffect(() => {
    if (!measure.current) return;
    const pages = layOut(measure.current, sheets);
    setLaidOut({ of: sheets, pages });
    onPages(pages.reduce((sum, of) => sum + of.length, 0));
  }, [sheets, onPages]);
  return (
    <div ref={root} className={styles.paper}>
      <div ref={measure} className={styles.measure} aria-hidden>
        <div data-room className={styles.body} />
        {sheets.map((sheet) => (
          <div key={sheet.key} data-sheet>
            <div data-head>{sheet.head}</div>
            <div data-later-head>{sheet.laterHead}</div>
            {sheet.blocks.map((block) => (
              <div key={block.key} data-block>
                {block.node}
              </div>
            ))}
          </div>
        ))}
      </div>
      {laidOut?.of === sheets &&
        sheets.map((sheet, index) => (
          <SheetPages key={sheet.key} sheet={sheet} pages={laidOut.pages[index] ?? []} foot={foot} />
        ))}
    </div>
  );
}

interface SheetPagesProps {
  readonly sheet: Sheet;
  readonly pages: Pages;
  readonly foot: string;
}

function SheetPages({ sheet, pages, foot }: SheetPagesProps): ReactNode {
  const { t } = useTranslation();
  return pages.map(([from, to], index) => (
    <section key={from} className={styles.page} aria-label={t('print.page', { page: index + 1, pages: pages.length })}>
      <div className={styles.body}>
        {index === 0 ? sheet.head : (sheet.laterHeadAt?.(from) ?? sheet.laterHead)}
        {sheet.blocks.slice(from, to).map((block) => (
          <div key={block.key}>{block.node}</div>
        ))}
      </div>
      <footer className={styles.foot}>
        <span>{foot}</span>
        <span>{t('print.page', { page: index + 1, pages: pages.length })}</span>
      </footer>
    </section>
  ));
}

function layOut(measure: HTMLElement, sheets: readonly Sheet[]): readonly Pages[] {
  const room = heightOf(measure.querySelector('[data-room]'));
  const measured = measure.querySelectorAll('[data-sheet]');
  return sheets.map((sheet, index) => {
    const of = measured[index];
    const heights = [...(of?.querySelectorAll(':scope > [data-block]') ?? [])].map(heightOf);
    return paginate(
      sheet.blocks.map((block, at) => ({ height: heights[at] ?? 0, keepWithNext: block.keepWithNext })),
      {
        first: room - heightOf(of?.querySelector(':scope > [data-head]')),
        later: room - heightOf(of?.querySelector(':scope > [data-later-head]')),
      },
    );
  });
}

function heightOf(element: Element | null | undefined): number {
  return element?.getBoundingClientRect().height ?? 0;
}
