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
  const isId = kind === 'tier' || kind === 'owner' || kind === 'tag';
  return letters[kind] + (isId ? value.replaceAll('-', '') : Buffer.from(value, 'utf8').toString('hex'));
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
