import { type ServiceCostKind, serviceCostKinds } from '../../src-shared/costs/costs-contract.ts';
import { useWindowWords } from '../text/use-window-words.ts';
import { costKeys } from './cost-entry.tsx';
import { comboText } from './key-hint.tsx';

interface Props {
  readonly className: string;
  readonly opened: ServiceCostKind | null;
  readonly onOpen: (kind: ServiceCostKind) => void;
}

/** +成本 and +让利. */
export function CostButtons({ className, opened, onOpen }: Props) {
  const { t } = useWindowWords();
  return serviceCostKinds.map((kind) => (
    <button
      key={kind}
      type="button"
      className={className}
      aria-label={t(`costs.addOf.${kind}`)}
      aria-expanded={opened === kind}
      title={`${t(`costs.addOf.${kind}`)} ${comboText(costKeys[kind])}`}
      onClick={() => onOpen(kind)}
    >
      {t(`costs.add.${kind}`)}
    </button>
  ));
}
