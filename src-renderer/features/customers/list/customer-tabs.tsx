import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuietSpan } from '../../../../src-shared/customers/customer-list.ts';
import { TabStrip } from '../../../components/tab-strip.tsx';
import { useReach } from '../../../ipc/use-current-user.ts';
import { useRead } from '../../../ipc/use-read.ts';
import { openOverlay } from '../../../state/overlays.ts';
import type { CustomerTab } from './customer-view.ts';
import { QuietSpanMenu } from './quiet-span-menu.tsx';
import { showTab, useCustomerView } from './view-store.ts';

function keyOf(tab: CustomerTab): string {
  if (typeof tab !== 'object') return tab;
  return 'tierId' in tab ? `tier:${tab.tierId}` : 'quiet';
}

const usualSpan: QuietSpan = 30;

/** 全部, 我的, one per tier in use, 未分级, 逾期未访, 流失预警 and 未联系 with its span of days, each with its count. */
export function CustomerTabs() {
  const { t } = useTranslation();
  const tab = useCustomerView((view) => view.tab);
  const counts = useRead('customers', 'tabCounts', {}).data;
  const waiting = useRead('customers', 'waitingCounts', {}).data;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const mayReadMoney = useReach('money.read') !== null;
  // The span chosen last stays on its tab while another tab is looked at.
  const [lastSpan, setLastSpan] = useState<QuietSpan>(usualSpan);
  const span = typeof tab === 'object' && 'quietDays' in tab ? tab.quietDays : lastSpan;
  const showQuiet = (quietDays: QuietSpan) => {
    setLastSpan(quietDays);
    showTab({ quietDays });
  };
  const tabs: readonly { readonly tab: CustomerTab; readonly label: string; readonly count: number | null }[] = [
    { tab: 'all', label: t('tab.all'), count: counts?.all ?? null },
    { tab: 'mine', label: t('tab.mine'), count: counts?.mine ?? null },
    ...tiers
      .filter((tier) => !tier.isArchived || (counts?.byTier[tier.id] ?? 0) > 0)
      .map((tier) => ({
        tab: { tierId: tier.id },
        label: t('tier.named', { name: tier.name }),
        count: counts ? (counts.byTier[tier.id] ?? 0) : null,
      })),
    { tab: 'withoutTier', label: t('tier.none'), count: counts?.withoutTier ?? null },
    { tab: 'visitOverdue', label: t('tab.visitOverdue'), count: waiting?.visitOverdue ?? null },
    { tab: 'warned', label: t('warnings.title'), count: waiting?.warned ?? null },
    ...(mayReadMoney
      ? ([
          { tab: 'owes', label: t('tab.owes'), count: waiting?.owes ?? null },
          { tab: 'overdueMoney', label: t('tab.overdueMoney'), count: waiting?.overdueMoney ?? null },
        ] as const)
      : []),
    { tab: { quietDays: span }, label: t('tab.quiet', { count: span }), count: waiting?.quiet[span] ?? null },
  ];
  return (
    <>
      <TabStrip
        label={t('tab.label')}
        items={tabs.map((item) => ({ key: keyOf(item.tab), label: item.label, count: item.count }))}
        current={keyOf(tab)}
        onChoose={(key) => {
          const chosen = tabs.find((item) => keyOf(item.tab) === key);
          if (chosen) showTab(chosen.tab);
        }}
      />
      {tab === 'warned' && (
        <Button size="small" type="text" onClick={() => openOverlay('winBack')}>
          {t('warnings.winBack.title')}
        </Button>
      )}
      <QuietSpanMenu chosen={span} counts={waiting?.quiet ?? null} onChoose={showQuiet} />
    </>
  );
}
