import type zhCN from './zh-CN.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    returnNull: false;
    /** A key that is not in the Chinese catalogue does not compile. */
    resources: { translation: typeof zhCN };
  }
}
