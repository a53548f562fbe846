import { Fragment, type ReactNode, useMemo } from 'react';
import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { DialBar } from '../../components/dial-bar.tsx';
import { showTab } from '../../features/customers/list/view-store.ts';
import { LogLine } from '../../features/today/log-line.tsx';
import { openHere } from '../../features/today/use-opened-here.ts';
import { WarningsSection } from '../../features/warnings/warnings-section.tsx';
import { useRead } from '../../ipc/use-read.ts';
import { openOverlay } from '../../state/overlays.ts';
import { goTo } from '../../state/page.ts';
import styles from './today-screen.module.css';

/** As many as one calls in a day; the rest are in 客户. */
const shown = 10;

function useShownWarnings(scope: VisitScope) {
  return useRead('warnings', 'list', { scope, limit: shown }, { keepShowing: true }).data;
}

/** Who is shown in 流失预警, and so nowhere else on the page. */
export function useWarnedHere(scope: VisitScope): ReadonlySet<string> {
  const customers = useShownWarnings(scope)?.customers;
  return useMemo(() => new Set(customers?.map(({ customerId }) => customerId)), [customers]);
}

/** 流失预警 with the one-line form of Today under its lines; null: nobody is warned of. */
export function useTodayWarnings(scope: VisitScope, paneId: string | null): ReactNode {
  const read = useShownWarnings(scope);
  if (!read || read.total === 0) return null;
  const phoneOf = (id: string) => read.customers.find(({ customerId }) => customerId === id)?.phone ?? null;
  return (
    <WarningsSection
      customers={read.customers}
      total={read.total}
      paneId={paneId}
      onOpen={openHere}
      onShowAll={() => {
        showTab('warned');
        goTo('customers');
      }}
      onWinBack={() => openOverlay('winBack')}
      lineFor={({ customerId, name, isCall, onClose }) => {
        const phone = phoneOf(customerId);
        return (
          <Fragment key={`${customerId} ${isCall}`}>
            {isCall && phone !== null && (
              <div className={styles.dial}>
                <DialBar phone={phone} />
              </div>
            )}
            <LogLine
              target={{
                key: `warning:${customerId}`,
                customerId,
                name,
                planId: null,
                ...(isCall ? { channel: 'phone' as const } : {}),
              }}
              onLogged={onClose}
              onClose={onClose}
            />
          </Fragment>
        );
      }}
    />
  );
}
