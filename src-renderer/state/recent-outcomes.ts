import { z } from 'zod';
import { readLayout, saveLayout } from './saved-layout.ts';

const kept = 8;

function key(userId: string): string {
  return `followUp.outcomes.${userId}`;
}

/** What this user wrote as outcomes on this PC, the latest first. */
export function recentOutcomes(userId: string): readonly string[] {
  return readLayout(key(userId), z.array(z.string())) ?? [];
}

export function rememberOutcome(userId: string, outcome: string): void {
  const text = outcome.trim();
  // A whole sentence is no outcome that comes again.
  if (text === '' || text.length > 40) return;
  saveLayout(key(userId), [text, ...recentOutcomes(userId).filter((known) => known !== text)].slice(0, kept));
}

/** Those of the user first, then those that the window offers. */
export function offeredOutcomes(userId: string, offered: string): readonly string[] {
  return [...new Set([...recentOutcomes(userId), ...offered.split('\n')])];
}
