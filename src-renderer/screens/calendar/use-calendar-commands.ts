import { CalendarArrowDown, CalendarDays, CalendarPlus, Printer } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../src-shared/core/id.ts';
import { showView, standOn } from '../../features/calendar/calendar-store.ts';
import type { ShownDays } from '../../features/calendar/shown-days.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { type Command, useCommands } from '../../state/commands.ts';
import { showPrintPreview } from '../../state/print-request.ts';
import { useShortcut } from '../../state/shortcuts.ts';
import { notifyDone } from '../../state/toasts.ts';

interface Settings {
  readonly shown: ShownDays;
  readonly persons: readonly (Id | 'none')[] | undefined;
  readonly onPlan: () => void;
}

/** The calendar's keys and its entries in the command palette; what they do, for its buttons. */
export function useCalendarCommands(settings: Settings) {
  const { t } = useTranslation();
  const latest = useRef(settings);
  latest.current = settings;
  const mayPlan = useReach('follow_ups.edit') !== null;
  const print = useCallback(() => {
    const { shown, persons } = latest.current;
    showPrintPreview({ kind: 'route', ...shown, ...(persons ? { persons } : {}) });
  }, []);
  const exportIcs = useCallback(async () => {
    const { shown, persons } = latest.current;
    const done = await settled(
      client.visits.exportIcs({
        ...shown,
        ...(persons ? { persons: [...persons] } : {}),
        words: { fileName: t('calendar.ics.fileName'), calendarName: t('calendar.ics.calendarName') },
      }),
    );
    if (!done.ok) sayError(done.error);
    else if (done.value.path !== null) notifyDone(t('calendar.ics.done', { count: done.value.written }));
  }, [t]);

  useShortcut('t', () => standOn(null));
  useShortcut('m', () => showView('month'));
  useShortcut('w', () => showView('week'));
  useShortcut('d', () => showView('day'));
  useShortcut('a', () => showView('agenda'));
  useShortcut('n', () => settings.onPlan(), { enabled: mayPlan });
  const commands = useMemo(
    (): readonly Command[] => [
      ...(mayPlan
        ? [
            {
              id: 'calendar.plan',
              label: t('visit.planTitle'),
              icon: CalendarPlus,
              keys: 'n',
              run: () => latest.current.onPlan(),
            },
          ]
        : []),
      { id: 'calendar.today', label: t('calendar.goToday'), icon: CalendarDays, keys: 't', run: () => standOn(null) },
      { id: 'calendar.print', label: t('calendar.printSheet'), icon: Printer, run: print },
      { id: 'calendar.ics', label: t('calendar.ics.label'), icon: CalendarArrowDown, run: () => void exportIcs() },
    ],
    [t, mayPlan, print, exportIcs],
  );
  useCommands(commands);
  return { print, exportIcs: () => void exportIcs() };
}
