import { Checkbox } from 'antd';
import type { TFunction } from 'i18next';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { z } from 'zod';
import type { FieldError } from '../../../src-shared/core/app-error.ts';
import { type ServiceCostKind, serviceCostKinds } from '../../../src-shared/costs/costs-contract.ts';
import { CostButtons } from '../../components/cost-buttons.tsx';
import { CostEntry, costKeys } from '../../components/cost-entry.tsx';
import { FilesDrop } from '../../components/file-drop.tsx';
import { TalkDetails } from '../../components/talk-details.tsx';
import { fieldErrorText } from '../../ipc/error-text.ts';
import { tookFollowUpWish, useOpenCustomer } from '../../state/open-customer.ts';
import { offeredOutcomes } from '../../state/recent-outcomes.ts';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';
import { comboOf, useShortcut } from '../../state/shortcuts.ts';
import { dueText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { ChannelChip, ChannelChips } from './channel-chips.tsx';
import styles from './follow-up-box.module.css';
import { FollowUpFoot, moreKeys } from './follow-up-foot.tsx';
import { NextVisitFields } from './next-visit-fields.tsx';
import { PhraseList } from './phrase-list.tsx';
import { StagedCosts } from './staged-costs.tsx';
import { StagedFiles } from './staged-files.tsx';
import { type FollowUpCustomer, useFollowUpBox } from './use-follow-up-box.ts';
import { usePhraseList } from './use-phrase-list.ts';

interface Props {
  readonly customer: FollowUpCustomer;
  /** Where the cadence comes from: A 级每 7 天. */
  readonly cadenceText: string;
  readonly onBack: () => void;
}

/** One line after each call: channel, what was said, when next; Ctrl+Enter saves. All else is behind 更多. */
export function FollowUpBox({ customer, cadenceText, onBack }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  const box = useFollowUpBox(customer);
  const { decision, typed, userId } = box;
  const field = useRef<HTMLTextAreaElement>(null);
  const phrases = usePhraseList(field, typed.text, (text) => box.change({ text }));
  const phraseListId = useId();
  const [adding, setAdding] = useState<ServiceCostKind | null>(null);
  const more = useMoreRow(userId);
  const wish = useOpenCustomer((state) => (state.followUpWish === customer.id ? state : null));
  useEffect(() => {
    if (!wish) return;
    if (wish.wishedChannel !== null) box.change({ channel: wish.wishedChannel });
    tookFollowUpWish();
    field.current?.focus();
  });
  const save = () =>
    void box.save().then((isSaved) => {
      if (!isSaved) field.current?.focus();
    });
  useShortcut('mod+s', save, { enabled: typed.text.trim() !== '' });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const combo = comboOf(event);
    const asked = serviceCostKinds.find((kind) => costKeys[kind] === combo);
    if (combo === 'mod+enter') save();
    else if (combo === moreKeys) more.toggle();
    else if (asked && !customer.isInboundOnly) setAdding(asked);
    else if (combo === 'escape' && event.target === field.current) onBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const staysOpen = !customer.isInboundOnly && typed.next === null ? decision.staysOpen : null;
  const why = () => {
    if (customer.isInboundOnly) return t('followUp.inbound.only');
    return staysOpen ? t('followUp.alreadyPlanned', { day: dueText(words, staysOpen.plannedOn).text }) : cadenceText;
  };
  return (
    <FilesDrop isSnug words={t('attachment.let')} onPaths={(paths) => void box.addFiles(paths)}>
      <section className={styles.box} aria-label={t('followUp.label')} onKeyDown={onKeyDown}>
        <div className={styles.top}>
          {customer.isInboundOnly ? (
            <ChannelChip channel="inbound_visit" isChosen onChoose={box.chooseChannel} />
          ) : (
            <ChannelChips channel={box.channel} userId={userId} onChoose={box.chooseChannel} />
          )}
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
          aria-controls={phrases.isOpen ? phraseListId : undefined}
          aria-activedescendant={phrases.isOpen ? `${phraseListId}-${phrases.current}` : undefined}
          onChange={(event) => {
            phrases.typed(event.target.value);
            box.change({ text: event.target.value });
          }}
          onKeyDown={(event) => {
            if (!event.nativeEvent.isComposing && phrases.onKey(event)) {
              event.preventDefault();
              event.stopPropagation();
            }
          }}
          onBlur={phrases.close}
        />
        {phrases.isOpen && <PhraseList list={phrases} id={phraseListId} />}
        {box.problem && (
          <p className={styles.problem} role="alert">
            {problemText(t, box.problem)}
          </p>
        )}
        <StagedFiles files={typed.files} onChange={(files) => box.change({ files })} />
        <StagedCosts costs={typed.costs} onChange={(costs) => box.change({ costs })} />
        {adding !== null && (
          <div className={styles.more}>
            <CostEntry
              key={adding}
              kind={adding}
              start={null}
              onAdd={(cost) => {
                box.change({ costs: [...typed.costs, cost] });
                return true;
              }}
              onClose={() => {
                setAdding(null);
                field.current?.focus();
              }}
            />
          </div>
        )}
        {more.isOpen && (
          <div className={styles.more}>
            <TalkDetails
              value={typed}
              onChange={box.change}
              contacts={customer.contacts}
              outcomes={offeredOutcomes(userId, t('followUp.outcomes'))}
              today={today}
              now={box.wallClock}
            />
          </div>
        )}
        {!customer.isInboundOnly && decision.plan && (
          <Checkbox
            className={styles.plan ?? ''}
            checked={decision.closesPlan}
            onChange={(event) => box.change({ closesPlan: event.target.checked })}
          >
            {t('followUp.closesPlan', { day: dueText(words, decision.plan.plannedOn).text })}
            {decision.plan.purpose && <span className={styles.purpose}> {decision.plan.purpose}</span>}
          </Checkbox>
        )}
        {!customer.isInboundOnly && (
          <NextVisitFields nextOn={decision.nextOn} typed={typed} today={today} onChange={box.change} />
        )}
        <FollowUpFoot
          isMoreOpen={more.isOpen}
          arePhrasesOpen={phrases.isOpen}
          isSaving={box.isSaving}
          why={why()}
          onMore={more.toggle}
          onPhrases={phrases.toggle}
          costs={
            customer.isInboundOnly ? null : (
              <CostButtons className={styles.tool ?? ''} opened={adding} onOpen={setAdding} />
            )
          }
          onFiles={() => void box.addFiles(null)}
          onSave={save}
        />
      </section>
    </FilesDrop>
  );
}

function problemText(t: TFunction, problem: FieldError): string {
  if (problem.field.endsWith('happenedAt')) return t('followUp.ahead');
  return problem.problem === 'required' ? t('followUp.textMissing') : fieldErrorText(t, problem);
}

/** Whether the second row is open is the user's habit, not the customer's. */
function useMoreRow(userId: string): { readonly isOpen: boolean; readonly toggle: () => void } {
  const key = `followUp.more.${userId}`;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? readLayout(key, z.boolean()) ?? false;
  return {
    isOpen,
    toggle: () => {
      setChosen(!isOpen);
      saveLayout(key, !isOpen);
    },
  };
}
