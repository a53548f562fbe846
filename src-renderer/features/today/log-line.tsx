import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../src-shared/core/calendar-date.ts';
import { type Channel, channels } from '../../../src-shared/follow-ups/follow-up.ts';
import { channelIcons } from '../../components/channel-icons.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { fieldErrorText } from '../../ipc/error-text.ts';
import { useToday } from '../../ipc/use-book.ts';
import { comboOf } from '../../state/shortcuts.ts';
import { dueText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './log-line.module.css';
import { type Logged, type LogTarget, useLogLine } from './use-log-line.ts';

interface Props {
  readonly target: LogTarget;
  readonly onLogged: (logged: Logged) => void;
  readonly onClose: () => void;
}

const daysOffered = [1, 3, 7, 14, 30] as const;

/** The one-line form under a line of Today: Enter logs, Shift+Enter begins a new line, Esc closes and keeps the draft. */
export function LogLine({ target, onLogged, onClose }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const today = useToday();
  const line = useLogLine(target, onLogged);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const staysOpen = line.typed.next === null ? line.proposal?.staysOpen : null;
  return (
    <div className={styles.place}>
      {/* biome-ignore lint/a11y/useSemanticElements: Enter is handled by the text field; a form would send on any Enter */}
      <div
        role="group"
        className={styles.line}
        aria-label={t('today.lineFor', { name: target.name })}
        onKeyDown={(event) => {
          if (comboOf(event) !== 'escape' || event.defaultPrevented) return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
      >
        <ChannelChip channel={line.channel} onChoose={line.chooseChannel} />
        <textarea
          ref={field}
          rows={1}
          className={styles.text}
          value={line.typed.text}
          maxLength={10_000}
          placeholder={t('followUp.hint')}
          aria-label={t('followUp.text')}
          aria-invalid={line.problem !== null}
          onChange={(event) => line.change({ text: event.target.value })}
          onKeyDown={(event) => {
            // Enter that ends the composing of Chinese words is not yet the end of the line.
            if (event.nativeEvent.isComposing) return;
            const combo = comboOf(event);
            if (combo !== 'enter' && combo !== 'mod+enter' && combo !== 'mod+s') return;
            event.preventDefault();
            event.stopPropagation();
            void line.save();
          }}
        />
        <span className={styles.next}>
          <span className={styles.label}>{t('followUp.next')}</span>
          <span className={styles.day}>
            <DayPicker
              size="small"
              label={t('followUp.nextDay')}
              value={line.next}
              from={today}
              today={today}
              placeholder={t('followUp.noNext')}
              presets={daysOffered.map((days) => ({
                label: t('followUp.inDays', { count: days }),
                day: addDays(today, days),
              }))}
              onChange={(on) => line.change({ next: { on } })}
            />
          </span>
        </span>
        <Button size="small" type="primary" loading={line.isSaving} onClick={() => void line.save()}>
          {t('today.log')}
          <KeyHint combo="enter" onSolid />
        </Button>
      </div>
      {line.problem ? (
        <p className={styles.problem} role="alert">
          {fieldErrorText(t, line.problem)}
        </p>
      ) : (
        staysOpen && (
          <p className={styles.hint} role="status">
            {t('followUp.alreadyPlanned', { day: dueText(words, staysOpen.plannedOn).text })}
          </p>
        )
      )}
    </div>
  );
}

/** How it was said; one chip with the others behind it, because the line has little room. */
function ChannelChip(props: { readonly channel: Channel; readonly onChoose: (channel: Channel) => void }) {
  const { t } = useTranslation();
  const Icon = channelIcons[props.channel];
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        selectedKeys: [props.channel],
        items: channels.map((channel) => ({
          key: channel,
          label: t(`channel.${channel}`),
          onClick: () => props.onChoose(channel),
        })),
      }}
    >
      <button
        type="button"
        className={styles.chip}
        aria-label={`${t('followUp.channel')} ${t(`channel.${props.channel}`)}`}
      >
        <Icon size={14} strokeWidth={1.75} aria-hidden />
        {t(`channel.${props.channel}`)}
        <ChevronDown size={12} strokeWidth={1.75} aria-hidden />
      </button>
    </Dropdown>
  );
}
