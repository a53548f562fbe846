import { describe, expect, it } from 'vitest';
import { relationshipAdvice } from './relationship-advice.ts';

describe('relationshipAdvice', () => {
  it.each([
    [200, 30, 'accountable'],
    [200, 29.9, 'reactive'],
    [200, 9.9, 'basic'],
    [199, 30, 'proactive'],
    [21, 10, 'accountable'],
    [21, 9.9, 'reactive'],
    [20, 30, 'partnership'],
    [20, 10, 'proactive'],
    [0, -5, 'accountable'],
  ] as const)('%d customers at %d %% margin: %s', (customers, margin, level) => {
    expect(relationshipAdvice(customers, margin)).toBe(level);
  });

  it('says nothing without a margin', () => {
    expect(relationshipAdvice(10, null)).toBeNull();
  });
});
