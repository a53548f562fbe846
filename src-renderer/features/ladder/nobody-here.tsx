import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { useReach } from '../../ipc/use-current-user.ts';
import { openNewCustomer } from '../../state/new-customer.ts';
import type { ChosenPeriod } from './ladder-period.ts';
import { choosePeriod, clearFilter, firstPeriod } from './ladder-store.ts';

interface Props {
  readonly hasFilter: boolean;
  readonly chosen: ChosenPeriod;
}

/** Nobody stands on the ladder: the one step that most likely brings somebody. */
export function NobodyHere({ hasFilter, chosen }: Props) {
  const { t } = useTranslation();
  const mayAdd = useReach('customers.edit') !== null;
  if (hasFilter) {
    return (
      <EmptyState title={t('ladder.nobody')} words={t('ladder.nobodyYetWords')}>
        <Button type="primary" onClick={clearFilter}>
          {t('desk.clearFilters')}
        </Button>
      </EmptyState>
    );
  }
  if (chosen !== firstPeriod) {
    return (
      <EmptyState title={t('ladder.nobody')} words={t('ladder.nobodyThen')}>
        <Button type="primary" onClick={() => choosePeriod(firstPeriod)}>
          {t(`ladder.span.${firstPeriod}`)}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('ladder.nobodyYet')} words={t('ladder.nobodyAtAll')}>
      {mayAdd && (
        <Button type="primary" onClick={() => openNewCustomer()}>
          {t('command.newCustomer')}
        </Button>
      )}
    </EmptyState>
  );
}
