import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  type CustomerWaitingCounts,
  type QuietSpan,
  quietSpans,
} from '../../../../src-shared/customers/customer-list.ts';
import { countText } from '../../../text/number-text.ts';
import styles from './quiet-span-menu.module.css';

interface Props {
  readonly chosen: QuietSpan;
  /** Null while they are not known. */
  readonly counts: CustomerWaitingCounts['quiet'] | null;
  readonly onChoose: (days: QuietSpan) => void;
}

/** Stands behind the tab 未联系, the last of the strip, and changes its span of days. */
export function QuietSpanMenu({ chosen, counts, onChoose }: Props) {
  const { t } = useTranslation();
  const items = quietSpans.map((days) => ({
    key: String(days),
    label: (
      <span className={styles.item}>
        {t('tab.quiet', { count: days })}
        <span className={styles.count}>{counts && countText(counts[days])}</span>
      </span>
    ),
    onClick: () => onChoose(days),
  }));
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, selectable: true, selectedKeys: [String(chosen)] }}
    >
      <Button
        size="small"
        type="text"
        className={styles.open ?? ''}
        aria-label={t('tab.quietSpans')}
        title={t('tab.quietSpans')}
        icon={<ChevronDown size={14} strokeWidth={1.75} aria-hidden />}
      />
    </Dropdown>
  );
}
