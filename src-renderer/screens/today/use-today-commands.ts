import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../state/commands.ts';
import { useCommands } from '../../state/commands.ts';

/** What the page can do, in the palette. */
export function useTodayCommands(printRoute: () => void, printMorning: () => void): void {
  const { t } = useTranslation();
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'print.route', label: t('print.route'), icon: Printer, run: printRoute },
      { id: 'print.morning', label: t('print.morning'), icon: Printer, run: printMorning },
    ],
    [t, printRoute, printMorning],
  );
  useCommands(commands);
}
