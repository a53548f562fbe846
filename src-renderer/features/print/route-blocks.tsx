import type { TFunction } from 'i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { localParts } from '../../../src-shared/core/instant.ts';
import { lunarDateOf } from '../../../src-shared/lunar/lunar-date.ts';
import type { RouteStop } from '../../../src-shared/visits/visit-entry.ts';
import { dayText, longDayText } from '../../text/day-text.ts';
import { lunarDayText } from '../../text/lunar-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText, phoneText } from '../../text/number-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import { SheetHead, SheetLaterHead } from './sheet-heads.tsx';
import styles from './sheets.module.css';

/** `9 月 17 日 周四 农历八月初七`, with the year: paper is kept. */
export function paperDayText(t: TFunction, day: CalendarDate): string {
  return t('print.day', { year: day.slice(0, 4), day: longDayText(t, day), lunar: lunarDayText(t, lunarDateOf(day)) });
}

interface HeadProps {
  readonly t: TFunction;
  readonly company: string;
  readonly day: CalendarDate;
  readonly person: string;
  readonly stops: number;
}

export function RouteHead({ t, company, day, person, stops }: HeadProps) {
  return (
    <>
      <SheetHead title={t('print.routeTitle')} company={company} person={person} day={paperDayText(t, day)}>
        <strong>{t('print.stops', { count: stops, shown: countText(stops) })}</strong>
      </SheetHead>
      <RouteColumns t={t} />
    </>
  );
}

/** On the pages after the first: whose it is and which day, small. */
export function RouteLaterHead({ t, day, person }: Pick<HeadProps, 't' | 'day' | 'person'>) {
  return (
    <>
      <SheetLaterHead title={t('print.routeTitle')} person={person} day={paperDayText(t, day)} />
      <RouteColumns t={t} />
    </>
  );
}

function RouteColumns({ t }: { readonly t: TFunction }) {
  return (
    <div className={`${styles.stop} ${styles.columns}`}>
      <span />
      <span>{t('field.plannedTime')}</span>
      <span>{t('print.customerAndAddress')}</span>
      <span>{t('print.contactAndPhone')}</span>
      <span>{t('print.purposeAndLastTalk')}</span>
    </div>
  );
}

export function DistrictHead({ name, count }: { readonly name: string; readonly count: string }) {
  return (
    <div className={styles.group}>
      <strong>{name}</strong>
      <span>{count}</span>
    </div>
  );
}

interface StopProps {
  readonly words: WindowWords;
  readonly stop: RouteStop;
  /** 1 … n within the sheet. */
  readonly number: number;
  /** Empty: no tier. */
  readonly tier: string;
  readonly person: (id: string) => string;
}

/** One stop: whom, where, whom to call, what for, what was said last, and a line to write on. */
export function Stop({ words, stop, number, tier, person }: StopProps) {
  const { t, timeZone } = words;
  const { lastTalk } = stop;
  return (
    <div className={styles.stopBlock}>
      <div className={styles.stop}>
        <span className={styles.number}>{number}</span>
        <span>{stop.plan.plannedTime ?? ''}</span>
        <div className={styles.cell}>
          <p className={styles.name}>
            <span className={styles.tier} data-none={tier === ''}>
              {tier}
            </span>
            {stop.name}
          </p>
          <p className={styles.small}>{addressOf(stop)}</p>
          {stop.owed && <Owed t={t} {...stop.owed} />}
        </div>
        <div className={styles.cell}>
          <p className={styles.one}>{stop.contactName}</p>
          <p className={styles.phone}>{stop.phone === null ? '' : phoneText(stop.phone)}</p>
        </div>
        <div className={styles.cell}>
          {stop.plan.purpose && <p className={styles.one}>{stop.plan.purpose}</p>}
          <p className={styles.talk}>
            {lastTalk === null
              ? t('print.noTalk')
              : t('print.lastTalk', {
                  day: dayText(words, localParts(lastTalk.at, timeZone).day),
                  who: person(lastTalk.authorId),
                  text: lastTalk.text.replace(/\s+/g, ' '),
                })}
          </p>
        </div>
      </div>
      <div className={styles.writeOn} />
    </div>
  );
}

/** What is to be collected at the door, if the one who prints may know it. */
function Owed({ t, openFen, overdueFen }: { readonly t: TFunction } & NonNullable<RouteStop['owed']>) {
  return (
    <p className={styles.owed}>
      {t('print.owed', { amount: moneyText(openFen) })}
      {overdueFen > 0 && <strong>{t('print.owedOverdue', { amount: moneyText(overdueFen) })}</strong>}
    </p>
  );
}

/** Where it is; the district is said by the heading, the city where no street is known. */
function addressOf(stop: RouteStop): string {
  return stop.address ?? [stop.city, stop.district].filter((part) => part !== null).join(' ');
}
