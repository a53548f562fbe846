import { z } from 'zod';
import type { ServiceCostKind } from '../../src-shared/costs/costs-contract.ts';
import { readLayout, saveLayout } from './saved-layout.ts';

const kept = 8;

function key(userId: string, kind: ServiceCostKind): string {
  return `costs.${kind}.${userId}`;
}

/** For what this user wrote costs on this PC, the latest first. */
export function recentCostWords(userId: string, kind: ServiceCostKind): readonly string[] {
  return readLayout(key(userId, kind), z.array(z.string())) ?? [];
}

export function rememberCostWords(userId: string, kind: ServiceCostKind, what: string): void {
  const text = what.trim();
  if (text === '') return;
  const others = recentCostWords(userId, kind).filter((known) => known !== text);
  saveLayout(key(userId, kind), [text, ...others].slice(0, kept));
}
