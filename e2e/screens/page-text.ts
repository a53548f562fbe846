import type { Locator, Page } from 'playwright-core';

export interface FaintText {
  readonly text: string;
  readonly ratio: number;
  readonly color: string;
  readonly background: string;
}

/**
 * Text on screen that stands out from its ground by less than `least` (WCAG's contrast ratio, computed from what the
 * browser paints). Disabled controls and signs that carry no information are left out, as WCAG does.
 */
export function faintTexts(page: Page, least: number): Promise<FaintText[]> {
  return page.evaluate((wanted) => {
    type Rgba = readonly [number, number, number, number];
    const parse = (css: string): Rgba => {
      const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    };
    const over = (top: Rgba, under: Rgba): Rgba => [
      top[0] * top[3] + under[0] * (1 - top[3]),
      top[1] * top[3] + under[1] * (1 - top[3]),
      top[2] * top[3] + under[2] * (1 - top[3]),
      1,
    ];
    const luminance = (color: Rgba): number => {
      const [r = 0, g = 0, b = 0] = color.slice(0, 3).map((part) => {
        const value = part / 255;
        return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element: Element): Rgba => {
      const layers: Rgba[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) {
        const layer = parse(getComputedStyle(at).backgroundColor);
        if (layer[3] > 0) layers.push(layer);
        if (layer[3] === 1) break;
      }
      return layers.reduceRight((under, layer) => over(layer, under), [255, 255, 255, 1] as Rgba);
    };
    const found: FaintText[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      const text = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim() ?? '')
        .join('');
      if (text === '' || text === '—' || element.closest('[aria-hidden=true],[disabled],[aria-disabled=true]'))
        continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      const ground = groundOf(element);
      const { color } = getComputedStyle(element);
      const [a, b] = [luminance(over(parse(color), ground)), luminance(ground)];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < wanted)
        found.push({ text, ratio: Math.round(ratio * 100) / 100, color, background: ground.slice(0, 3).join() });
    }
    return found;
  }, least);
}

/** All that the page says, names for screen readers and hints included. */
export function allWords(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...document.body.innerText.split('\n'),
    ...[...document.body.querySelectorAll('*')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
    ),
  ]);
}

/** What stands further right than the part of the page that holds it: cut off, or under what is beside it. */
export function beyondTheirBox(part: Locator): Promise<string[]> {
  return part.evaluate((box) => {
    const edge = box.getBoundingClientRect().right + 1;
    return [...box.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > edge)
      .map((element) => `${element.tagName} ${element.textContent ?? ''}`.trim());
  });
}
