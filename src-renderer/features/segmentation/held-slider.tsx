import { Slider, type SliderSingleProps } from 'antd';
import { useEffect, useLayoutEffect } from 'react';

/**
 * A slider that may go while it is dragged (tiers change meanwhile, another page is opened by keys). Ant Design's listens
 * to the document until React tidies up behind it, some moments after it has left the page: a move of the pointer in
 * between would measure what is not there any more ("getBoundingClientRect of null").
 */
export function HeldSlider(props: SliderSingleProps) {
  useLayoutEffect(() => () => window.addEventListener('mousemove', holdBack, { capture: true }), []);
  // Runs with the tidying up: from here on nobody listens any more.
  useEffect(() => () => window.removeEventListener('mousemove', holdBack, { capture: true }), []);
  return <Slider {...props} />;
}

function holdBack(event: MouseEvent): void {
  event.stopImmediatePropagation();
}
