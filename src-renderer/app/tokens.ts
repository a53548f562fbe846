/**
 * The look, once, for light and dark: Ant Design, AG Grid and our own style sheets (as CSS variables) are all fed from
 * here. Every text and background pair in use is at least 4.5:1 (tokens.test.ts computes it).
 */
export interface Colors {
  readonly page: string;
  readonly surface: string;
  readonly sidebar: string;
  /** Table heads, totals, group rows. */
  readonly head: string;
  readonly hover: string;
  /** Between rows. */
  readonly line: string;
  /** Edges of controls and panes. */
  readonly line2: string;
  readonly ink: string;
  readonly ink2: string;
  /** Hints and counts. */
  readonly ink3: string;
  /** Teal as text and icon. */
  readonly accent: string;
  /** Teal as fill under white text. */
  readonly solid: string;
  readonly solidHover: string;
  readonly accentSoft: string;
  readonly accentLine: string;
  readonly amber: string;
  readonly amberSoft: string;
  readonly red: string;
  readonly redSoft: string;
  readonly blue: string;
  readonly blueSoft: string;
  readonly toast: string;
  readonly toastText: string;
  readonly toastLink: string;
  /** The dash of an empty cell: carries no information, so it may be faint. */
  readonly faint: string;
  readonly shadow: string;
  /** The same as a filter, for what has an arrow. */
  readonly dropShadow: string;
  /** Over the page, under a dialog. */
  readonly mask: string;
  readonly tierAmber: string;
  readonly tierAmberTint: string;
  readonly tierTeal: string;
  readonly tierTealTint: string;
  readonly tierBlue: string;
  readonly tierBlueTint: string;
  readonly tierSlate: string;
  readonly tierSlateTint: string;
  readonly tierViolet: string;
  readonly tierVioletTint: string;
  readonly tierRose: string;
  readonly tierRoseTint: string;
  /** A planned visit in the calendar, and a day off work. */
  readonly calendarPlan: string;
  readonly calendarOff: string;
  /** Parts of the aging bar, from not due to over 90 days; never text. */
  readonly aging1: string;
  readonly aging2: string;
  readonly aging3: string;
  readonly aging4: string;
  readonly aging5: string;
  /** Bars that tell persons apart; never text. */
  readonly person1: string;
  readonly person2: string;
  readonly person3: string;
  readonly person4: string;
  readonly person5: string;
  readonly person6: string;
  readonly person7: string;
  readonly person8: string;
}

export const light: Colors = {
  page: '#F7F6F3',
  surface: '#FFFFFF',
  sidebar: '#F1EFEA',
  head: '#FAF9F7',
  hover: '#F7F6F3',
  line: '#EDEBE7',
  line2: '#DCD8D1',
  ink: '#1C1917',
  ink2: '#57534E',
  ink3: '#6F6862',
  accent: '#0F766E',
  solid: '#0F766E',
  solidHover: '#0B5F58',
  accentSoft: '#ECF6F4',
  accentLine: '#9FCFC9',
  amber: '#B45309',
  amberSoft: '#FCF3E6',
  red: '#B91C1C',
  redSoft: '#FDF1EF',
  blue: '#2563EB',
  blueSoft: '#ECF1FD',
  toast: '#292524',
  toastText: '#FAF9F7',
  toastLink: '#7FD1C7',
  faint: '#C2BBB2',
  shadow: '0 8px 24px rgba(28,25,23,.12)',
  dropShadow:
    'drop-shadow(0 6px 16px rgba(0,0,0,.08)) drop-shadow(0 3px 6px rgba(0,0,0,.12)) drop-shadow(0 9px 28px rgba(0,0,0,.05))',
  mask: 'rgba(28,25,23,.25)',
  tierAmber: '#B45309',
  tierAmberTint: '#FDF3E7',
  tierTeal: '#0F766E',
  tierTealTint: '#E3F1EF',
  tierBlue: '#2563EB',
  tierBlueTint: '#EDF2FE',
  tierSlate: '#566376',
  tierSlateTint: '#EEF1F4',
  tierViolet: '#6D28D9',
  tierVioletTint: '#F3EEFD',
  tierRose: '#BE123C',
  tierRoseTint: '#FDEEF1',
  calendarPlan: '#F3F1ED',
  calendarOff: '#FAF9F7',
  aging1: '#A8A29A',
  aging2: '#E7B877',
  aging3: '#D98A3D',
  aging4: '#C4552D',
  aging5: '#B91C1C',
  person1: '#0E7490',
  person2: '#A21CAF',
  person3: '#4D7C0F',
  person4: '#C2410C',
  person5: '#4338CA',
  person6: '#BE185D',
  person7: '#854D0E',
  person8: '#475569',
};

export const dark: Colors = {
  page: '#171513',
  surface: '#1E1B19',
  sidebar: '#151311',
  head: '#221F1C',
  hover: '#262320',
  line: '#2D2926',
  line2: '#453F3A',
  ink: '#EFECE8',
  ink2: '#BAB3AB',
  ink3: '#9A928A',
  accent: '#56B8AC',
  solid: '#0F766E',
  solidHover: '#0E7F76',
  accentSoft: '#17302D',
  accentLine: '#2C6A63',
  amber: '#E3A351',
  amberSoft: '#35281A',
  red: '#F28B82',
  redSoft: '#3A2321',
  blue: '#86ACF7',
  blueSoft: '#1F2A40',
  toast: '#35302C',
  toastText: '#EFECE8',
  toastLink: '#56B8AC',
  faint: '#5C554F',
  // Dark on dark casts no shadow one could see: an edge, lighter than that of controls, says where a popover ends.
  shadow: '0 0 0 1px #6B635C, 0 8px 24px rgba(0,0,0,.6)',
  dropShadow: 'drop-shadow(0 0 1px #6B635C) drop-shadow(0 0 1px #6B635C) drop-shadow(0 8px 24px rgba(0,0,0,.6))',
  mask: 'rgba(0,0,0,.4)',
  tierAmber: '#E3A351',
  tierAmberTint: '#3A2C1B',
  tierTeal: '#56B8AC',
  tierTealTint: '#183431',
  tierBlue: '#86ACF7',
  tierBlueTint: '#212D45',
  tierSlate: '#A3AFBF',
  tierSlateTint: '#2B2F35',
  tierViolet: '#C0A5F8',
  tierVioletTint: '#2F2744',
  tierRose: '#F49AAE',
  tierRoseTint: '#40222A',
  calendarPlan: '#2B2724',
  calendarOff: '#1A1715',
  aging1: '#A8A29A',
  aging2: '#E7B877',
  aging3: '#D98A3D',
  aging4: '#C4552D',
  aging5: '#B91C1C',
  person1: '#4FC3DC',
  person2: '#E28DF0',
  person3: '#A3D158',
  person4: '#F59B6A',
  person5: '#A5A1F7',
  person6: '#F58BB8',
  person7: '#D9B25F',
  person8: '#A3AFBF',
};

export type ThemeName = 'light' | 'dark';

export const themes: Readonly<Record<ThemeName, Colors>> = { light, dark };

export const fontStack =
  '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

/** Pixels. */
export const sizes = {
  radius: 6,
  sidebar: 200,
  topBar: 52,
  statusBar: 28,
  pageHeader: 48,
  filterBar: 40,
  tableHead: 32,
  rowComfortable: 36,
  rowCompact: 28,
  pane: 440,
  paneMin: 320,
  paneMax: 640,
} as const;

/** Milliseconds; the longest motion there is. */
export const motionMs = 150;

/** Puts the theme on the document as `--kb-…`, camelCase turned to dashes; style sheets use nothing else. */
export function applyCssVariables(name: ThemeName, root: HTMLElement = document.documentElement): void {
  for (const [key, value] of Object.entries(themes[name])) {
    root.style.setProperty(`--kb-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  }
  root.style.setProperty('--kb-font', fontStack);
  root.style.colorScheme = name;
  root.dataset.theme = name;
}
