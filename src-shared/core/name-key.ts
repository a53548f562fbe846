import { foldCase } from './fold-text.ts';

/**
 * What decides whether two names of a list (tags, tiers, users) are the same: letter case, full or half width and
 * spaces do not count. For customers see the far broader rule of domain §8.
 */
export function nameKey(name: string): string {
  return foldCase(name).replace(/\s+/gu, '');
}
