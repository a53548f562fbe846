import { Button } from 'antd';
import { Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { TabStrip } from '../../components/tab-strip.tsx';
import { useReach } from '../../ipc/use-current-user.ts';
import { useIsEmptyBook } from '../../ipc/use-is-empty-book.ts';
import { goTo } from '../../state/page.ts';
import { saveLayout } from '../../state/saved-layout.ts';
import { CustomersFirstRun } from '../customers/customers-first-run.tsx';
import { settingsSectionLayoutKey } from '../settings/settings-screen.tsx';
import { LadderTab } from './ladder-tab.tsx';
import { RfmTab } from './rfm-tab.tsx';
import styles from './tiers-screen.module.css';
import { showTiersTab, tiersTabs, useTiersTab } from './tiers-tabs.ts';

const panelId = 'tiers-panel';

/** 分级: what each tier brings and costs, how tiers are set, and RFM. */
export function TiersScreen() {
  const { t } = useTranslation();
  const tab = useTiersTab();
  const mayMeasure = useReach('measures.read') !== null;
  const isEmpty = useIsEmptyBook();
  const head = (
    <PageHeader title={t('page.tiers')}>
      <TabStrip
        label={t('page.tiers')}
        items={tiersTabs.map((key) => ({ key, label: t(`tiersPage.tab.${key}`) }))}
        current={tab}
        onChoose={showTiersTab}
        controls={panelId}
      />
      <span className={styles.gap} />
      <Button
        size="small"
        type="text"
        icon={<Settings size={14} strokeWidth={1.75} aria-hidden />}
        onClick={showTierSettings}
      >
        {t('tiersPage.settings')}
      </Button>
    </PageHeader>
  );
  if (isEmpty) {
    return (
      <>
        <PageHeader title={t('page.tiers')} />
        <CustomersFirstRun />
      </>
    );
  }
  if (tab === 'ladder') return <LadderTab head={head} panelId={panelId} />;
  if (mayMeasure) return <RfmTab head={head} panelId={panelId} />;
  return (
    <>
      {head}
      <EmptyState title={t('tiersPage.notYours')} />
    </>
  );
}

function showTierSettings(): void {
  saveLayout(settingsSectionLayoutKey, 'tiers');
  goTo('settings');
}
