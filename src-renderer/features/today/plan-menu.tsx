import { Dropdown } from 'antd';
import { type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import { nextWorkdays } from '../../../src-shared/visits/suggested-day.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { dayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './rows.module.css';

interface Props {
  readonly name: string;
  readonly isStop: boolean;
  readonly onPlan: (on: CalendarDate) => void;
}

const daysOffered = 8;

/** 安排拜访: today and the workdays after it. */
export function PlanMenu({ name, isStop, onPlan }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const calendar = useWorkCalendar();
  const label = (on: CalendarDate) => {
    const ahead = daysBetween(today, on);
    const said = ahead === 0 ? t('day.today') : ahead === 1 ? t('day.tomorrow') : null;
    return said === null ? dayText(words, on) : t('today.dayNamed', { said, day: dayText(words, on) });
  };
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      placement="bottomRight"
      menu={{
        items: nextWorkdays(today, daysOffered, calendar).map((on) => ({
          key: on,
          label: label(on),
          onClick: () => onPlan(on),
        })),
      }}
    >
      <button
        type="button"
        className={styles.action}
        tabIndex={isStop ? 0 : -1}
        aria-label={t('today.planFor', { name })}
        aria-haspopup="menu"
      >
        {t('today.plan')}
      </button>
    </Dropdown>
  );
}
