/** What a customer can be filtered by with one token; the values of one kind exclude each other, tags do not. */
export interface Facets {
  readonly isLive: 0 | 1;
  readonly tierId: string | null;
  readonly ownerId: string | null;
  readonly tagIds: readonly string[];
  readonly district: string | null;
  readonly industry: string | null;
  readonly source: string | null;
}

const letters = { tier: 't', owner: 'o', tag: 'g', district: 'd', industry: 'i', source: 's' } as const;
export type FacetKind = keyof typeof letters;

/** One token for a value; null is a value too. Letters and digits only, so that the tokenizer takes it whole. */
export function facetToken(kind: FacetKind, value: string | null): string {
  if (value === null) return letters[kind];
  const known = tokensOfKind[kind].get(value);
  if (known !== undefined) return known;
  const isId = kind === 'tier' || kind === 'owner' || kind === 'tag';
  const token = letters[kind] + (isId ? value.replaceAll('-', '') : Buffer.from(value, 'utf8').toString('hex'));
  if (tokensOfKind[kind].size < tokensKept) tokensOfKind[kind].set(value, token);
  return token;
}

/** An import asks for the same few values a hundred thousand times. */
const tokensKept = 5_000;
const tokensOfKind: Readonly<Record<FacetKind, Map<string, string>>> = {
  tier: new Map(),
  owner: new Map(),
  tag: new Map(),
  district: new Map(),
  industry: new Map(),
  source: new Map(),
};

/** The value behind a token of that kind; null for the token of 'no value'. */
export function facetValue(kind: FacetKind, token: string): string | null {
  const text = token.slice(1);
  if (text === '') return null;
  if (kind !== 'tier' && kind !== 'owner' && kind !== 'tag') return Buffer.from(text, 'hex').toString('utf8');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

/** All tokens of a kind lie from the first of these up to, and without, the second. */
export function facetRange(kind: FacetKind): readonly [from: string, upTo: string] {
  const letter = letters[kind];
  return [letter, String.fromCharCode(letter.charCodeAt(0) + 1)];
}

/** The bin has no filters: a customer there has no tokens, so no list needs to be told to leave it out. */
export function facetTokens(facets: Facets): string {
  if (!facets.isLive) return '';
  return [
    facetToken('tier', facets.tierId),
    facetToken('owner', facets.ownerId),
    ...facets.tagIds.map((id) => facetToken('tag', id)),
    facetToken('district', facets.district),
    facetToken('industry', facets.industry),
    facetToken('source', facets.source),
  ].join(' ');
}
