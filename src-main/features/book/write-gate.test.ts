import { describe, expect, it } from 'vitest';
import { WriteGate } from './write-gate.ts';

describe('WriteGate', () => {
  it('lets one in at a time, in the order they came', async () => {
    const gate = new WriteGate();
    const seen: string[] = [];
    const visit = (name: string, ms: number) =>
      gate.pass(async () => {
        seen.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, ms));
        seen.push(`${name} out`);
        return name;
      });
    expect(await Promise.all([visit('job', 20), visit('edit', 0), visit('draft', 5)])).toEqual([
      'job',
      'edit',
      'draft',
    ]);
    expect(seen).toEqual(['job in', 'job out', 'edit in', 'edit out', 'draft in', 'draft out']);
    expect(gate.isTaken).toBe(false);
  });

  it('opens again after a failure, which its own caller is told', async () => {
    const gate = new WriteGate();
    const failed = gate.pass(() => {
      throw new Error('disk');
    });
    const next = gate.pass(() => 'written');
    await expect(failed).rejects.toThrow('disk');
    expect(await next).toBe('written');
  });

  it('is taken from the first wish to the last one leaving', async () => {
    const gate = new WriteGate();
    const both = [gate.pass(() => {}), gate.pass(() => {})];
    expect(gate.isTaken).toBe(true);
    await both[0];
    expect(gate.isTaken).toBe(true);
    await both[1];
    expect(gate.isTaken).toBe(false);
  });
});
