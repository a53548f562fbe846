import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

/** Of a visit that repeats: it alone, or it and those after it. */
type Scope = 'one' | 'following';

/** 拜访日历: the days with their visits, who is due beside them, and what opens over them. */
export class CalendarPage {
  readonly region: Locator;
  /** The line above the days. */
  readonly toolbar: Locator;
  readonly unscheduled: Locator;
  readonly card: Locator;
  readonly form: Locator;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.region = page.getByRole('region', { name: words('calendar.label'), exact: true });
    this.toolbar = page.getByRole('heading', { name: words('page.calendar'), level: 1 }).locator('xpath=..');
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

  /** Plans a visit of the customer found by `search` on a day by clicking the day; every week until a day if one is given. */
  async plan(on: string, search: string, name: string, weeklyUntil?: string): Promise<void> {
    await this.day(on).click({ position: { x: 60, y: 70 } });
    const customer = this.form.getByRole('combobox', { name: this.words('visit.customer') });
    await customer.fill(search);
    await this.page.getByTitle(name, { exact: true }).last().click();
    if (weeklyUntil !== undefined) {
      await this.form.getByRole('checkbox', { name: this.words('visit.repeat.label'), exact: true }).check();
      await typeDay(this.form.getByRole('textbox', { name: this.words('visit.repeat.until') }), weeklyUntil);
    }
    await this.form.press('Control+s');
    await this.form.waitFor({ state: 'detached' });
  }

  /** Drags a visit, or a customer of the list, to the lower part of another day. */
  async drag(what: Locator, to: string): Promise<void> {
    await this.pickUp(what, to);
    await this.page.mouse.up();
  }

  /** The first half of a drag: held over the lower part of a day. */
  async pickUp(what: Locator, to: string): Promise<void> {
    const day = await middleOf(this.day(to));
    await this.holdOver(what, { x: day.x, y: day.y + 16 });
  }

  /** Drags to an hour, such as `10:00`, of a day in the week or day view. */
  async dragToHour(what: Locator, to: string, hour: string): Promise<void> {
    const day = await middleOf(this.day(to));
    await this.holdOver(what, { x: day.x, y: (await this.topOfHour(hour)) + 4 });
    await this.page.mouse.up();
  }

  /** Drags the end of a visit to an hour. */
  async dragEnd(what: Locator, hour: string): Promise<void> {
    await what.hover();
    const box = await what.boundingBox();
    if (!box) throw new Error('nothing to resize: it is not on screen');
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height - 1);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height + 10, { steps: 3 });
    await this.page.mouse.move(box.x + box.width / 2, (await this.topOfHour(hour)) - 2, { steps: 6 });
    await this.page.mouse.up();
  }

  private async topOfHour(hour: string): Promise<number> {
    const box = await this.region.getByText(hour, { exact: true }).first().boundingBox();
    if (!box) throw new Error(`${hour} is not on screen`);
    return box.y;
  }

  private async holdOver(what: Locator, to: { readonly x: number; readonly y: number }): Promise<void> {
    const from = await middleOf(what);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    // Two steps at least: the first only says that it is a drag.
    await this.page.mouse.move(from.x + 12, from.y + 12, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
  }

  /** 还有 n 项: the last line of a day that has more than it can show. */
  more(on: string): Locator {
    return this.region.locator(`[data-more="${on}"]`);
  }

  /** All of a day, opened over the calendar. */
  openDay(on: string): Locator {
    return this.region.locator(`[data-panel="${on}"]`);
  }

  /** A customer of the list at the right, or a row of the proposal. */
  row(name: string): Locator {
    return this.page.locator('[data-drop-customer], li[data-drop-entry]').filter({ hasText: name });
  }

  async showView(view: 'month' | 'week' | 'day' | 'agenda'): Promise<void> {
    await this.page
      .getByText(this.words(`calendar.view.${view}`), { exact: true })
      .first()
      .click();
  }

  async open(on: string, name: string): Promise<void> {
    await this.visit(on, name).click();
    await this.card.waitFor();
  }

  /** Moves a visit by its card to another day, it alone or with those that follow it. */
  async moveByCard(on: string, name: string, to: string, scope: Scope): Promise<void> {
    await this.open(on, name);
    await this.card.getByRole('button', { name: this.words('visit.move') }).click();
    await typeDay(this.card.getByRole('textbox', { name: this.words('visit.day') }), to);
    await this.choose(scope);
    await this.card.getByRole('button', { name: this.words('action.save') }).click();
    await this.card.waitFor({ state: 'detached' });
  }

  async cancelByCard(on: string, name: string, reason: string, scope: Scope): Promise<void> {
    await this.open(on, name);
    const cancel = this.card.getByRole('button', { name: this.words('visit.cancel') });
    await cancel.click();
    await this.card.getByRole('textbox', { name: this.words('field.cancelledReason') }).fill(reason);
    await this.choose(scope);
    await cancel.click();
    await this.card.waitFor({ state: 'detached' });
  }

  private async choose(scope: Scope): Promise<void> {
    const scopes = this.card.getByRole('radiogroup', { name: this.words('visit.scope.label') });
    await scopes.getByRole('radio', { name: this.words(`visit.scope.${scope}`) }).check();
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

/** Types a day as a person does; the calendar that opened takes it and closes. */
async function typeDay(field: Locator, on: string): Promise<void> {
  await field.click();
  await field.fill(on);
  await field.press('Enter');
}

async function middleOf(what: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error('nothing to drag: it is not on screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
