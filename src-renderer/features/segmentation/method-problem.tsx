import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NoProposal } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import type { TierMethodInput } from '../../../src-shared/tiers/segmentation-contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { fittedCuts } from './fitted-cuts.ts';
import { tryMethod } from './method-store.ts';
import { NoOrders } from './no-orders.tsx';

interface Props {
  readonly method: TierMethodInput;
  readonly problem: NoProposal;
}

/** Why the method cannot run, and the way out. */
export function MethodProblem({ method, problem }: Props) {
  const { t } = useTranslation();
  switch (problem.reason) {
    case 'cuts_do_not_match':
      return <CutsDoNotMatch method={method} needed={problem.needed} given={problem.given} />;
    case 'no_orders_in_book':
      return <NoOrders />;
    case 'cuts_out_of_order':
      return (
        <EmptyState
          title={t('segmentation.problem.outOfOrder')}
          words={t(`segmentation.problem.outOfOrderWords.${method.kind === 'abc' ? 'rising' : 'falling'}`)}
        />
      );
    case 'weights_not_100':
      return <EmptyState title={t('segmentation.problem.weights')} words={t('segmentation.problem.weightsWords')} />;
  }
}

function CutsDoNotMatch(props: { readonly method: TierMethodInput; readonly needed: number; readonly given: number }) {
  const { t } = useTranslation();
  const { method, needed, given } = props;
  const fitted = fittedCuts(method.kind, method.cuts, needed);
  return (
    <EmptyState
      title={t('segmentation.problem.cuts', { count: needed + 1, tiers: needed + 1, needed, given })}
      words={t(fitted ? 'segmentation.problem.cutsWords' : 'segmentation.problem.tooManyTiers')}
    >
      {fitted && (
        <Button type="primary" onClick={() => tryMethod({ ...method, cuts: fitted })}>
          {t('segmentation.problem.fit')}
        </Button>
      )}
    </EmptyState>
  );
}
