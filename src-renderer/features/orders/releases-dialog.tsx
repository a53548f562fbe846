import { Modal } from 'antd';
import { useRef, useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { OrderInstalment } from '../../../src-shared/orders/order.ts';
import type { ReleasableAllocation, ReleasedAllocation } from '../../../src-shared/orders/orders-contract.ts';
import { type ChosenReleases, chosenReleases } from '../../../src-shared/receivables/chosen-releases.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { ReleasesChoice } from '../../components/releases-choice.tsx';
import { comboOf } from '../../state/shortcuts.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './approval-dialog.module.css';

interface Props {
  /** What is proposed, newest first; it says how much must go. */
  readonly releases: readonly ReleasedAllocation[];
  readonly releasable: readonly ReleasableAllocation[];
  /** Of the order as it stands, to say of which one a payment is. */
  readonly instalments: readonly OrderInstalment[];
  readonly onAgree: (chosen: ChosenReleases['releases']) => void;
  readonly onCancel: () => void;
}

/** The order is less than what was settled of it: what becomes prepayment is seen, and chosen, before it is done. */
export function ReleasesDialog({ releases, releasable, instalments, onAgree, onCancel }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const [ticked, setTicked] = useState<readonly Id[]>(() => releases.map(({ allocationId }) => allocationId));
  const chosen = chosenReleases(releases, releasable, ticked);
  const sum = fen(releases.reduce((total, release) => total + release.releasedFen, 0));
  const nameOf = ({ sourceOn, receivableId }: ReleasableAllocation) => {
    const name = t('order.releases.of', { day: dayText(words, sourceOn) });
    const part = instalments.find((each) => each.receivableId === receivableId);
    if (!part || instalments.length < 2) return name;
    return t('money.instalment', { name, no: part.installmentNo, of: instalments.length });
  };
  const form = useRef<HTMLFormElement>(null);
  const isEnough = chosen.missing.size === 0;
  const agree = () => isEnough && onAgree(chosen.releases);
  return (
    <Modal
      open
      width={520}
      title={t('order.releases.title')}
      okText={
        <>
          {t('order.releases.go')}
          <KeyHint combo="mod+enter" onSolid />
        </>
      }
      cancelText={t('order.approval.back')}
      okButtonProps={{ disabled: !isEnough }}
      onOk={agree}
      onCancel={onCancel}
      afterOpenChange={(isOpen) => isOpen && form.current?.querySelector<HTMLElement>('input:checked')?.focus()}
    >
      <p className={styles.words}>{t('order.releases.words', { amount: moneyText(sum) })}</p>
      <form
        ref={form}
        aria-label={t('order.releases.title')}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          // The Ctrl+Enter that saved the order may still be held: it frees nothing unseen.
          if (comboOf(event) !== 'mod+enter' || event.repeat) return;
          event.preventDefault();
          event.stopPropagation();
          agree();
        }}
      >
        <ReleasesChoice
          releasable={releasable}
          ticked={ticked}
          chosen={chosen}
          title={t('order.releases.list')}
          nameOf={nameOf}
          onTick={setTicked}
        />
      </form>
    </Modal>
  );
}
