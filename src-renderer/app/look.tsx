import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { useMediaQuery } from '../components/use-media-query.ts';
import { usePreferences } from '../ipc/use-preferences.ts';
import { antdTheme } from './antd-theme.ts';
import { cspNonce } from './csp-nonce.ts';
import { switchLanguage } from './i18n.ts';
import { applyCssVariables } from './tokens.ts';
import { useThemeName } from './use-theme-name.ts';

/** Its shadow is no token of Ant Design's that could be set. */
const popoverLook = { styles: { root: { filter: 'var(--kb-drop-shadow)' } } };

/** Language, theme and density as preferred, switched without a restart. */
export function Look({ children }: { readonly children: ReactNode }) {
  const preferences = usePreferences();
  const isCalm = useMediaQuery('(prefers-reduced-motion: reduce)');
  const themeName = useThemeName();
  useLayoutEffect(() => applyCssVariables(themeName), [themeName]);
  useLayoutEffect(() => {
    document.documentElement.dataset.density = preferences.density;
  }, [preferences.density]);
  useEffect(() => void switchLanguage(preferences.language), [preferences.language]);
  const theme = useMemo(() => antdTheme(themeName, isCalm), [themeName, isCalm]);
  const csp = useMemo(() => ({ nonce: cspNonce() }), []);
  return (
    <ConfigProvider
      theme={theme}
      csp={csp}
      locale={preferences.language === 'en' ? enUS : zhCN}
      getPopupContainer={overlayRoot}
      wave={{ disabled: true }}
      popover={popoverLook}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}

function overlayRoot(): HTMLElement {
  return document.getElementById('overlays') ?? document.body;
}
