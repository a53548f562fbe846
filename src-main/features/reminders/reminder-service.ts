import type { ReadDb } from '../../../db/open.ts';
import { journalPosition } from '../../../db/queries/journal-position.ts';
import { openPlanCounts, timedPlans } from '../../../db/queries/reminder-material.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Instant, instantFromMs, instantToMs, localParts } from '../../../src-shared/core/instant.ts';
import type { Topic } from '../../../src-shared/ipc/topics.ts';
import { type SortedReminders, sortOutReminders } from '../../../src-shared/reminders/due-reminders.ts';
import type { Reminder } from '../../../src-shared/reminders/reminder.ts';
import {
  type ComingOccasion,
  occasionSpan,
  planSpan,
  type ReminderDay,
  type ReminderMaterial,
  remindersOf,
} from '../../../src-shared/reminders/reminder-material.ts';
import {
  changeRemembered,
  type Remembered,
  type ReminderMemory,
  rememberShown,
} from '../../../src-shared/reminders/reminder-memory.ts';
import type { ReminderList, ReminderTarget } from '../../../src-shared/reminders/reminders-contract.ts';
import { type SnoozeChoice, snoozeUntil } from '../../../src-shared/reminders/snooze-until.ts';
import type { Preferences } from '../../../src-shared/workspace/workspace-contract.ts';
import type { Log, Notifier } from '../../ipc/app-services.ts';
import { inTrayNotice, noticeOf, trialNotice } from './reminder-words.ts';

/** The book that is open, who sits before it and what day it is there. */
export interface RemindedDesk extends ReminderDay {
  readonly db: ReadDb;
  readonly bookId: Id;
  readonly userId: Id;
  /** Its visits are nobody's: they are listed, and no notification disturbs the desktop. */
  readonly isSample: boolean;
  /** Days to remember that come in the span; `ownerId` null: of everybody's customers. */
  readonly occasions: (span: ReturnType<typeof occasionSpan>, ownerId: Id | null) => readonly ComingOccasion[];
}

/** What this PC keeps of what it has shown. */
export interface ReminderKeeper {
  readonly preferences: Preferences;
  reminderMemory(bookId: Id, userId: Id): ReminderMemory;
  saveReminderMemory(bookId: Id, userId: Id, memory: ReminderMemory): Promise<void>;
}

export interface Glance {
  readonly isReminding: boolean;
  readonly visitsToday: number;
  /** HH:MM on the book's wall clock; null: not paused. */
  readonly pausedUntil: string | null;
}

export interface ReminderDeps {
  /** Null: no book is open. */
  readonly desk: () => RemindedDesk | null;
  readonly keeper: ReminderKeeper;
  readonly notifier: Notifier;
  readonly now: () => Instant;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly log: Log;
}

/** What was read of the book, and when it may be used again. */
interface KeptMaterial {
  readonly db: ReadDb;
  readonly position: number;
  readonly today: CalendarDate;
  readonly whose: Id | null;
  readonly material: ReminderMaterial;
}

const nothing: SortedReminders = { toShow: [], empty: [], open: [], snoozed: [], upcoming: [] };

/** Reminds whoever sits at this PC. Nothing here writes into the book: what was shown belongs to the PC. */
export class ReminderService {
  readonly #deps: ReminderDeps;
  /** Ends with the app. A moment that has passed still says since when reminders come again. */
  #pausedUntil: Instant | null = null;
  #toOpen: ReminderList['toOpen'] = null;
  #clicks = 0;
  #saidStillRunning = false;
  #kept: KeptMaterial | null = null;

  constructor(deps: ReminderDeps) {
    this.#deps = deps;
  }

  /** To be called every minute, at start and after sleep: what is due is shown, all of it as one notification. */
  async tick(): Promise<void> {
    const desk = this.#deps.desk();
    if (!desk) return;
    const { toShow, empty } = this.#sortOut(desk);
    if (toShow.length + empty.length === 0) return;
    const shown = toShow.map(({ reminder, isLate }) => ({ key: reminder.key, isLate }));
    await this.#keepBeforeShowing(desk, rememberShown(this.#memory(desk), shown, empty, this.#deps.now()));
    if (toShow.length === 0) return;
    if (!desk.isSample) this.#notify(toShow);
    this.#deps.announce(['reminders']);
  }

  list(): ReminderList {
    const desk = this.#deps.desk();
    const { preferences } = this.#deps.keeper;
    const { open, snoozed, upcoming } = desk ? this.#sortOut(desk) : nothing;
    return {
      open: open.map(({ reminder, isLate, isSeen }) => ({ reminder, isMissed: isLate && !isSeen })),
      snoozed,
      upcoming,
      isOn: preferences.reminders.isOn,
      pausedUntil: this.pausedUntil,
      staysInTray: preferences.closing === 'tray',
      toOpen: this.#toOpen,
    };
  }

  snooze(keys: readonly string[], choice: SnoozeChoice): Promise<void> {
    const { now, keeper } = this.#deps;
    const { time } = keeper.preferences.reminders.morning;
    return this.#change((desk, memory) =>
      changeRemembered(memory, keys, {
        snoozedUntil: snoozeUntil(choice, now(), time, desk.timeZone),
        isDismissed: false,
        isSeen: true,
      }),
    );
  }

  dismiss(keys: readonly string[]): Promise<void> {
    return this.#changeKeys(keys, { isDismissed: true, isSeen: true, snoozedUntil: null });
  }

  seeMissed(): Promise<void> {
    return this.#change((_desk, memory) => changeRemembered(memory, Object.keys(memory), { isSeen: true }));
  }

  /** Null: not paused now. */
  get pausedUntil(): Instant | null {
    return this.#pausedUntil !== null && this.#pausedUntil > this.#deps.now() ? this.#pausedUntil : null;
  }

  /** 0 minutes ends the pause; what it held back comes with the next tick. */
  pause(minutes: number): void {
    this.#pausedUntil = instantFromMs(instantToMs(this.#deps.now()) + minutes * 60_000);
    this.#deps.announce(['reminders']);
  }

  /** What the tray says. `visitsToday`: open ones of the day, of those this user is reminded of; 0 without a book. */
  glance(): Glance {
    const desk = this.#deps.desk();
    const { pausedUntil } = this;
    return {
      isReminding: this.#deps.keeper.preferences.reminders.isOn,
      visitsToday: desk ? this.#material(desk).counts.visits : 0,
      pausedUntil: desk && pausedUntil ? localParts(pausedUntil, desk.timeZone).time : null,
    };
  }

  /** At the first hiding of the window: without it one would take the app for closed. */
  sayStillRunning(): void {
    if (this.#saidStillRunning) return;
    this.#saidStillRunning = true;
    const { notifier, keeper } = this.#deps;
    notifier.show(inTrayNotice(keeper.preferences.language), () => {});
  }

  /** False: this desktop shows no notifications. */
  tryOne(): boolean {
    const { notifier, keeper } = this.#deps;
    return notifier.show(trialNotice(keeper.preferences.language), () => this.askToOpen({ kind: 'list' }));
  }

  /** The window is to go there; it is told so until it has followed. */
  askToOpen(target: ReminderTarget): void {
    this.#clicks += 1;
    this.#toOpen = { id: this.#clicks, target };
    this.#deps.announce(['reminders']);
  }

  /** A later click stays: the window follows that one too. */
  followed(id: number): void {
    if (this.#toOpen?.id === id) this.#toOpen = null;
  }

  #notify(due: SortedReminders['toShow']): void {
    const { notifier, keeper } = this.#deps;
    const target = targetOf(due.map(({ reminder }) => reminder));
    notifier.show(noticeOf(due, keeper.preferences.language), () => this.askToOpen(target));
  }

  /**
   * Written before it is shown: after a crash in between nothing comes twice, and it still stands in the list. A disk
   * that takes nothing must not silence the reminders; within this run they are remembered all the same.
   */
  async #keepBeforeShowing({ bookId, userId }: RemindedDesk, memory: ReminderMemory): Promise<void> {
    try {
      await this.#deps.keeper.saveReminderMemory(bookId, userId, memory);
    } catch (cause) {
      this.#deps.log.error('keeping what was reminded of', cause);
    }
  }

  async #changeKeys(keys: readonly string[], change: Partial<Remembered>): Promise<void> {
    await this.#change((_desk, memory) => changeRemembered(memory, keys, change));
  }

  async #change(work: (desk: RemindedDesk, memory: ReminderMemory) => ReminderMemory): Promise<void> {
    const desk = this.#deps.desk();
    if (!desk) return;
    await this.#deps.keeper.saveReminderMemory(desk.bookId, desk.userId, work(desk, this.#memory(desk)));
  }

  #memory({ bookId, userId }: RemindedDesk): ReminderMemory {
    return this.#deps.keeper.reminderMemory(bookId, userId);
  }

  #whose({ userId }: RemindedDesk): Id | null {
    return this.#deps.keeper.preferences.reminders.whose === 'mine' ? userId : null;
  }

  /** Read anew when the book, its journal or its day has moved on: asked for every minute, over the whole book. */
  #material(desk: RemindedDesk): ReminderMaterial {
    const { db, today } = desk;
    const position = journalPosition(db);
    const whose = this.#whose(desk);
    const kept = this.#kept;
    if (kept?.db === db && kept.position === position && kept.today === today && kept.whose === whose) {
      return kept.material;
    }
    const occasions = desk.occasions(occasionSpan(today), whose);
    const coming = occasions.filter(({ on }) => on >= today).length;
    const material = {
      plans: timedPlans(db, planSpan(today), whose),
      occasions,
      counts: { ...openPlanCounts(db, today, whose), occasions: coming },
    };
    this.#kept = { db, position, today, whose, material };
    return material;
  }

  #sortOut(desk: RemindedDesk): SortedReminders {
    const { today, timeZone } = desk;
    const preferences = this.#deps.keeper.preferences.reminders;
    const reminders = remindersOf(this.#material(desk), preferences, desk);
    const { quiet } = preferences;
    const scene = { now: this.#deps.now(), today, timeZone, quiet, pausedUntil: this.#pausedUntil };
    return sortOutReminders(reminders, this.#memory(desk), scene);
  }
}

function targetOf(reminders: readonly Reminder[]): ReminderTarget {
  const [first] = reminders;
  if (!first || reminders.length > 1) return { kind: 'list' };
  return first.kind === 'morning' ? { kind: 'today' } : { kind: 'customer', customerId: first.customerId };
}
