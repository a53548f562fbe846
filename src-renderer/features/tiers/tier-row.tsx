import { Checkbox, Input, InputNumber, Select } from 'antd';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type RelationshipLevel, relationshipLevels, tierColors } from '../../../src-shared/tiers/tier.ts';
import table from '../../components/list-table.module.css';
import { TierBadge } from '../../components/tier-badge.tsx';
import { countText } from '../../text/number-text.ts';
import type { LineProblem, TierLine } from './tier-draft.ts';
import styles from './tiers-section.module.css';

interface Props {
  readonly line: TierLine;
  readonly index: number;
  readonly isLast: boolean;
  readonly isOnly: boolean;
  readonly problem: LineProblem | null;
  readonly customerCount: number;
  /** Null: the margin of the tier is not known. */
  readonly advisedLevel: RelationshipLevel | null;
  readonly mayEdit: boolean;
  readonly onChange: (change: Partial<TierLine>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onDragStart: () => void;
  readonly onDropHere: () => void;
}

export function TierRow(props: Props) {
  const { line, problem, customerCount, mayEdit, onChange } = props;
  const { t } = useTranslation();
  return (
    <tr
      onDragOver={(event) => mayEdit && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        props.onDropHere();
      }}
    >
      {mayEdit && <Order {...props} />}
      <td>
        <Input
          size="small"
          className={styles.name ?? ''}
          aria-label={t('tiers.name')}
          maxLength={20}
          readOnly={!mayEdit}
          status={problem === 'required' || problem === 'name_taken' ? 'error' : ''}
          title={problem === null ? '' : problemText(t, problem)}
          value={line.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        {problem && problem !== 'out_of_range' && <p className={styles.problem}>{problemText(t, problem)}</p>}
      </td>
      <td>
        <Select
          size="small"
          className={styles.color ?? ''}
          aria-label={t('tiers.color')}
          disabled={!mayEdit}
          value={line.color}
          options={tierColors.map((color) => ({
            value: color,
            label: (
              <span className={styles.swatch}>
                <TierBadge tier={{ name: [...line.name.trim()][0] ?? 'A', color }} />
                {t(`tiers.palette.${color}`)}
              </span>
            ),
          }))}
          onChange={(color) => onChange({ color })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={t('tiers.isKey')}
          disabled={!mayEdit}
          checked={line.isKey}
          onChange={(event) => onChange({ isKey: event.target.checked })}
        />
      </td>
      <td>
        <span className={styles.swatch}>
          <InputNumber
            size="small"
            className={styles.days ?? ''}
            aria-label={t('tiers.cadence')}
            min={1}
            max={3650}
            precision={0}
            readOnly={!mayEdit}
            status={problem === 'out_of_range' ? 'error' : ''}
            value={line.cadenceDays}
            onChange={(cadenceDays) => onChange({ cadenceDays })}
          />
          {t('tiers.days')}
        </span>
      </td>
      <td>
        <Select
          size="small"
          className={styles.level ?? ''}
          aria-label={t('tiers.level')}
          disabled={!mayEdit}
          value={line.relationshipLevel}
          options={relationshipLevels.map((level) => ({ value: level, label: t(`relationshipLevel.${level}`) }))}
          onChange={(relationshipLevel) => onChange({ relationshipLevel })}
        />
        {props.advisedLevel !== null && props.advisedLevel !== line.relationshipLevel && (
          <Advised level={props.advisedLevel} mayEdit={mayEdit} onTake={onChange} />
        )}
      </td>
      <td>
        <Input
          size="small"
          className={styles.promise ?? ''}
          aria-label={t('tiers.promise')}
          maxLength={500}
          readOnly={!mayEdit}
          placeholder={mayEdit ? t('tiers.promiseHint') : ''}
          title={line.servicePromise ?? ''}
          value={line.servicePromise ?? ''}
          onChange={(event) => onChange({ servicePromise: event.target.value === '' ? null : event.target.value })}
        />
      </td>
      <td className={table.number}>{line.id === null ? '' : countText(customerCount)}</td>
      {mayEdit && <Remove {...props} />}
    </tr>
  );

  function problemText(translate: typeof t, what: LineProblem): string {
    return what === 'name_taken' ? translate('error.conflict.name_taken') : translate(`error.field.${what}`);
  }
}

interface AdvisedProps {
  readonly level: RelationshipLevel;
  readonly mayEdit: boolean;
  readonly onTake: (change: Partial<TierLine>) => void;
}

/** What the number of customers and their margin suggest; a click takes it. */
function Advised({ level, mayEdit, onTake }: AdvisedProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.advised}
      disabled={!mayEdit}
      title={t('tiers.advisedWhy')}
      onClick={() => onTake({ relationshipLevel: level })}
    >
      {t('tiers.advised', { level: t(`relationshipLevel.${level}`) })}
    </button>
  );
}

function Order({ line, index, isLast, onMove, onDragStart }: Props) {
  const { t } = useTranslation();
  return (
    <td className={styles.handle}>
      <span className={styles.order}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way; the arrows beside it are the first */}
        <span className={styles.grip} draggable onDragStart={onDragStart} title={t('tiers.order')}>
          <GripVertical size={14} strokeWidth={1.75} aria-hidden />
        </span>
        <button
          type="button"
          className={styles.arrow}
          disabled={index === 0}
          aria-label={t('tiers.up', { name: line.name })}
          onClick={() => onMove(index - 1)}
        >
          <ArrowUp size={14} strokeWidth={1.75} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.arrow}
          disabled={isLast}
          aria-label={t('tiers.down', { name: line.name })}
          onClick={() => onMove(index + 1)}
        >
          <ArrowDown size={14} strokeWidth={1.75} aria-hidden />
        </button>
      </span>
    </td>
  );
}

/** A tier that customers have cannot go: nobody is moved from here. */
function Remove({ line, isOnly, customerCount, onRemove }: Props) {
  const { t } = useTranslation();
  const whyNot = customerCount > 0 ? t('tiers.inUse', { count: customerCount }) : isOnly ? t('tiers.last') : '';
  return (
    <td className={table.actions}>
      <button type="button" className={table.link} disabled={whyNot !== ''} title={whyNot} onClick={onRemove}>
        {t('tiers.remove', { name: line.name })}
      </button>
    </td>
  );
}
