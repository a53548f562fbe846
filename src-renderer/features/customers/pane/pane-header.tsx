import { Dropdown, type MenuProps } from 'antd';
import { Ellipsis, Phone, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerDetail } from '../../../../src-shared/customers/customer.ts';
import type { Tier } from '../../../../src-shared/tiers/tier.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { TierBadge } from '../../../components/tier-badge.tsx';
import { useMay, useUsers } from '../../../ipc/use-current-user.ts';
import { phoneText } from '../../../text/number-text.ts';
import { bulkEdit } from '../list/bulk-edit.ts';
import styles from './pane-header.module.css';
import { primaryReach } from './primary-reach.ts';
import type { ReadCustomer } from './save-field.ts';
import { TierPin } from './tier-pin.tsx';

interface Props {
  readonly customer: ReadCustomer;
  readonly tier: Tier | null;
  readonly onClose: () => void;
  /** What else can be done to the customer, above what the header offers itself. */
  readonly menuItems?: NonNullable<MenuProps['items']>;
  /** Under the number to call: figures of other features. */
  readonly figures?: ReactNode;
}

/** Who it is, whose customer, since when, and the number to call. */
export function PaneHeader({ customer, tier, onClose, menuItems = [], figures }: Props) {
  const { t } = useTranslation();
  const { users } = useUsers();
  const mayEdit = useMay('customers.edit', customer.ownerId);
  const owner = users.find((user) => user.id === customer.ownerId)?.name ?? t('filter.noOwner');
  const place = [customer.district ?? customer.city, customer.industry].filter((part) => part !== null).join(' · ');
  const bin = async () => {
    if (await bulkEdit({ kind: 'ids', ids: [customer.id] }, { kind: 'bin' })) onClose();
  };
  const items: NonNullable<MenuProps['items']> = [
    ...menuItems,
    ...(mayEdit && menuItems.length > 0 ? [{ type: 'divider' as const }] : []),
    ...(mayEdit ? [{ key: 'bin', label: t('action.delete'), onClick: () => void bin() }] : []),
  ];
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h2 className={styles.name} title={customer.name}>
          {customer.name}
        </h2>
        <TierBadge tier={tier} />
        <TierPin customer={customer} tier={tier} />
        <span className={styles.gap} />
        {items.length > 0 && (
          <Dropdown autoFocus trigger={['click']} placement="bottomRight" menu={{ items }}>
            <button type="button" className={styles.icon} aria-label={t('action.more')}>
              <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
            </button>
          </Dropdown>
        )}
        <button type="button" className={styles.icon} aria-label={t('pane.close')} onClick={onClose}>
          <X size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
      <p className={styles.facts}>
        <span>{t('pane.owner', { name: owner })}</span>
        {place !== '' && <span>{place}</span>}
        {customer.sinceOn && <span>{t('pane.since', { year: customer.sinceOn.slice(0, 4) })}</span>}
      </p>
      <ReachLine customer={customer} />
      {figures}
    </header>
  );
}

function ReachLine({ customer }: { readonly customer: CustomerDetail }) {
  const { t } = useTranslation();
  const reach = primaryReach(customer);
  return (
    <div className={styles.line}>
      <Phone size={16} strokeWidth={1.75} aria-hidden className={styles.phoneIcon} />
      {reach.contactName && <span>{reach.contactName}</span>}
      {reach.phone ? (
        <>
          <strong className={styles.phone}>{phoneText(reach.phone)}</strong>
          <CopyButton text={reach.phone} />
        </>
      ) : (
        <span className={styles.none}>{t('pane.noPhone')}</span>
      )}
      <span className={styles.gap} />
      {reach.title && <span className={styles.title}>{reach.title}</span>}
    </div>
  );
}
