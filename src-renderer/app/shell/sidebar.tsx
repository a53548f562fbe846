import { BookUser } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useOverdueCount } from '../../features/receivables/use-overdue-count.ts';
import { useTodayCount } from '../../features/today/use-today-count.ts';
import { useBook } from '../../ipc/use-book.ts';
import { useReach } from '../../ipc/use-current-user.ts';
import { goTo, type PageId, usePageStore } from '../../state/page.ts';
import { countText } from '../../text/number-text.ts';
import { type Page, pages } from '../pages.ts';
import styles from './sidebar.module.css';
import { UserSwitcher } from './user-switcher.tsx';

export function Sidebar() {
  const { t } = useTranslation();
  const book = useBook();
  return (
    <nav className={styles.sidebar} aria-label={t('shell.menu')}>
      <div className={styles.brand}>
        <span className={styles.mark}>
          <BookUser size={16} strokeWidth={1.75} aria-hidden />
        </span>
        <strong className={styles.name}>{t('app.name')}</strong>
        <span className={styles.company} title={book?.companyName ?? ''}>
          {book?.companyName}
        </span>
      </div>
      <MenuGroup of="main" />
      <div className={styles.gap} />
      <div className={styles.foot}>
        <UserSwitcher />
        <MenuGroup of="foot" />
      </div>
    </nav>
  );
}

function MenuGroup({ of }: { readonly of: Exclude<Page['menu'], null> }) {
  return (
    <ul className={styles.menu}>
      {pages
        .filter((page) => page.menu === of)
        .map((page) => (
          <MenuItem key={page.id} page={page} />
        ))}
    </ul>
  );
}

function MenuItem({ page }: { readonly page: Page }) {
  const { t } = useTranslation();
  const mayUse = useReach(page.needs ?? 'app.use') !== null;
  const isHere = usePageStore((state) => state.page === page.id);
  const Icon = page.icon;
  const Badge = badges[page.id];
  if (page.needs && !mayUse) return null;
  return (
    <li className={styles.line}>
      <button
        type="button"
        className={styles.item}
        aria-current={isHere ? 'page' : undefined}
        aria-describedby={Badge && `badge-${page.id}`}
        onClick={() => goTo(page.id)}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {t(`page.${page.id}`)}
      </button>
      {Badge && <Badge id={`badge-${page.id}`} />}
    </li>
  );
}

interface BadgeProps {
  /** What the menu item is described by. */
  readonly id: string;
}

/** What waits behind a page, at the end of its line in the menu. */
const badges: Readonly<Partial<Record<PageId, ComponentType<BadgeProps>>>> = {
  today: TodayBadge,
  payments: OverdueBadge,
};

function TodayBadge({ id }: BadgeProps) {
  const { t } = useTranslation();
  const count = useTodayCount();
  if (count === null || count === 0) return null;
  return (
    <span id={id} className={styles.badge}>
      <span aria-hidden>{countText(count)}</span>
      <span className="kb-unseen">{t('today.badge', { count })}</span>
    </span>
  );
}

function OverdueBadge({ id }: BadgeProps) {
  const { t } = useTranslation();
  const count = useOverdueCount();
  if (count === null || count === 0) return null;
  return (
    <span id={id} className={styles.badge} data-tone="red">
      <span aria-hidden>{countText(count)}</span>
      <span className="kb-unseen">{t('desk.badge', { count })}</span>
    </span>
  );
}
