import { Checkbox, Modal, Radio } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMatch, ImportRow } from '../../../src-shared/files-in/imports-contract.ts';
import { countText } from '../../text/number-text.ts';
import styles from './check-step.module.css';
import { useImport } from './import-store.ts';
import { type Decision, decide, decideAlike } from './row-changes.ts';

interface Props {
  readonly row: ImportRow;
  readonly onClose: () => void;
}

const cellsNamed = 5;

/** A row that may be a customer there is: that one, another one, or not at all. */
export function RowDecision({ row, onClose }: Props) {
  const { t } = useTranslation();
  const live = row.matches.filter((match) => !match.isInBin);
  const binned = row.matches.filter((match) => match.isInBin);
  const [chosen, setChosen] = useState(() => presentChoice(row, row.reason === 'twice_in_file' ? [] : live));
  const [isForAll, setForAll] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const alike = useImport((state) => alikeRows(state.check?.reasons ?? [], row)) - 1;
  const apply = async () => {
    setBusy(true);
    const decision = decisionOf(chosen);
    const isDone = await decide(row.row, decision);
    if (isDone && isForAll && row.reason !== null) await decideAlike(row.reason, decision.kind);
    setBusy(false);
    onClose();
  };
  const name = row.cells.find(({ field }) => field === 'name' || field === 'customer')?.text;
  const isMoney = row.cells.some(({ field }) => field === 'customer');
  const isTwin = row.reason === 'twice_in_file';
  return (
    <Modal
      open
      width={520}
      title={t('imports.decide.title', { row: row.row, name: name || t('imports.decide.noName') })}
      okText={isBusy && isForAll ? t('imports.decide.running') : t('imports.decide.apply')}
      cancelText={t('action.cancel')}
      confirmLoading={isBusy}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      <p className={styles.rowText}>
        {row.cells
          .filter((cell) => cell.field !== 'name' && cell.field !== 'customer' && cell.text !== '')
          .slice(0, cellsNamed)
          .map((cell) => cell.text)
          .join(' · ')}
      </p>
      {binned.map((match) => (
        <p key={match.id} className={styles.inBin}>
          {t('imports.decide.inBin', { name: match.name })}
        </p>
      ))}
      <Radio.Group
        className={styles.choices ?? ''}
        aria-label={t('imports.decide.why')}
        value={chosen}
        onChange={(event) => setChosen(String(event.target.value))}
      >
        {(isTwin ? [] : live).map((match) => (
          <Radio key={match.id} value={match.id}>
            {t(isMoney ? 'imports.decide.is' : 'imports.decide.update', { name: match.name })}
            <span className={styles.small}>{reasonsOf(t, match)}</span>
          </Radio>
        ))}
        <Radio value="create">{t(createWord(isMoney, isTwin))}</Radio>
        <Radio value="skip">{t('imports.decide.skip')}</Radio>
      </Radio.Group>
      {row.result === 'question' && alike > 0 && (
        <Checkbox checked={isForAll} onChange={(event) => setForAll(event.target.checked)}>
          {t('imports.decide.all', { count: alike, shown: countText(alike) })}
        </Checkbox>
      )}
    </Modal>
  );
}

function createWord(
  isMoney: boolean,
  isTwin: boolean,
): 'imports.decide.create' | 'imports.decide.both' | 'imports.decide.createCustomer' {
  if (!isMoney) return 'imports.decide.create';
  return isTwin ? 'imports.decide.both' : 'imports.decide.createCustomer';
}

function reasonsOf(t: TFunction, match: ImportMatch): string {
  return match.reasons.map((reason) => t(`imports.same.${reason}`)).join(' · ');
}

function presentChoice(row: ImportRow, live: readonly ImportMatch[]): string {
  if (row.decision === 'create' || row.decision === 'skip') return row.decision;
  return live[0]?.id ?? 'create';
}

function decisionOf(chosen: string): Decision {
  if (chosen === 'create' || chosen === 'skip') return { kind: chosen };
  return { kind: 'update', customerId: chosen };
}

/** Rows still open for the same reason, this one among them. */
function alikeRows(
  reasons: readonly { readonly group: string; readonly reason: string; readonly rows: number }[],
  row: ImportRow,
): number {
  return reasons.find((each) => each.group === 'question' && each.reason === row.reason)?.rows ?? 1;
}
