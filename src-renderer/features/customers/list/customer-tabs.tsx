import { useTranslation } from 'react-i18next';
import { TabStrip } from '../../../components/tab-strip.tsx';
import { useRead } from '../../../ipc/use-read.ts';
import type { CustomerTab } from './customer-view.ts';
import { showTab, useCustomerView } from './view-store.ts';

function keyOf(tab: CustomerTab): string {
  return typeof tab === 'object' ? `tier:${tab.tierId}` : tab;
}

/** 全部, 我的, one per tier in use, 未分级, each with its count. */
export function CustomerTabs() {
  const { t } = useTranslation();
  const tab = useCustomerView((view) => view.tab);
  const counts = useRead('customers', 'tabCounts', {}).data;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
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
  ];
  return (
    <TabStrip
      label={t('tab.label')}
      items={tabs.map((item) => ({ key: keyOf(item.tab), label: item.label, count: item.count }))}
      current={keyOf(tab)}
      onChoose={(key) => {
        const chosen = tabs.find((item) => keyOf(item.tab) === key);
        if (chosen) showTab(chosen.tab);
      }}
    />
  );
}
