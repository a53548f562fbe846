import { lineKinds, syllableMark } from './search-index.ts';
import { isDigits, isLatin, type SearchQuery } from './search-query.ts';

/** Lower is better (domain §9). */
export const searchRank = {
  nameStarts: 0,
  initialsStart: 1,
  nameContains: 2,
  contact: 3,
  phone: 4,
  rest: 5,
} as const;
export type SearchRank = (typeof searchRank)[keyof typeof searchRank];

/**
 * How well a row answers a query, told from its text (see searchEntry): the best place where any of its words stands,
 * or null when one of them stands nowhere. The patterns are made once; asking about a row takes a microsecond.
 */
export function rankerFor(query: SearchQuery): (text: string) => SearchRank | null {
  const ofWords = query.words.map(wordRanker);
  return (text) => {
    let best: SearchRank | null = null;
    for (const rankOfWord of ofWords) {
      const rank = rankOfWord(text);
      if (rank === null) return null;
      if (best === null || rank < best) best = rank;
    }
    return best;
  };
}

const { name, nameForm, contact, contactForm, phone, rest } = lineKinds;

function wordRanker(word: string): (text: string) => SearchRank | null {
  const startOfName = `\n${name}${word}`;
  const latin = isLatin(word) ? latinPatterns(word) : null;
  const inLine = plainPatterns(word);
  return (text) => {
    // Most rows that the index found by mistake end here. Marks stand between the letters of a form.
    if (!latin && !text.includes(word)) return null;
    if (text.includes(startOfName)) return searchRank.nameStarts;
    if (latin?.formStarts.test(text)) return searchRank.initialsStart;
    if (inLine.name.test(text) || latin?.nameForm.test(text)) return searchRank.nameContains;
    if (inLine.contact.test(text) || latin?.contactForm.test(text)) return searchRank.contact;
    if (inLine.phone?.test(text)) return searchRank.phone;
    return inLine.rest.test(text) ? searchRank.rest : null;
  };
}

/** A folded word holds letters, digits and their accents only, so it means itself in a pattern. */
function plainPatterns(word: string) {
  const inLine = (kind: string) => new RegExp(`\n${kind}[^\n]*${word}`);
  return {
    name: inLine(name),
    contact: inLine(contact),
    phone: isDigits(word) ? inLine(phone) : null,
    rest: inLine(rest),
  };
}

/** From the start of a syllable, over as many syllables as it takes. */
function latinPatterns(word: string) {
  const run = `${syllableMark}${[...word].join(`${syllableMark}?`)}`;
  return {
    formStarts: new RegExp(`\n${nameForm}${run}`),
    nameForm: new RegExp(`\n${nameForm}[^\n]*${run}`),
    contactForm: new RegExp(`\n${contactForm}[^\n]*${run}`),
  };
}
