import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from './use-read.ts';

/** What is said often in follow-ups: the book's own phrases, else those of the window's language. */
export function usePhrases(): { readonly phrases: readonly string[]; readonly areOwn: boolean } {
  const { t } = useTranslation();
  const own = useRead('settings', 'get', {}).data?.followUpPhrases ?? null;
  const offered = t('phrases.offered');
  return useMemo(() => ({ phrases: own ?? offered.split('\n'), areOwn: own !== null }), [own, offered]);
}
