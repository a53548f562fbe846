import { Button, Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../src-shared/core/calendar-date.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { fieldErrorText } from '../../ipc/error-text.ts';
import { useToday } from '../../ipc/use-book.ts';
import { tookFollowUpWish, useOpenCustomer } from '../../state/open-customer.ts';
import { comboOf, useShortcut } from '../../state/shortcuts.ts';
import { dueText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { ChannelChips } from './channel-chips.tsx';
import styles from './follow-up-box.module.css';
import { type FollowUpCustomer, useFollowUpBox } from './use-follow-up-box.ts';

interface Props {
  readonly customer: FollowUpCustomer;
  /** Where the cadence comes from: A 级每 7 天. */
  readonly cadenceText: string;
  readonly onBack: () => void;
}

const daysOffered = [1, 3, 7, 14, 30] as const;

/** One line after each call: channel, what was said, when next; Ctrl+Enter saves. */
export function FollowUpBox({ customer, cadenceText, onBack }: Props) {
  const { t } = useTranslation();
  const words = useWindowWords();
  const today = useToday();
  const box = useFollowUpBox(customer);
  const { decision, typed } = box;
  const field = useRef<HTMLTextAreaElement>(null);
  const isWished = useOpenCustomer((state) => state.followUpWish === customer.id);
  useEffect(() => {
    if (!isWished) return;
    tookFollowUpWish();
    field.current?.focus();
  }, [isWished]);
  const save = () => void box.save();
  useShortcut('mod+s', save, { enabled: typed.text.trim() !== '' });
  return (
    <section className={styles.box} aria-label={t('followUp.label')}>
      <div className={styles.top}>
        <ChannelChips channel={box.channel} onChoose={box.chooseChannel} />
        <span className={styles.kept} role="status">
          {typed.text !== '' && box.isKept && t('followUp.draftKept')}
        </span>
      </div>
      <textarea
        ref={field}
        rows={1}
        className={styles.text}
        value={typed.text}
        maxLength={10_000}
        placeholder={t('followUp.hint')}
        aria-label={t('followUp.text')}
        aria-invalid={box.problem !== null}
        onChange={(event) => box.change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const combo = comboOf(event);
          if (combo === 'mod+enter') save();
          else if (combo === 'escape') onBack();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {box.problem && (
        <p className={styles.problem} role="alert">
          {fieldErrorText(t, box.problem)}
        </p>
      )}
      {decision.plan && (
        <Checkbox
          className={styles.plan ?? ''}
          checked={decision.closesPlan}
          onChange={(event) => box.change({ closesPlan: event.target.checked })}
        >
          {t('followUp.closesPlan', { day: dueText(words, decision.plan.plannedOn).text })}
          {decision.plan.purpose && <span className={styles.purpose}> {decision.plan.purpose}</span>}
        </Checkbox>
      )}
      <div className={styles.foot}>
        <span className={styles.label}>{t('followUp.next')}</span>
        <span className={styles.day}>
          <DayPicker
            size="small"
            label={t('followUp.nextDay')}
            value={decision.nextOn}
            from={today}
            placeholder={t('followUp.noNext')}
            today={today}
            presets={daysOffered.map((days) => ({
              label: t('followUp.inDays', { count: days }),
              day: addDays(today, days),
            }))}
            onChange={(on) => box.change({ next: { on } })}
          />
        </span>
        <span className={styles.why}>
          {decision.staysOpen && typed.next === null
            ? t('followUp.alreadyPlanned', { day: dueText(words, decision.staysOpen.plannedOn).text })
            : cadenceText}
        </span>
        <Button size="small" type="primary" loading={box.isSaving} onClick={save}>
          {t('action.save')}
          <KeyHint combo="mod+enter" onSolid />
        </Button>
      </div>
    </section>
  );
}
