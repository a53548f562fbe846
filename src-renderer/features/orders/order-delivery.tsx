import { Button } from 'antd';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { OrderDetail } from '../../../src-shared/orders/order.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { dayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './order-sheet.module.css';

interface Props {
  readonly order: OrderDetail;
  readonly isReadOnly: boolean;
}

/** 已送达: one click for today, another day beside it. The call that the relationship level asks for is planned with it and said. */
export function OrderDelivery({ order, isReadOnly }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const { id, orderNo, customerName, issuedOn, deliveredOn } = order;
  const save = (on: CalendarDate | null) =>
    void reported(
      client.orders.setDelivered({ id, on, callPurpose: t('order.delivery.callPurpose', { no: orderNo }) }),
      ({ callPlannedOn }) => {
        if (on === null) return t('order.delivery.takenBack', { no: orderNo });
        const day = dayText(words, on);
        return callPlannedOn === null
          ? t('order.delivery.saved', { no: orderNo, day })
          : t('order.delivery.savedWithCall', {
              no: orderNo,
              day,
              name: customerName,
              call: dayText(words, callPlannedOn),
            });
      },
    );
  if (isReadOnly) {
    return (
      <p className={styles.delivery}>
        <span className={styles.quiet}>{t('order.delivery.title')}</span>
        {deliveredOn === null ? t('order.delivery.notYet') : dayText(words, deliveredOn)}
      </p>
    );
  }
  return (
    <div className={styles.delivery}>
      <span className={styles.quiet}>{t('order.delivery.title')}</span>
      <span className={styles.deliveryDay}>
        <DayPicker
          size="small"
          label={t('order.delivery.day')}
          value={deliveredOn}
          from={issuedOn}
          upTo={today}
          today={today}
          placeholder={t('order.delivery.notYet')}
          onChange={save}
        />
      </span>
      {deliveredOn === null && issuedOn <= today && (
        <Button size="small" onClick={() => save(today)}>
          {t('order.delivery.done')}
        </Button>
      )}
    </div>
  );
}
