import { type RefObject, useLayoutEffect, useState } from 'react';

/** The height of an element in pixels, followed; 0 before it is drawn. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const drawn = element.current;
    if (!drawn) return;
    const measure = () => setHeight(Math.round(drawn.clientHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(drawn);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
