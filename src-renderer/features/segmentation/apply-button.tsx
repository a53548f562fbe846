import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierMethodInput, TierPreview } from '../../../src-shared/tiers/segmentation-contract.ts';
import { client } from '../../ipc/client.ts';
import { runJob } from '../../ipc/jobs.ts';
import { reported } from '../../ipc/report.ts';
import { countText } from '../../text/number-text.ts';
import styles from './method-panel.module.css';
import { tickAll, useMethodStore } from './method-store.ts';

interface Props {
  readonly method: TierMethodInput;
  readonly preview: TierPreview;
  readonly isDisabled: boolean;
}

/** Writes the preview after one question with its counts. */
export function ApplyButton({ method, preview, isDisabled }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const exceptIds = useMethodStore((state) => state.exceptIds);
  const moving = preview.up + preview.down + preview.first;
  const count = Math.max(0, moving - exceptIds.size);
  const apply = async () => {
    setAsking(false);
    setRunning(true);
    const job = runJob(t('segmentation.applying'), (handle) =>
      client.segmentation.apply({ method, exceptIds: [...exceptIds] }, handle),
    );
    const done = await reported(job, ({ changed }) =>
      t('segmentation.applied', { count: changed, shown: countText(changed) }),
    );
    setRunning(false);
    if (done) tickAll();
  };
  return (
    <>
      <Button type="primary" disabled={isDisabled || count === 0} loading={isRunning} onClick={() => setAsking(true)}>
        {count === 0 ? t('segmentation.nothingMoves') : t('segmentation.apply', { count, shown: countText(count) })}
      </Button>
      <Modal
        open={isAsking}
        width={440}
        title={t('segmentation.applyTitle', { count, shown: countText(count) })}
        okText={t('segmentation.applyOk')}
        cancelText={t('action.cancel')}
        okButtonProps={{ autoFocus: true }}
        onOk={() => void apply()}
        onCancel={() => setAsking(false)}
      >
        <p>
          {t('segmentation.applyCounts', {
            up: countText(preview.up),
            down: countText(preview.down),
            first: countText(preview.first),
            pinned: countText(preview.pinned),
          })}
        </p>
        {exceptIds.size > 0 && (
          <p>{t('segmentation.leftOut', { count: exceptIds.size, shown: countText(exceptIds.size) })}</p>
        )}
        <p className={styles.words}>{t('segmentation.applyWords')}</p>
      </Modal>
    </>
  );
}
