import './no-eval.ts';
import { createRoot } from 'react-dom/client';
import type { BookStatus } from '../../src-shared/book/book-contract.ts';
import { client } from '../ipc/client.ts';
import { connectJobProgress } from '../ipc/jobs.ts';
import { connectStaleTopics, queryClient } from '../ipc/query-client.ts';
import { settled } from '../ipc/report.ts';
import { readOptions } from '../ipc/use-read.ts';
import { flushDrafts, loadDrafts } from '../state/drafts.ts';
import { restoreOpenCustomer } from '../state/open-customer.ts';
import { restorePage } from '../state/page.ts';
import { flushLayout, loadLayout } from '../state/saved-layout.ts';
import { listenForShortcuts } from '../state/shortcuts.ts';
import { App } from './app.tsx';
import './base.css';
import { startI18n } from './i18n.ts';

/** What the window needs to open as it was left is read before anything is drawn, so that nothing jumps. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  const [workspace, book] = await Promise.all([settled(client.workspace.get({})), settled(client.book.status({}))]);
  startI18n(workspace.ok ? workspace.value.preferences.language : 'zh-CN');
  if (workspace.ok) {
    queryClient.setQueryData(readOptions('workspace', 'get', {}).queryKey, workspace.value);
    loadLayout(workspace.value.layout);
    loadDrafts(workspace.value.drafts);
    restorePage(book.ok ? customersOf(book.value) : 0);
    restoreOpenCustomer();
  }
  connectStaleTopics();
  connectJobProgress();
  listenForShortcuts();
  window.addEventListener('pagehide', () => void Promise.all([flushDrafts(), flushLayout()]));
  createRoot(root).render(<App />);
}

/** What is being prepared is large: it has customers. */
function customersOf(book: BookStatus): number {
  return book.state === 'open' ? book.customerCount : Number(book.state === 'preparing');
}

void start();
