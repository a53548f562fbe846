import { ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import type { WarningCode } from '../../../src-shared/warnings/warning-mark.ts';
import type { Warning } from '../../../src-shared/warnings/warnings.ts';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { dayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { WarningActions } from './warning-actions.tsx';
import { WarningRows } from './warning-rows.tsx';
import { warningText } from './warning-text.ts';
import styles from './warnings.module.css';

interface Props {
  readonly customer: { readonly id: Id; readonly name: string; readonly ownerId: Id | null };
  readonly tierName: string | null;
  /** Where what is behind a warning without rows of its own is seen. */
  readonly onShow: (tab: 'timeline' | 'money') => void;
}

/** In the pane: what warns of this customer, each reason leading to its rows; what was put off stands below, quietly. */
export function WarningBanner({ customer, tierName, onShow }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const read = useRead('warnings', 'ofCustomer', { customerId: customer.id }).data;
  const mayFollow = useMay('follow_ups.edit', customer.ownerId);
  const [opened, setOpened] = useState<WarningCode | null>(null);
  if (!read || read.warnings.length === 0) return null;
  const markOf = (code: WarningCode) => read.marks.find((mark) => mark.code === code && mark.untilOn >= today) ?? null;
  const loud = read.warnings.filter(({ code }) => markOf(code) === null);
  const quiet = read.warnings.flatMap((warning) => {
    const mark = markOf(warning.code);
    return mark === null ? [] : [{ warning, mark }];
  });
  return (
    <section className={styles.banner} aria-label={t('warnings.title')}>
      {loud.map((warning) => {
        const why = warningText(words, warning, tierName);
        const isOpen = opened === warning.code;
        return (
          <div key={warning.code}>
            <div className={styles.bannerLine}>
              <TriangleAlert className={styles.bannerIcon} size={14} strokeWidth={1.75} aria-hidden />
              <button
                type="button"
                className={styles.bannerWhy}
                {...(hasRows(warning) ? { 'aria-expanded': isOpen } : {})}
                onClick={() => {
                  if (hasRows(warning)) setOpened(isOpen ? null : warning.code);
                  else onShow(warning.code === 'silent' ? 'timeline' : 'money');
                }}
              >
                {why}
                {hasRows(warning) && <Chevron isOpen={isOpen} />}
              </button>
              {mayFollow && (
                <WarningActions customerId={customer.id} customerName={customer.name} code={warning.code} why={why} />
              )}
            </div>
            {isOpen && <WarningRows customerId={customer.id} warning={warning} />}
          </div>
        );
      })}
      {quiet.map(({ warning, mark }) => (
        <p key={warning.code} className={styles.quiet}>
          {warningText(words, warning, tierName)} ·{' '}
          {t(`warnings.marked.${mark.state}`, { day: dayText(words, mark.untilOn) })}
          {mark.note !== null && ` · ${mark.note}`}
        </p>
      ))}
    </section>
  );
}

function hasRows({ code }: Warning): boolean {
  return code !== 'silent' && code !== 'over_limit';
}

function Chevron({ isOpen }: { readonly isOpen: boolean }) {
  const Icon = isOpen ? ChevronUp : ChevronDown;
  return <Icon className={styles.pin} size={12} strokeWidth={1.75} aria-hidden />;
}
