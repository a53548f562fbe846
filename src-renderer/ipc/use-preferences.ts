import { defaultReminderPreferences } from '../../src-shared/reminders/reminder-preferences.ts';
import type { Preferences } from '../../src-shared/workspace/workspace-contract.ts';
import { client } from './client.ts';
import { queryClient } from './query-client.ts';
import { sayError, settled } from './report.ts';
import { readOptions, useRead } from './use-read.ts';

const fallback: Preferences = {
  language: 'zh-CN',
  theme: 'light',
  density: 'comfortable',
  closing: 'ask',
  reminders: defaultReminderPreferences,
};

export function usePreferences(): Preferences {
  return useRead('workspace', 'get', {}).data?.preferences ?? fallback;
}

/** Shown at once, then kept; put back when it could not be. */
export async function savePreferences(change: Partial<Preferences>): Promise<void> {
  const { queryKey } = readOptions('workspace', 'get', {});
  const before = queryClient.getQueryData(queryKey);
  if (before) queryClient.setQueryData(queryKey, { ...before, preferences: { ...before.preferences, ...change } });
  const saved = await settled(client.workspace.savePreferences(change));
  if (saved.ok) return;
  queryClient.setQueryData(queryKey, before);
  sayError(saved.error);
}
