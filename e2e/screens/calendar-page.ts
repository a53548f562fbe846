import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

/** 拜访日历: the days with their visits, who is due beside them, and what opens over them. */
export class CalendarPage {
  readonly region: Locator;
  readonly unscheduled: Locator;
  readonly card: Locator;
  readonly form: Locator;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.region = page.getByRole('region', { name: words('calendar.label'), exact: true });
    this.unscheduled = page.getByRole('region', { name: words('calendar.unscheduled.label'), exact: true });
    this.card = page.getByRole('dialog', { name: words('visit.cardLabel') });
    this.form = page.getByRole('form', { name: words('visit.planTitle'), exact: true });
  }

  day(on: string): Locator {
    return this.region.locator(`[data-date="${on}"]`).first();
  }

  /** The visits of a day as they stand in it. */
  visits(on: string): Locator {
    return this.region.locator(`[data-date="${on}"] [data-chip]`);
  }

  visit(on: string, name: string): Locator {
    return this.visits(on).filter({ hasText: name });
  }

  /** Plans a visit of the customer found by `search` on a day by clicking the day. */
  async plan(on: string, search: string, name: string): Promise<void> {
    await this.day(on).click({ position: { x: 60, y: 70 } });
    const customer = this.form.getByRole('combobox', { name: this.words('visit.customer') });
    await customer.fill(search);
    await this.page.getByTitle(name, { exact: true }).last().click();
    await this.form.press('Control+s');
    await this.form.waitFor({ state: 'detached' });
  }

  /** Drags a visit, or a customer of the list, to the lower part of another day. */
  async drag(what: Locator, to: string): Promise<void> {
    const from = await middleOf(what);
    const day = await middleOf(this.day(to));
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    // Two steps at least: the first only says that it is a drag.
    await this.page.mouse.move(from.x + 12, from.y + 12, { steps: 3 });
    await this.page.mouse.move(day.x, day.y + 16, { steps: 6 });
    await this.page.mouse.up();
  }

  async open(on: string, name: string): Promise<void> {
    await this.visit(on, name).click();
    await this.card.waitFor();
  }

  /** Notes the visit of the open card in one line, which completes it. */
  async complete(text: string): Promise<void> {
    await this.card.getByRole('button', { name: this.words('visit.complete') }).click();
    const line = this.card.getByRole('textbox', { name: this.words('followUp.text') });
    await line.fill(text);
    await line.press('Control+Enter');
    await this.card.waitFor({ state: 'detached' });
  }
}

async function middleOf(what: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await what.boundingBox();
  if (!box) throw new Error('nothing to drag: it is not on screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
