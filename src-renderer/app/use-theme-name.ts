import { useMediaQuery } from '../components/use-media-query.ts';
import { usePreferences } from '../ipc/use-preferences.ts';
import type { ThemeName } from './tokens.ts';

/** Light or dark, as preferred or as the system has it. */
export function useThemeName(): ThemeName {
  const { theme } = usePreferences();
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  return theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
}
