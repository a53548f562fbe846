import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PageHeader } from '../../components/page-header.tsx';
import { BackupsSection } from '../../features/backups/backups-section.tsx';
import { RecentChanges } from '../../features/history/recent-changes.tsx';
import { PhrasesSection } from '../../features/phrases/phrases-section.tsx';
import { ProductsSection } from '../../features/products/products-section.tsx';
import { RemindersSection } from '../../features/reminders/reminders-section.tsx';
import { AboutSection } from '../../features/settings/about-section.tsx';
import { CompanySection } from '../../features/settings/company-section.tsx';
import { LookSection } from '../../features/settings/look-section.tsx';
import { TagsSection } from '../../features/tags/tags-section.tsx';
import { TermsSettingsSection } from '../../features/terms/terms-settings-section.tsx';
import { TiersSection } from '../../features/tiers/tiers-section.tsx';
import { UsersSection } from '../../features/users/users-section.tsx';
import { WorkdaysSection } from '../../features/workdays/workdays-section.tsx';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';
import styles from './settings-screen.module.css';

const sections = [
  'company',
  'users',
  'tiers',
  'tags',
  'products',
  'terms',
  'phrases',
  'workdays',
  'look',
  'reminders',
  'backups',
  'changes',
  'about',
] as const;
type SectionId = (typeof sections)[number];

const views: Readonly<Record<SectionId, ComponentType>> = {
  company: CompanySection,
  users: UsersSection,
  tiers: TiersSection,
  tags: TagsSection,
  products: ProductsSection,
  terms: TermsSettingsSection,
  phrases: PhrasesSection,
  workdays: WorkdaysSection,
  look: LookSection,
  reminders: RemindersSection,
  backups: BackupsSection,
  changes: RecentChanges,
  about: AboutSection,
};

/** Where the section shown last is remembered. */
export const settingsSectionLayoutKey = 'settings.section';

/** 设置: sections at the left, the one chosen beside them; the section is remembered. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const [section, setSection] = useState<SectionId>(
    () => readLayout(settingsSectionLayoutKey, z.enum(sections)) ?? 'company',
  );
  const View = views[section];
  const show = (id: SectionId) => {
    setSection(id);
    saveLayout(settingsSectionLayoutKey, id);
  };
  return (
    <>
      <PageHeader title={t('page.settings')} />
      <div className={styles.body}>
        <nav className={styles.nav} aria-label={t('settings.nav')}>
          {sections.map((id) => (
            <button
              key={id}
              type="button"
              className={styles.item}
              aria-current={id === section ? 'true' : undefined}
              onClick={() => show(id)}
            >
              {t(`settings.section.${id}`)}
            </button>
          ))}
        </nav>
        <div className={styles.view}>
          <div className={styles.column}>
            <View />
          </div>
        </div>
      </div>
    </>
  );
}
