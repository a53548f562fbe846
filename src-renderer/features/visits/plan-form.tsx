import { Button, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { DayPicker } from '../../components/day-picker.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { moveOnEnter } from '../../components/move-on-enter.ts';
import { TimeField } from '../../components/time-field.tsx';
import { comboOf } from '../../state/shortcuts.ts';
import { CustomerChoice } from './customer-choice.tsx';
import { OverlapHint } from './overlap-hint.tsx';
import { PersonChoice } from './person-choice.tsx';
import { type PlanDraft, personOf } from './plan-draft.ts';
import styles from './plan-form.module.css';
import { lengthText } from './plan-words.ts';
import { RepeatFields } from './repeat-fields.tsx';
import { usePlanForm } from './use-plan-form.ts';

export type PlanField = 'customer' | 'day' | 'person' | 'purpose';

interface Props {
  readonly draftKey: string;
  readonly start: PlanDraft;
  /** The plan that is changed; null: a new one. */
  readonly plan: VisitPlan | null;
  /** Later occurrences may be changed with it. */
  readonly isRepeating?: boolean;
  /** Whose visit it is stands above the form already. */
  readonly isCustomerFixed: boolean;
  readonly focus: PlanField;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const lengths = [15, 30, 45, 60, 90, 120, 180, 240] as const;

/** A visit: whom, when, how long, what for, who goes, again when. Enter moves on, Ctrl+S saves, Esc closes. */
export function PlanForm(props: Props) {
  const { plan, isRepeating = false, isCustomerFixed, focus, onDone, onCancel } = props;
  const { t } = useTranslation();
  const form = usePlanForm({ draftKey: props.draftKey, start: props.start, plan, onDone });
  const { typed, error, change } = form;
  const close = () => {
    form.discard();
    onCancel();
  };
  return (
    <form
      className={styles.form}
      aria-label={t(plan ? 'visit.changeTitle' : 'visit.planTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const combo = comboOf(event);
        if (combo === 'mod+s' || combo === 'mod+enter') void form.save();
        else if (combo === 'escape' && !isChoosing(event.target)) close();
        else return moveOnEnter(event);
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {!isCustomerFixed && (
        <FormField label={t('visit.customer')} isRequired problem={problemOf(t, error, 'customerId')}>
          <CustomerChoice
            value={typed.customer}
            hasFocus={focus === 'customer'}
            onChange={(customer) => change({ customer })}
          />
        </FormField>
      )}
      <FormField
        label={t('visit.when')}
        problem={problemOf(t, error, 'plannedOn') ?? problemOf(t, error, 'plannedTime')}
      >
        <div className={styles.when}>
          <span className={styles.day}>
            <DayPicker
              size="small"
              label={t('visit.day')}
              value={typed.plannedOn}
              isClearable={false}
              {...(focus === 'day' ? { hasFocus: true } : {})}
              onChange={(plannedOn) => plannedOn && change({ plannedOn })}
            />
          </span>
          <span className={styles.time}>
            <TimeField
              label={t('field.plannedTime')}
              placeholder={t('visit.anyTime')}
              value={typed.plannedTime}
              onChange={(plannedTime) => change({ plannedTime })}
            />
          </span>
          <span className={styles.length}>
            <Select
              size="small"
              aria-label={t('visit.lengthLabel')}
              value={typed.lengthMinutes ?? 0}
              options={lengthsWith(typed.lengthMinutes).map((minutes) => ({
                value: minutes,
                label: lengthText(t, minutes === 0 ? null : minutes),
              }))}
              onChange={(minutes) => change({ lengthMinutes: minutes === 0 ? null : minutes })}
            />
          </span>
        </div>
        <OverlapHint overlaps={form.overlaps} />
      </FormField>
      <FormField label={t('field.personId')} problem={problemOf(t, error, 'personId')}>
        <PersonChoice
          value={personOf(typed)}
          hasFocus={focus === 'person'}
          onChange={(personId) => change({ personId, isPersonChosen: true })}
        />
      </FormField>
      <FormField label={t('field.purpose')} problem={problemOf(t, error, 'purpose')}>
        <Input
          size="small"
          autoFocus={focus === 'purpose'}
          value={typed.purpose}
          maxLength={500}
          placeholder={t('visit.purposeHint')}
          aria-label={t('field.purpose')}
          onChange={(event) => change({ purpose: event.target.value })}
        />
      </FormField>
      {!plan && (
        <RepeatFields startsOn={typed.plannedOn} value={typed.repeat} onChange={(repeat) => change({ repeat })} />
      )}
      {problemOf(t, error, 'untilOn') && (
        <p className={styles.wrong} role="alert">
          {problemOf(t, error, 'untilOn')}
        </p>
      )}
      {isRepeating && (
        <Radio.Group
          aria-label={t('visit.scope.label')}
          value={form.scope}
          options={[
            { value: 'one', label: t('visit.scope.one') },
            { value: 'following', label: t('visit.scope.following') },
          ]}
          onChange={(event) => form.setScope(event.target.value === 'following' ? 'following' : 'one')}
        />
      )}
      <div className={styles.foot}>
        <span className={styles.kept} role="status">
          {form.isKept && t('followUp.draftKept')}
        </span>
        <Button size="small" onClick={close}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={form.isSaving}>
          {t(plan ? 'action.save' : 'visit.add')}
          <KeyHint combo="mod+s" onSolid />
        </Button>
      </div>
    </form>
  );
}

function lengthsWith(present: number | null): readonly number[] {
  return [...new Set([0, ...lengths, ...(present === null ? [] : [present])])].sort((a, b) => a - b);
}

/** An open list or calendar takes Esc for itself. */
function isChoosing(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}
