import { bareText } from '../core/fold-text.ts';
import type { PinyinForm } from './pinyin-forms.ts';
import { digitsOf, formsOfName, formsOfPerson, type SearchSource } from './search-index.ts';
import type { SearchQuery } from './search-query.ts';

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
 * How well a row answers a query: the best place where any of its words was found. Does not ask whether the row is a hit
 * at all; that is the index's part.
 */
export function rankOf(query: SearchQuery, row: Pick<SearchSource, 'names' | 'contacts' | 'phones'>): SearchRank {
  let best: SearchRank = searchRank.rest;
  for (const word of query.words) {
    const rank = rankOfWord(word, row);
    if (rank < best) best = rank;
  }
  return best;
}

function rankOfWord(word: string, row: Pick<SearchSource, 'names' | 'contacts' | 'phones'>): SearchRank {
  const names = row.names.map(bareText);
  if (names.some((name) => name.startsWith(word))) return searchRank.nameStarts;
  const isLatin = /^[a-z0-9]+$/.test(word);
  const forms = isLatin ? row.names.flatMap(formsOfName) : [];
  if (forms.some((form) => form.initials.startsWith(word) || form.spelling.startsWith(word))) {
    return searchRank.initialsStart;
  }
  if (names.some((name) => name.includes(word)) || forms.some((form) => isWithin(form, word))) {
    return searchRank.nameContains;
  }
  if (row.contacts.some((contact) => bareText(contact).includes(word))) return searchRank.contact;
  if (isLatin && row.contacts.flatMap(formsOfPerson).some((form) => isWithin(form, word))) return searchRank.contact;
  return digitsOf(row.phones).some((digits) => digits.includes(word)) ? searchRank.phone : searchRank.rest;
}

function isWithin(form: PinyinForm, word: string): boolean {
  return (
    form.initialStarts.some((start) => form.initials.startsWith(word, start)) ||
    form.spellingStarts.some((start) => form.spelling.startsWith(word, start))
  );
}
