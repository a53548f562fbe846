import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { type CalendarDate, daysBetween } from '../../../../src-shared/core/calendar-date.ts';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';
import type { Tag } from '../../../../src-shared/tags/tags-contract.ts';
import type { Tier } from '../../../../src-shared/tiers/tier.ts';
import { dueText, shortDayText } from '../../../text/day-text.ts';
import type { WindowWords } from '../../../text/use-window-words.ts';
import styles from './cells.module.css';

/** What cells need beside their row; the grid's context. */
export interface GridContext {
  words: WindowWords;
  tiers: ReadonlyMap<string, Tier>;
  owners: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, Tag>;
}

type Params = ICellRendererParams<CustomerRow, unknown, GridContext>;

/**
 * Cells are plain DOM, not React: a flung scroll bar draws a thousand of them a second, and a React root in each was
 * the difference between rows and white.
 */
abstract class PlainCell implements ICellRendererComp<CustomerRow> {
  private readonly element = document.createElement('span');

  init(params: Params): void {
    this.draw(params);
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(params: Params): boolean {
    this.draw(params);
    return true;
  }

  private draw(params: Params): void {
    this.element.className = styles.cell ?? '';
    this.element.replaceChildren(...(params.data ? this.parts(params.data, params.context) : []));
  }

  protected abstract parts(row: CustomerRow, context: GridContext): readonly HTMLElement[];
}

function part(className: string | undefined, text: string): HTMLElement {
  const element = document.createElement('span');
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

const svgSpace = 'http://www.w3.org/2000/svg';
/** The pin of lucide, as the pane shows it. */
const pinPath =
  'M12 17v5M9 10.76a2 2 0 0 1-1.11 1.79l-1.78.9A2 2 0 0 0 5 15.24V16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-.76a2 2 0 0 0-1.11-1.79l-1.78-.9A2 2 0 0 1 15 10.76V7a1 1 0 0 1 1-1 2 2 0 0 0 0-4H8a2 2 0 0 0 0 4 1 1 0 0 1 1 1z';

function pinPart(words: WindowWords): HTMLElement {
  const element = part(styles.pin, '');
  element.title = words.t('tier.isPinned');
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', words.t('tier.isPinned'));
  const icon = document.createElementNS(svgSpace, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  const path = document.createElementNS(svgSpace, 'path');
  path.setAttribute('d', pinPath);
  icon.append(path);
  element.append(icon);
  return element;
}

function emptyPart(words: WindowWords): HTMLElement {
  const element = part(styles.empty, '—');
  element.setAttribute('aria-label', words.t('list.emptyCell'));
  return element;
}

export class TierCell extends PlainCell {
  protected parts(row: CustomerRow, { tiers, words }: GridContext): readonly HTMLElement[] {
    const tier = row.tierId === null ? null : tiers.get(row.tierId);
    if (!tier) return [emptyPart(words)];
    const badge = part(styles.tier, tier.name);
    badge.dataset.color = tier.color;
    return row.isTierPinned ? [badge, pinPart(words)] : [badge];
  }
}

export class NextVisitCell extends PlainCell {
  protected parts(row: CustomerRow, { words }: GridContext): readonly HTMLElement[] {
    return [row.nextVisitOn === null ? emptyPart(words) : duePart(words, row.nextVisitOn)];
  }
}

/** When the next contact is due by cadence. Where a visit is planned nobody is called late for it. */
export class DueCell extends PlainCell {
  protected parts(row: CustomerRow, { words }: GridContext): readonly HTMLElement[] {
    return [row.nextVisitOn === null ? duePart(words, row.dueOn) : part(styles.later, shortDayText(words, row.dueOn))];
  }
}

/** Of the oldest debt; blank where nothing is past due. */
export class OverdueDaysCell extends PlainCell {
  protected parts(row: CustomerRow, { words }: GridContext): readonly HTMLElement[] {
    const days = row.oldestDueOn === null ? 0 : daysBetween(row.oldestDueOn, words.today);
    return [days > 0 ? part(styles.late, words.t('list.days', { count: days })) : emptyPart(words)];
  }
}

function duePart(words: WindowWords, day: CalendarDate): HTMLElement {
  const due = dueText(words, day);
  const late = daysBetween(day, words.today);
  const element = part(styles[due.tone], late > 0 ? words.t('day.overdueShort', { count: late }) : due.text);
  element.title = day;
  return element;
}

export class TagsCell extends PlainCell {
  protected parts(row: CustomerRow, { tags, words }: GridContext): readonly HTMLElement[] {
    const names = row.tagIds.flatMap((id) => tags.get(id)?.name ?? []);
    return names.length === 0 ? [emptyPart(words)] : names.map((name) => part(styles.tag, name));
  }
}
