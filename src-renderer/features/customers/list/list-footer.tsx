import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerListQuery } from '../../../../src-shared/customers/customer-list.ts';
import { MoneyText } from '../../../components/money-text.tsx';
import { useReach, useUsers } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { countText } from '../../../text/number-text.ts';
import styles from './list-footer.module.css';
import type { GridRows } from './use-grid-rows.ts';
import { useSettledView } from './use-settled-view.ts';

interface Props {
  readonly rows: GridRows;
  readonly isFiltered: boolean;
  readonly view: CustomerListQuery | null;
}

/** How many customers the view holds, and what they owe between them. */
export function ListFooter({ rows, isFiltered, view }: Props) {
  const { t } = useTranslation();
  const shown =
    rows.count === null ? '' : `${countText(rows.isCapped ? rows.count - 1 : rows.count)}${rows.isCapped ? '+' : ''}`;
  return (
    <div className={styles.footer}>
      <span role="status">
        {rows.count !== null && t(isFiltered ? 'list.filtered' : 'list.total', { count: rows.count, shown })}
      </span>
      {rows.count !== null && rows.count > 0 && <MoneyTotals view={view} />}
    </div>
  );
}

/** Of the customers whose money the user may see; nothing for who may see none. */
function MoneyTotals({ view }: { readonly view: CustomerListQuery | null }) {
  const { t } = useTranslation();
  const reach = useReach('money.read');
  // Adding up a long list is work: not at every letter typed, and not again for another order of the same customers.
  const settled = useSettledView(view);
  const asked = { view: { ...(settled ?? { search: '', filter: {} }), sort: null } };
  const totals = useRead('customers', 'moneyTotals', asked, {
    enabled: reach !== null && settled !== null,
    keepShowing: true,
  });
  const userId = useUsers().current?.id;
  const [readBy, setReadBy] = useState(userId);
  useEffect(() => {
    if (!totals.isFetching) setReadBy(userId);
  }, [totals.isFetching, userId]);
  // What was added up for whoever sat here before is not for who sits here now.
  if (!totals.data || reach === null || readBy !== userId) return null;
  const { owedFen, overdueFen, prepaidFen } = totals.data;
  return (
    <dl
      className={styles.totals}
      aria-label={t('list.moneyTotals')}
      aria-busy={totals.isFetching || settled !== view}
      title={reach === 'own' ? t('list.ownMoneyOnly') : undefined}
    >
      <div>
        <dt>{t(reach === 'own' ? 'list.ownOwed' : 'list.owed')}</dt>
        <dd>
          <MoneyText amount={owedFen} />
        </dd>
      </div>
      <div>
        <dt>{t('list.overdue')}</dt>
        <dd>
          <MoneyText amount={overdueFen} tone={overdueFen > 0 ? 'overdue' : 'plain'} />
        </dd>
      </div>
      <div>
        <dt>{t('list.prepaid')}</dt>
        <dd>
          <MoneyText amount={prepaidFen} />
        </dd>
      </div>
    </dl>
  );
}
