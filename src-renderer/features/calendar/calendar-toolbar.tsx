import { Button, Segmented, Tooltip } from 'antd';
import { ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { useToday } from '../../ipc/use-book.ts';
import type { CalendarLook, PersonChoice } from './calendar-look.ts';
import { page, showView, standOn } from './calendar-store.ts';
import styles from './calendar-toolbar.module.css';
import { LookMenu } from './look-menu.tsx';
import { PersonsFilter } from './persons-filter.tsx';
import { type CalendarView, calendarViews, titleOf } from './shown-days.ts';

interface Props {
  readonly view: CalendarView;
  readonly day: CalendarDate;
  readonly look: CalendarLook;
  readonly persons: PersonChoice;
  readonly onPrint: () => void;
  readonly onExport: () => void;
  /** 自动排期, where the screen has it. */
  readonly children?: ReactNode;
}

/** The page's line: where one is, how to get elsewhere, whose and what. */
export function CalendarToolbar({ view, day, look, persons, onPrint, onExport, children }: Props) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const title = titleOf(view, day, i18n.language);
  return (
    <header className={styles.toolbar}>
      <h1 className="kb-unseen">{t('page.calendar')}</h1>
      <h2 className={styles.title} title={title} aria-live="polite">
        {title}
      </h2>
      <span className={styles.paging}>
        <Button
          size="small"
          type="text"
          aria-label={t(`calendar.earlier.${view}`)}
          icon={<ChevronLeft size={16} strokeWidth={1.75} />}
          onClick={() => page(-1, today)}
        />
        <Button
          size="small"
          type="text"
          aria-label={t(`calendar.later.${view}`)}
          icon={<ChevronRight size={16} strokeWidth={1.75} />}
          onClick={() => page(1, today)}
        />
        <Button size="small" onClick={() => standOn(null)}>
          {t('day.today')}
        </Button>
      </span>
      <span className={styles.gap} />
      {children}
      <PersonsFilter value={persons} />
      <Segmented<CalendarView>
        size="small"
        className={styles.views ?? ''}
        aria-label={t('calendar.viewLabel')}
        value={view}
        options={calendarViews.map((each) => ({ value: each, label: t(`calendar.view.${each}`) }))}
        onChange={showView}
      />
      <Tooltip title={t('calendar.printSheet')}>
        <Button
          size="small"
          className={styles.print ?? ''}
          aria-label={t('calendar.printSheet')}
          icon={<Printer size={14} strokeWidth={1.75} />}
          onClick={onPrint}
        >
          <span className={styles.printWords}>{t('calendar.printSheet')}</span>
        </Button>
      </Tooltip>
      <LookMenu look={look} onExport={onExport} />
    </header>
  );
}
