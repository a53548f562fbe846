import { describe, expect, it } from 'vitest';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import { showsTopic } from './query-client.ts';
import { readKey } from './use-read.ts';

const stale = (...topics: Topic[]): ReadonlySet<Topic> => new Set(topics);

describe('showsTopic', () => {
  it('reloads a customer when one of its contacts changed', () => {
    expect(showsTopic({ queryKey: readKey('customers', 'get', { id: 'x' }) }, stale('contacts'))).toBe(true);
  });

  it('leaves alone what shows nothing of it', () => {
    expect(showsTopic({ queryKey: readKey('backups', 'list', {}) }, stale('customers', 'history'))).toBe(false);
  });

  it('knows no query that is not in the contract', () => {
    expect(showsTopic({ queryKey: ['customers', 'toString'] }, stale('customers'))).toBe(false);
    expect(showsTopic({ queryKey: ['elsewhere', 'list'] }, stale('customers'))).toBe(false);
  });
});
