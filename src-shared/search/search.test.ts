import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinyinForms } from './pinyin-forms.ts';
import { rankerFor, type SearchRank, searchRank } from './rank.ts';
import { type SearchSource, searchEntry } from './search-index.ts';
import { queryTokens, type SearchQuery } from './search-query.ts';

const record = (more: Partial<SearchSource> = {}): SearchSource => ({
  names: [],
  contacts: [],
  phones: [],
  tags: [],
  texts: [],
  ...more,
});

/** What SQLite does with the expression: quoted tokens, a star for a prefix, AND, OR and brackets. */
function matches(expression: string, tokens: ReadonlySet<string>): boolean {
  const parts = expression.match(/"[^"]*"\*?|AND|OR|[()]/g) ?? [];
  if (parts.join('').length !== expression.replaceAll(' ', '').length)
    throw new Error(`not an expression: ${expression}`);
  let at = 0;
  const either = (): boolean => {
    let result = both();
    while (parts[at] === 'OR') {
      at += 1;
      const right = both();
      result = result || right;
    }
    return result;
  };
  const both = (): boolean => {
    let result = one();
    while (parts[at] === 'AND') {
      at += 1;
      const right = one();
      result = result && right;
    }
    return result;
  };
  const one = (): boolean => {
    const part = parts[at] ?? '';
    at += 1;
    if (part === '(') {
      const inner = either();
      at += 1;
      return inner;
    }
    const token = part.replace(/^"|"\*?$/g, '');
    return part.endsWith('*') ? [...tokens].some((candidate) => candidate.startsWith(token)) : tokens.has(token);
  };
  return either();
}

function finds(query: string, source: SearchSource): boolean {
  const asked = queryTokens(query);
  if (!asked) throw new Error('nothing asked');
  const entry = searchEntry(source);
  const tokens = new Set(entry.tokens.split(' '));
  const isCandidate = matches(asked.match, tokens);
  const rank = rankerFor(asked)(entry.text);
  // The index may offer too much, never too little; and the narrower expression of its rank finds every hit.
  if (rank !== null) expect(isCandidate && isFoundByRank(asked, rank, tokens)).toBe(true);
  if (asked.isExact) expect(isCandidate).toBe(rank !== null);
  return rank !== null;
}

function isFoundByRank({ match, byRank }: SearchQuery, rank: SearchRank, tokens: ReadonlySet<string>): boolean {
  const { nameStarts, initialsStart, nameContains, contact, phone } = byRank;
  const expression = [nameStarts, initialsStart, nameContains, contact, phone, match][rank];
  return typeof expression === 'string' && matches(expression, tokens);
}

const wang = record({
  names: ['杭州王记五金有限公司', '王记'],
  contacts: ['单田芳', '欧阳锋'],
  phones: ['138 0013 8000', '0571-88886666转801', '+44 7700 900123'],
  tags: ['老客户'],
  texts: ['浙江省杭州市西湖区文三路100号', 'wang_chang', 'li@yy.com'],
});

describe('searching', () => {
  it.each([
    ['王', 'one character of a name'],
    ['司', 'the last character of a name'],
    ['王记', 'two characters'],
    ['州王记五', 'a run out of the middle'],
    ['杭州王记五金有限公司', 'the whole name'],
    [' 杭州  五金 ', 'two words in any place'],
    ['五金 杭州', 'two words in the other order'],
    ['（王记）', 'a name with punctuation around'],
    ['hzwj', 'initials from the start'],
    ['HZWJ', 'initials in capitals'],
    ['wjwj', 'initials of a run in the middle'],
    ['h', 'one letter'],
    ['gs', 'initials of the end'],
    ['hangzhou', 'spelling'],
    ['wangjiwu', 'spelling from a later syllable'],
    ['hangz', 'spelling broken off'],
    ['hang zhou', 'spelling with a space'],
    ['stf', 'a contact whose family name is read shàn'],
    ['shantian', 'its spelling'],
    ['dtf', 'its other reading'],
    ['oyf', 'a double family name'],
    ['138', 'the head of a mobile'],
    ['8000', 'its tail'],
    ['0138', 'its middle'],
    ['13800138000', 'the whole mobile'],
    ['138 0013 8000', 'the mobile as it is printed'],
    ['+86 13800138000', 'the mobile with the country'],
    ['0571', 'an area code'],
    ['571-8888', 'an area code without its 0'],
    ['(0571) 88886666', 'the landline'],
    ['88886666801', 'the landline and its extension'],
    ['7700900', 'a foreign number'],
    ['老客', 'a tag'],
    ['文三路100', 'an address'],
    ['西湖', 'a district'],
    ['wang_ch', 'a WeChat id'],
    ['yy.com', 'an e-mail'],
    ['王 8000', 'a name and the tail of a phone'],
  ])('finds the customer by %s (%s)', (query) => {
    expect(finds(query, wang)).toBe(true);
  });

  it.each([
    ['李', 'another character'],
    ['金五', 'characters in the wrong order'],
    ['王五金', 'characters that are not together'],
    ['公王', 'the end of one text and the start of the next'],
    ['hzwx', 'other initials'],
    ['angzhou', 'a spelling that begins inside a syllable'],
    ['1389', 'other digits'],
    ['0008', 'digits in the wrong order'],
    ['王 宁波', 'one word right and one wrong'],
    ['88886666801888', 'more digits than there are'],
  ])('does not find it by %s (%s)', (query) => {
    expect(finds(query, wang)).toBe(false);
  });

  it('keeps the classes apart: digits of a phone are no name, letters of a name are no initials', () => {
    expect(finds('380', record({ names: ['38号店 0380'], phones: [] }))).toBe(true);
    expect(finds('13', record({ phones: ['13800138000'] }))).toBe(false);
    expect(queryTokens('pab')?.match).not.toContain('"pab"');
    expect(finds('p13', record({ phones: ['13800138000'] }))).toBe(false);
    expect(finds('ihz', wang)).toBe(false);
  });

  it('does not take a word whose pairs of characters stand apart', () => {
    const source = record({ names: ['王记五', '五金王记'] });
    expect(finds('王记五金王', source)).toBe(false);
  });

  it.each([
    ['重庆长安银行', 'cqcayh'],
    ['重庆长安银行', 'zqcayh'],
    ['绿城', 'lc'],
    ['绿城', 'lvcheng'],
    ['绿城', 'lucheng'],
    ['3M中国', '3mzg'],
    ['TCL集团', 'tcljt'],
    ['杭州HomeFix五金店', 'hzhomefixwjd'],
    ['杭州HomeFix五金店', 'hangzhouhomefixwujin'],
    ['杭州王记建材有限公司', 'hangzhouwangjijiancaiyouxiangongsi'],
    ['杭州王记建材有限公司', 'hzwjjcyxgs'],
    ['中国石油', 'zgsy'],
    ['曾国藩', 'zgf'],
    ['曾国藩', 'cgf'],
    ['仇总', 'qiuzong'],
  ])('finds %s by %s', (name, query) => {
    expect(finds(query, record({ names: [name] }))).toBe(true);
  });

  it('finds Latin names by any part, whatever the case, accents kept', () => {
    const source = record({ names: ['Alfreds Futterkiste', 'Müller & Söhne'] });
    expect(finds('FUTTER', source)).toBe(true);
    expect(finds('dsfut', source)).toBe(true);
    expect(finds('müller', source)).toBe(true);
    expect(finds('af', source)).toBe(false);
  });

  it('finds any run of any name', () => {
    const character = fc.constantFrom(...'杭州王记五金𠮷行长aB3 （）&é');
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (characters, from, length) => {
          const start = from % characters.length;
          const query = characters.slice(start, start + 1 + (length % 8)).join('');
          // A blank inside the query makes two words of it, each of which stands in the name too.
          fc.pre(queryTokens(query) !== null);
          expect(finds(query, record({ names: [characters.join('')] }))).toBe(true);
        },
      ),
    );
  });

  it('finds any run of letters of a spelling and of its initials from the start of any syllable', () => {
    const name = fc.array(fc.constantFrom(...'杭州王记建材双庄3MabcHomeFix'), { minLength: 2, maxLength: 14 });
    fc.assert(
      fc.property(
        name.map((all) => all.join('')),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        (text, isShort, from, length) => {
          const [form] = pinyinForms(text, 'text');
          fc.pre(form !== undefined);
          const starts = isShort ? form.initialStarts : form.spellingStarts;
          const start = starts[from % starts.length] ?? 0;
          const query = (isShort ? form.initials : form.spelling).slice(start, start + 1 + (length % 30));
          fc.pre(/[a-z]/.test(query));
          expect(finds(query, record({ names: [text] }))).toBe(true);
        },
      ),
    );
  });

  it('finds any run of any field, and the index knows its rank', () => {
    const text = fc
      .array(fc.constantFrom(...'杭州王记单行长a3'), { minLength: 1, maxLength: 8 })
      .map((all) => all.join(''));
    const source = fc.record({
      names: fc.array(text, { minLength: 1, maxLength: 2 }),
      contacts: fc.array(text, { maxLength: 2 }),
      tags: fc.array(text, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), fc.nat(), (fields, field, from, length) => {
        const texts = [...fields.names, ...fields.contacts, ...fields.tags];
        const whole = texts[field % texts.length] ?? '';
        const start = from % whole.length;
        expect(finds(whole.slice(start, start + 1 + (length % 8)), record(fields))).toBe(true);
      }),
    );
  });

  it('finds any part of an address, three digits of it too', () => {
    const address = '江苏省苏州市工业园区星湖街328号5幢1203室';
    for (let start = 0; start < address.length; start += 1) {
      for (let end = start + 1; end <= address.length; end += 1) {
        const part = address.slice(start, end);
        // Of digits alone it takes three; fewer are in most addresses.
        if (/^\d{1,2}$/.test(part)) continue;
        expect(finds(part, record({ texts: [address] })), part).toBe(true);
      }
    }
  });

  it('finds any three digits of any phone', () => {
    const digits = fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }).map((tail) => `138${tail.join('')}`);
    fc.assert(
      fc.property(digits, fc.nat(8), fc.integer({ min: 3, max: 11 }), (phone, start, length) => {
        fc.pre(start + length <= phone.length);
        expect(finds(phone.slice(start, start + length), record({ phones: [phone] }))).toBe(true);
      }),
    );
  });
});

describe('queryTokens', () => {
  it.each(['', ' ', '\u3000', '***', '" OR "', '()'])('asks for nothing when %j is typed', (query) => {
    const asked = queryTokens(query);
    expect(asked === null || asked.words.every((word) => /^\w+$/.test(word))).toBe(true);
    if (query.trim() === '' || !/[a-z]/i.test(query)) expect(asked).toBeNull();
  });

  it('cannot be broken out of by anything typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
        const asked = queryTokens(query);
        if (!asked) return;
        expect(asked.match.replace(/"[a-z0-9\u0080-\u{10ffff}]+"\*?| AND | OR |[()]/gu, '')).toBe('');
        expect(asked.match.length).toBeLessThan(8 * 4000);
      }),
      { numRuns: 500 },
    );
  });

  it('does not grow without end when a whole page is pasted', () => {
    const asked = queryTokens('王记五金 '.repeat(1000) + 'x'.repeat(10_000));
    expect(asked?.words.length).toBeLessThanOrEqual(8);
    expect(asked?.words.every((word) => [...word].length <= 40)).toBe(true);
  });
});

describe('searchEntry', () => {
  it('holds only what the ascii tokenizer takes whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const source = record({ names: [text], contacts: [text], phones: [text], texts: [text] });
        expect(searchEntry(source).tokens).toMatch(/^[a-z0-9\u0080-\u{10ffff} ]*$/u);
      }),
    );
  });

  it('is empty for a record without anything', () => {
    expect(searchEntry(record({ names: ['', ' '], phones: ['无'] }))).toEqual({ tokens: '', text: '' });
  });
});

describe('pinyinForms', () => {
  it('begins with the reading in its place and stays few', () => {
    expect(pinyinForms('重庆银行', 'text')[0]?.initials).toBe('cqyh');
    expect(pinyinForms('单田芳', 'person')[0]?.initials).toBe('stf');
    expect(pinyinForms('单田芳', 'text')[0]?.initials).toBe('dtf');
    expect(pinyinForms('重长行乐朝厦单解曾仇', 'text').length).toBeLessThanOrEqual(6);
    expect(pinyinForms('Alfreds', 'text')).toEqual([]);
  });
});

describe('rankerFor', () => {
  const rank = (query: string, row: Partial<SearchSource>) => {
    const asked = queryTokens(query);
    if (!asked) throw new Error('nothing asked');
    return rankerFor(asked)(searchEntry(record(row)).text);
  };

  it('puts the start of a name before its initials, its middle, a contact, a phone and the rest', () => {
    const row = { names: ['王记五金'], contacts: ['李雷'], phones: ['13800138000'], tags: ['老客户'] };
    expect(rank('王记', row)).toBe(searchRank.nameStarts);
    expect(rank('wj', row)).toBe(searchRank.initialsStart);
    expect(rank('wangji', row)).toBe(searchRank.initialsStart);
    expect(rank('五金', row)).toBe(searchRank.nameContains);
    expect(rank('jwj', row)).toBe(searchRank.nameContains);
    expect(rank('李雷', row)).toBe(searchRank.contact);
    expect(rank('ll', row)).toBe(searchRank.contact);
    expect(rank('8000', row)).toBe(searchRank.phone);
    expect(rank('老客户', row)).toBe(searchRank.rest);
    expect(rank('李四', row)).toBeNull();
  });

  it('takes the best place of several words', () => {
    const row = { names: ['王记'], phones: ['13800138000'] };
    expect(rank('8000 王记', row)).toBe(searchRank.nameStarts);
    expect(rank('8002 王记', row)).toBeNull();
  });
});
