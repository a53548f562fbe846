import { Suspense } from 'react';
import { useDayRollover } from '../../ipc/use-book.ts';
import { usePageStore } from '../../state/page.ts';
import { useSeatStore } from '../../state/seat.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { pageOf } from '../pages.ts';
import { BookWarnings } from './book-warnings.tsx';
import { OverlayHosts } from './overlay-hosts.tsx';
import { SampleBanner } from './sample-banner.tsx';
import styles from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useFocusReturn } from './use-focus-return.ts';
import { useFreshBook } from './use-fresh-book.ts';
import { useShellCommands } from './use-shell-commands.ts';

/** Menu at the left, search and actions above, the page, the status line below. */
export function Shell() {
  useDayRollover();
  useShellCommands();
  useFreshBook();
  useFocusReturn();
  const page = usePageStore((state) => state.page);
  const { screen: Screen } = pageOf(page);
  const { phase, turn } = useSeatStore();
  return (
    <div className={styles.shell}>
      <Sidebar />
      <div key={turn} className={styles.body} inert={phase !== 'seated'}>
        {phase !== 'changing' && (
          <>
            <TopBar />
            <SampleBanner />
            <BookWarnings />
            <main className={styles.page}>
              <ErrorBoundary place={page}>
                <Suspense fallback={null}>
                  <Screen />
                </Suspense>
              </ErrorBoundary>
            </main>
            <StatusBar />
          </>
        )}
      </div>
      <OverlayHosts />
    </div>
  );
}
