import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { PaymentRow } from '../../../src-shared/payments/payments-contract.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords, type WindowWords } from '../../text/use-window-words.ts';
import styles from './source-dialog.module.css';

interface Props {
  readonly source: PaymentRow;
  readonly nameOf: (receivableId: string) => string;
}

/** What happened to it, by business day; only when more happened than that it came in and settled something. */
export function SourceEvents({ source, nameOf }: Props) {
  const words = useWindowWords();
  const events = eventsOf(words, source, nameOf);
  const isEventful =
    source.voidedOn !== null || source.refunds.length > 0 || source.allocations.some(({ endedOn }) => endedOn !== null);
  if (!isEventful) return null;
  return (
    <section className={styles.section} aria-label={words.t('source.events')}>
      <h3 className={styles.heading}>{words.t('source.events')}</h3>
      <ol className={styles.events}>
        {events.map(({ key, on, said }) => (
          <li key={key}>
            <span className={styles.quiet}>{dayText(words, on)}</span> {said}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SourceEvent {
  readonly key: string;
  readonly on: CalendarDate;
  readonly said: string;
}

function eventsOf({ t }: WindowWords, source: PaymentRow, nameOf: Props['nameOf']): readonly SourceEvent[] {
  const events: SourceEvent[] = [
    { key: 'in', on: source.on, said: t('source.event.in', { amount: moneyText(source.amountFen) }) },
  ];
  for (const { id, receivableId, amountFen, effectiveOn, endedOn } of source.allocations) {
    const said = { name: nameOf(receivableId), amount: moneyText(amountFen) };
    events.push({ key: `${id} from`, on: effectiveOn, said: t('source.event.settled', said) });
    if (endedOn !== null) events.push({ key: `${id} to`, on: endedOn, said: t('source.event.freed', said) });
  }
  for (const { id, on, amountFen, voidedOn } of source.refunds) {
    const said = { amount: moneyText(amountFen) };
    events.push({ key: id, on, said: t('source.event.refund', said) });
    if (voidedOn !== null) events.push({ key: `${id} void`, on: voidedOn, said: t('source.event.refundVoid', said) });
  }
  const { voidedOn, voidKind } = source;
  if (voidedOn !== null) {
    events.push({ key: 'void', on: voidedOn, said: t(`source.event.${voidKind ?? 'mistake'}`) });
  }
  return events.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
