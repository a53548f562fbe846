import { useTranslation } from 'react-i18next';
import { countText } from '../../../text/number-text.ts';
import styles from './list-footer.module.css';
import type { GridRows } from './use-grid-rows.ts';

interface Props {
  readonly rows: GridRows;
  readonly isFiltered: boolean;
}

/** How many customers the view holds. */
export function ListFooter({ rows, isFiltered }: Props) {
  const { t } = useTranslation();
  const shown =
    rows.count === null ? '' : `${countText(rows.isCapped ? rows.count - 1 : rows.count)}${rows.isCapped ? '+' : ''}`;
  return (
    <div className={styles.footer} role="status">
      {rows.count !== null && t(isFiltered ? 'list.filtered' : 'list.total', { count: rows.count, shown })}
    </div>
  );
}
