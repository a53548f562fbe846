import { Input, Modal } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { fen } from '../../../src-shared/core/money.ts';
import { readScaled, scaledText } from '../../../src-shared/core/scaled-number.ts';
import type { OrderDetail, OrderLine } from '../../../src-shared/orders/order.ts';
import { lineAmount } from '../../../src-shared/orders/order-line.ts';
import { DayField } from '../../components/change-fields.tsx';
import { ChangeForm, useChange } from '../../components/change-form.tsx';
import { FormField } from '../../components/form-field.tsx';
import { problemOf } from '../../components/form-problems.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { client } from '../../ipc/client.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { cellProblemText } from './cell-problem-text.ts';
import { type CellProblem, decimalsOf } from './order-lines.ts';
import styles from './order-sheet.module.css';

/** 退货: what came back of each line. The credit shown is that of the line's price; the store rounds over all returns. */
export function TakeBackDialog({ order, onClose }: { readonly order: OrderDetail; readonly onClose: () => void }) {
  const { t, today } = useWindowWords();
  const [on, setOn] = useState(today < order.issuedOn ? order.issuedOn : today);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const { error, isSaving, run, missing } = useChange(onClose);
  const lines = order.lines.map((line) => ({ line, ...readBack(line, typed[line.id] ?? '') }));
  const isWrong = lines.some((each) => each.problem !== null);
  const back = lines.filter((each) => each.quantityE3 > 0);
  const sum = fen(back.reduce((total, { line, quantityE3 }) => total + lineAmount({ ...line, quantityE3 }), 0));
  const isNothing = back.length === 0 && problemOf(t, error, 'lines') !== null;
  const save = () => {
    if (isWrong || back.length === 0) return missing('lines');
    const lines = back.map(({ line, quantityE3 }) => ({ orderLineId: line.id, quantityE3 }));
    void run(
      () => client.orders.takeBack({ id: order.id, on, lines, note: note.trim() === '' ? null : note }),
      t('order.takeBack.done', { no: order.orderNo, amount: moneyText(sum) }),
    );
  };
  return (
    <Modal open width={640} title={t('order.takeBack.of', { no: order.orderNo })} footer={null} onCancel={onClose}>
      <ChangeForm label={t('order.takeBack.save')} isSaving={isSaving} onSave={save} onCancel={onClose}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('order.column.title')}</th>
              <th className={styles.number}>{t('order.takeBack.left')}</th>
              <th className={styles.back}>{t('order.takeBack.quantity')}</th>
              <th className={styles.number}>{t('order.takeBack.credit')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, quantityE3, problem }, index) => (
              <tr key={line.id}>
                <td>{line.title}</td>
                <td className={styles.number}>
                  {scaledText(line.quantityE3 - line.returnedE3, decimalsOf.quantity)} {line.unit}
                </td>
                <td className={styles.back}>
                  <Input
                    size="small"
                    autoFocus={index === 0}
                    inputMode="decimal"
                    aria-label={t('order.takeBack.quantityOf', { title: line.title })}
                    aria-invalid={problem !== null}
                    {...(problem === null ? {} : { status: 'error' as const })}
                    title={problem === null ? '' : wrongText(t, problem)}
                    maxLength={20}
                    disabled={line.returnedE3 >= line.quantityE3}
                    value={typed[line.id] ?? ''}
                    onFocus={(event) => event.target.select()}
                    onChange={(event) => setTyped({ ...typed, [line.id]: event.target.value })}
                  />
                </td>
                <td className={styles.number}>
                  {quantityE3 > 0 && <MoneyText amount={lineAmount({ ...line, quantityE3 })} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.words} role="status">
          {isWrong && t('order.takeBack.tooMany')}
          {!isWrong &&
            !isNothing &&
            t(sum > 0 ? 'order.takeBack.words' : 'order.takeBack.hint', { amount: moneyText(sum) })}
          {!isWrong && isNothing && (
            <span className={styles.problem} role="alert">
              {t('order.takeBack.none')}
            </span>
          )}
        </p>
        <DayField value={on} problem={problemOf(t, error, 'on')} onChange={setOn} />
        <FormField label={t('field.note')} problem={problemOf(t, error, 'note')}>
          <Input
            size="small"
            aria-label={t('field.note')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </FormField>
      </ChangeForm>
    </Modal>
  );
}

function wrongText(t: TFunction, problem: CellProblem): string {
  return problem === 'out_of_range' ? t('order.takeBack.outOfRange') : cellProblemText(t, 'quantity', problem);
}

function readBack(line: OrderLine, typed: string) {
  const read = readScaled(typed, decimalsOf.quantity);
  if (read.kind === 'empty') return { quantityE3: 0, problem: null };
  if (read.kind === 'problem') return { quantityE3: 0, problem: read.problem };
  const isPossible = read.value >= 0 && read.value <= line.quantityE3 - line.returnedE3;
  return isPossible ? { quantityE3: read.value, problem: null } : { quantityE3: 0, problem: 'out_of_range' as const };
}
