import { themeQuartz } from 'ag-grid-community';
import { sizes } from './tokens.ts';

/** AG Grid fed from tokens.ts by way of the CSS variables, so that light and dark need one theme only. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'var(--kb-font)',
  fontSize: 13,
  dataFontSize: 13,
  headerFontSize: 13,
  headerFontWeight: 400,
  headerTextColor: 'var(--kb-ink2)',
  headerHeight: sizes.tableHead,
  rowHeight: sizes.rowComfortable,
  backgroundColor: 'var(--kb-surface)',
  foregroundColor: 'var(--kb-ink)',
  chromeBackgroundColor: 'var(--kb-head)',
  headerBackgroundColor: 'var(--kb-head)',
  borderColor: 'var(--kb-line)',
  accentColor: 'var(--kb-accent)',
  rowHoverColor: 'var(--kb-hover)',
  selectedRowBackgroundColor: 'var(--kb-accent-soft)',
  oddRowBackgroundColor: 'var(--kb-surface)',
  rowBorder: { color: 'var(--kb-line)' },
  headerRowBorder: { color: 'var(--kb-line)' },
  headerColumnResizeHandleColor: 'transparent',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 4,
  cellHorizontalPadding: 8,
  spacing: 6,
  iconSize: 14,
  popupShadow: 'var(--kb-shadow)',
});
