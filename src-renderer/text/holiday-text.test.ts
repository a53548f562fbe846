import { createInstance } from 'i18next';
import { expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import { holidayText } from './holiday-text.ts';
import zhCN from './zh-CN.json' with { type: 'json' };

async function translator(lng: 'zh-CN' | 'en') {
  const made = createInstance();
  await made.init({ lng, resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } }, initAsync: false });
  return made.t;
}

it.each([
  ['国庆节、中秋节', 'National Day, Mid-Autumn'],
  ['清明节', 'Qingming'],
  ['厂庆', '厂庆'],
])('says %s in English as %s, and in Chinese as the notice does', async (name, english) => {
  expect(holidayText(await translator('en'), name)).toBe(english);
  expect(holidayText(await translator('zh-CN'), name)).toBe(name);
});
