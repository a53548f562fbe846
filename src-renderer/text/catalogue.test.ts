import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

const root = path.join(import.meta.dirname, '..');
const plural = /_(zero|one|two|few|many|other)$/;

function flat(catalogue: object, before = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${before}${key}`, value]] : [...flat(value, `${before}${key}.`)],
    ),
  );
}

const chinese = flat(zhCN);
const english = flat(en);
const base = (keys: Iterable<string>) => new Set([...keys].map((key) => key.replace(plural, '')));

function sources(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx)$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

/** Without comments, in which the words of the trade may stand in Chinese. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(])\/\/[^\n]*/g, '$1');
}

/** Every key a source can ask for: whole ones, and those put together, as patterns. */
function asked(text: string): { readonly whole: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  const whole = new Set([...text.matchAll(/['"]([A-Za-z][\w-]*(?:\.[\w-]+)+)['"]/g)].map((match) => match[1] ?? ''));
  const patterns = [...text.matchAll(/`([A-Za-z][\w]*\.(?:[^`$]|\$\{[^}]*\})*)`/g)].map((match) => {
    const parts = (match[1] ?? '').split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('[^.]+')}$`);
  });
  return { whole, patterns };
}

describe('the catalogues', () => {
  it('say everything in both languages', () => {
    expect([...base(chinese.keys())].filter((key) => !base(english.keys()).has(key))).toEqual([]);
    expect([...base(english.keys())].filter((key) => !base(chinese.keys()).has(key))).toEqual([]);
  });

  it('have one and other wherever English counts', () => {
    const counted = [...english.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(plural, ''));
    expect(counted.filter((key) => !english.has(`${key}_one`))).toEqual([]);
    expect(counted.filter((key) => !chinese.has(`${key}_other`))).toEqual([]);
  });

  it('fill in the same values in both languages', () => {
    const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
    const differing = [...chinese].filter(([key, text]) => {
      const other = english.get(key) ?? '';
      // A plural may leave the number unsaid (every day).
      const wanted = values(text).filter((value) => value !== 'count');
      return JSON.stringify(wanted) !== JSON.stringify(values(other).filter((value) => value !== 'count'));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leave no text empty', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('hold no text that nothing shows', () => {
    const all = sources().map((source) => asked(source.text));
    const isAsked = (key: string) =>
      all.some(({ whole, patterns }) => whole.has(key) || patterns.some((pattern) => pattern.test(key)));
    expect([...base(chinese.keys())].filter((key) => !isAsked(key))).toEqual([]);
  });
});

describe('the sources', () => {
  it('hold no Chinese: what the user reads comes from the catalogues', () => {
    const offenders = sources().filter(({ text }) => /\p{Script=Han}|[，。：；！？（）「」“”]/u.test(codeOf(text)));
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });
});
