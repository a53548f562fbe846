import { Dropdown, Input } from 'antd';
import { AlarmClock, Check } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { addDays, addMonths, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { WarningCode } from '../../../src-shared/warnings/warning-mark.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { dayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './warnings.module.css';

interface Props {
  readonly customerId: Id;
  readonly customerName: string;
  readonly code: WarningCode;
  /** The sentence, so that each button says what it is about. */
  readonly why: string;
}

type Asked = 'day' | 'note' | null;

/** 稍后提醒 and 已处理 of one warning; a day of one's own and the note are asked for in place. */
export function WarningActions({ customerId, customerName, code, why }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const [asked, setAsked] = useState<Asked>(null);
  // What was asked last and closed: its button has the focus again.
  const [closed, setClosed] = useState<Asked>(null);
  const close = () => {
    setClosed(asked);
    setAsked(null);
  };
  const snooze = (untilOn: CalendarDate) => {
    setAsked(null);
    void reported(
      client.warnings.snooze({ customerId, code, untilOn }),
      t('warnings.snoozed', { name: customerName, day: dayText(words, untilOn) }),
    );
  };
  if (asked === 'day') {
    return (
      <span className={styles.ask}>
        <DayPicker
          size="small"
          hasFocus
          isOpen
          label={t('warnings.untilOf', { why })}
          value={null}
          from={addDays(today, 1)}
          today={today}
          onOpenChange={(isOpen) => !isOpen && close()}
          onChange={(day) => day && snooze(day)}
        />
      </span>
    );
  }
  if (asked === 'note') {
    return <DoneNote customerId={customerId} customerName={customerName} code={code} onClose={close} />;
  }
  const choices: Readonly<Record<string, CalendarDate>> = {
    days3: addDays(today, 3),
    week: addDays(today, 7),
    month: addMonths(today, 1),
  };
  return (
    <span className={styles.actions}>
      <Dropdown
        trigger={['click']}
        autoFocus
        placement="bottomRight"
        menu={{
          items: [
            ...(['days3', 'week', 'month'] as const).map((key) => ({ key, label: t(`warnings.later.${key}`) })),
            { key: 'own', label: t('warnings.later.own') },
          ],
          onClick: ({ key }) => {
            const day = choices[key];
            if (day) snooze(day);
            else setAsked('day');
          },
        }}
      >
        <button
          type="button"
          className={styles.act}
          ref={closed === 'day' ? takeFocus : undefined}
          aria-label={t('warnings.snoozeOf', { why })}
          title={t('warnings.snooze')}
        >
          <AlarmClock size={14} strokeWidth={1.75} aria-hidden />
        </button>
      </Dropdown>
      <button
        type="button"
        className={styles.act}
        ref={closed === 'note' ? takeFocus : undefined}
        aria-label={t('warnings.doneOf', { why })}
        title={t('warnings.done')}
        onClick={() => setAsked('note')}
      >
        <Check size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </span>
  );
}

/** The button comes back in the place of what was asked. */
function takeFocus(button: HTMLElement | null): void {
  button?.focus();
}

/** What was done about it, in a line that may stay empty: Enter marks it as seen to. */
function DoneNote({ customerId, customerName, code, onClose }: Omit<Props, 'why'> & { readonly onClose: () => void }) {
  const { t } = useWindowWords();
  const [note, setNote] = useState('');
  const save = () => {
    onClose();
    void reported(
      client.warnings.done({ customerId, code, note: note.trim() === '' ? null : note }),
      t('warnings.doneSaid', { name: customerName }),
    );
  };
  return (
    <span className={styles.ask}>
      <Input
        size="small"
        autoFocus
        aria-label={t('warnings.note')}
        placeholder={t('warnings.noteHint')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key !== 'Enter' && !isEscape(event)) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') save();
          else onClose();
        }}
      />
      <button type="button" className={styles.link} onClick={save}>
        {t('warnings.done')}
      </button>
    </span>
  );
}

function isEscape(event: KeyboardEvent): boolean {
  return event.key === 'Escape';
}
