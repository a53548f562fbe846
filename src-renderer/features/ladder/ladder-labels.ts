/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How wide a text will be, near enough to keep texts apart: a Chinese character is as wide as its size. */
export function roughWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) >= 0x2e80 ? size : size * 0.6;
  return width;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const gap = 4;

/**
 * Puts a label over each bar, so that none lies on another or on a neighbour's bar: from the last bar to the first,
 * each as low as it can stand; what finds no room above stands beside its bar. `bars` and `sizes` in one order.
 */
export function placeLabels(
  bars: readonly Box[],
  sizes: readonly { readonly width: number; readonly height: number }[],
  area: Box,
): readonly Box[] {
  const placed = new Map<number, Box>();
  for (const [index, bar] of [...bars.entries()].reverse()) {
    const size = sizes[index];
    if (!size) continue;
    const others = [...bars.filter((other) => other !== bar), ...placed.values()];
    const x = Math.max(area.x, Math.min(bar.x, area.x + area.width - size.width));
    placed.set(
      index,
      above({ ...size, x, y: bar.y - size.height - gap }, others, area) ?? beside(bar, size, others, area),
    );
  }
  return bars.map((bar, index) => placed.get(index) ?? { ...bar, width: 0, height: 0 });
}

/** Up until it is clear; null: there is no room above. */
function above(wish: Box, others: readonly Box[], area: Box): Box | null {
  let box = wish;
  for (let tries = 0; tries <= others.length; tries += 1) {
    const hit = others.find((other) => overlap(box, other));
    if (box.y < area.y) return null;
    if (!hit) return box;
    box = { ...box, y: hit.y - box.height - gap };
  }
  return null;
}

/** To the right of its own top, further right until it is clear; at last over the drawing: a text on a bar is still read. */
function beside(bar: Box, size: { width: number; height: number }, others: readonly Box[], area: Box): Box {
  const y = Math.max(area.y, bar.y);
  let box: Box = { ...size, x: bar.x + bar.width + gap * 2, y };
  for (let tries = 0; tries <= others.length; tries += 1) {
    const hit = others.find((other) => overlap(box, other));
    if (!hit) break;
    box = { ...box, x: hit.x + hit.width + gap };
  }
  const fits = box.x + box.width <= area.x + area.width;
  return fits ? box : { ...size, x: Math.min(bar.x + gap, area.x + area.width - size.width), y: y + gap };
}
