import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { fen } from '../../../src-shared/core/money.ts';
import type { ReleasedAllocation } from '../../../src-shared/orders/orders-contract.ts';
import { ReleasesList } from '../../components/releases-list.tsx';
import { dayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './approval-dialog.module.css';

interface Props {
  readonly releases: readonly ReleasedAllocation[];
  readonly onAgree: () => void;
  readonly onCancel: () => void;
}

/** The order is less than what was settled of it: what becomes prepayment, newest first, is seen before it is done. */
export function ReleasesDialog({ releases, onAgree, onCancel }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const [isSeen, setSeen] = useState(false);
  const sum = fen(releases.reduce((total, release) => total + release.releasedFen, 0));
  return (
    <Modal
      open
      width={480}
      title={t('order.releases.title')}
      okText={t('order.releases.go')}
      cancelText={t('order.approval.back')}
      okButtonProps={{ disabled: !isSeen }}
      onOk={onAgree}
      onCancel={onCancel}
    >
      <p className={styles.words}>{t('order.releases.words', { amount: moneyText(sum) })}</p>
      <ReleasesList
        releases={releases}
        title={t('order.releases.list')}
        nameOf={(release) => t('order.releases.of', { day: dayText(words, release.sourceOn) })}
      />
      <Checkbox className={styles.words ?? ''} checked={isSeen} onChange={(event) => setSeen(event.target.checked)}>
        {t('order.releases.seen')}
      </Checkbox>
    </Modal>
  );
}
