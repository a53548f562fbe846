import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface Props {
  readonly count: number;
  /** Pixels, of every row. */
  readonly rowHeight: number;
  /** What scrolls, with other things above and below the rows. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** A `<tr>` with a key. */
  readonly children: (index: number) => ReactNode;
}

/** Fewer are all drawn: searching the page and printing it then need nothing else. */
const drawnWhole = 200;
/** Rows drawn beyond each edge, so that a turn of the wheel shows no gap. */
const spare = 20;

/** The body of a table whose rows have one height, in the midst of something that scrolls; of many, only those in sight are drawn. */
export function WindowedRows({ count, rowHeight, scroller, children }: Props) {
  const rows = useRef<HTMLTableSectionElement>(null);
  const [first, setFirst] = useState(0);
  const [shown, setShown] = useState(spare * 2);
  const isWhole = count <= drawnWhole;
  useLayoutEffect(() => {
    const area = scroller.current;
    if (isWhole || !area) return;
    const look = () => {
      if (!rows.current) return;
      const above = area.getBoundingClientRect().top - rows.current.getBoundingClientRect().top;
      // In steps, so that not every pixel draws anew.
      setFirst(Math.max(0, Math.floor(above / rowHeight / spare) * spare - spare));
      setShown(Math.ceil(area.clientHeight / rowHeight) + spare * 3);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(area);
    area.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      area.removeEventListener('scroll', look);
    };
  }, [scroller, rowHeight, isWhole]);
  const from = isWhole ? 0 : Math.min(first, Math.max(0, count - shown));
  const to = isWhole ? count : Math.min(count, from + shown);
  return (
    <tbody ref={rows}>
      <Gap height={from * rowHeight} />
      {Array.from({ length: to - from }, (_, at) => children(from + at))}
      <Gap height={(count - to) * rowHeight} />
    </tbody>
  );
}

/** What the rows that are not drawn would take. */
function Gap({ height }: { readonly height: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}
