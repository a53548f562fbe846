import { Button } from 'antd';
import { FileText, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { OpenReceivables } from '../../components/open-receivables.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useMay } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './money-tab.module.css';
import { MoneyTiles } from './money-tiles.tsx';
import { PromiseList } from './promise-list.tsx';
import { RecentOrders } from './recent-orders.tsx';
import { SourceList } from './source-list.tsx';

interface Props {
  readonly customerId: Id;
  readonly ownerId: Id | null;
  /** In the bin it is looked at only. */
  readonly isInBin: boolean;
  readonly onStatement: () => void;
  /** 付款记录与条件. */
  readonly terms: ReactNode;
}

/** Of payments and promises; what is older is a click away. */
const latest = 50;

/** 收款 of one customer: figures, what is open, orders, payments, promises, terms. */
export function MoneyTab({ customerId, ownerId, isInBin, onStatement, terms }: Props) {
  const { t } = useWindowWords();
  const read = useRead('receivables', 'ofCustomer', { customerId, latest });
  if (read.error !== null) return <EmptyState title={errorText(t, toAppError(read.error))} />;
  const { data: money } = read;
  if (!money) return null;
  const open = money.receivables.filter(({ openFen }) => openFen > 0).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const { upcoming } = money;
  const hasUpcoming = upcoming.receivables.length + upcoming.sources.length > 0;
  return (
    <>
      <MoneyTiles summary={money.summary} />
      <Actions customerId={customerId} ownerId={ownerId} isInBin={isInBin} onStatement={onStatement} />
      <Section title={t('customerMoney.open')} count={money.counts.open}>
        {open.length === 0 ? (
          <p className={styles.nothing}>{t('statement.nothingOpen')}</p>
        ) : (
          <OpenReceivables receivables={open} ownerId={ownerId} />
        )}
      </Section>
      <Section title={t('customerMoney.orders')}>
        <RecentOrders customerId={customerId} />
      </Section>
      <Section title={t('customerMoney.payments')} count={money.counts.sources}>
        <SourceList customerId={customerId} sources={money.sources} total={money.counts.sources} />
      </Section>
      {hasUpcoming && (
        <Section title={t('customerMoney.upcoming')}>
          <SourceList customerId={customerId} sources={upcoming.sources} total={upcoming.sources.length} />
          <OpenReceivables receivables={upcoming.receivables} ownerId={ownerId} />
        </Section>
      )}
      <Section title={t('customerMoney.promises')}>
        <PromiseList
          customerId={customerId}
          ownerId={ownerId}
          promises={money.promises}
          receivables={money.receivables}
          isReadOnly={isInBin}
        />
      </Section>
      {terms}
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

function Section({ title, count, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>
        {title}
        {count !== undefined && count > 0 && <span className={styles.count}>{countText(count)}</span>}
      </h3>
      {children}
    </section>
  );
}

function Actions({ customerId, ownerId, isInBin, onStatement }: Omit<Props, 'terms'>) {
  const { t } = useWindowWords();
  const mayPay = useMay('money.edit', ownerId) && !isInBin;
  const maySell = useMay('orders.edit', ownerId) && !isInBin;
  const icon = <Plus size={14} strokeWidth={1.75} aria-hidden />;
  return (
    <div className={styles.actions}>
      {mayPay && (
        <Button size="small" type="primary" icon={icon} onClick={() => askMoney({ kind: 'payment', customerId })}>
          {t('customerMoney.record')}
        </Button>
      )}
      {maySell && (
        <Button size="small" icon={icon} onClick={() => askMoney({ kind: 'newOrder', customerId })}>
          {t('customerMoney.newOrder')}
        </Button>
      )}
      <Button size="small" icon={<FileText size={14} strokeWidth={1.75} aria-hidden />} onClick={onStatement}>
        {t('customerMoney.statement')}
      </Button>
      {mayPay && (
        <Button size="small" type="text" onClick={() => askMoney({ kind: 'receivable', customerId })}>
          {t('customerMoney.newReceivable')}
        </Button>
      )}
    </div>
  );
}
