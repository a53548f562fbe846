import { describe, expect, it } from 'vitest';
import { phrasesFor } from './phrase-choice.ts';

const phrases = ['已报价，等回复', '没人接', '等客户报价单', 'Will call back'];

describe('phrasesFor', () => {
  it.each([
    ['', phrases],
    ['报价', ['已报价，等回复', '等客户报价单']],
    ['等', ['等客户报价单', '已报价，等回复']],
    ['CALL', ['Will call back']],
    [' 没人 ', ['没人接']],
    ['送货', []],
  ])('%j offers %j', (typed, offered) => expect(phrasesFor(phrases, typed)).toEqual(offered));
});
