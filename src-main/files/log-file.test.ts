import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantFromMs } from '../../src-shared/core/instant.ts';
import { createLogFile, logFileName } from './log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (otherwise: (line: string) => void = () => {}) =>
  createLogFile({ folder, now: () => instantFromMs(1_700_000_000_000), maxBytes: 2_000, keep: 2, otherwise });
const text = () => readFileSync(join(folder, logFileName), 'utf8');

describe('createLogFile', () => {
  it('writes an error with the reference that the user reads out, and where it happened', () => {
    const reference = open().error('customers.create', new TypeError('x is undefined'));
    expect(text()).toMatch(
      new RegExp(`^2023-11-14T22:13:20.000Z ERROR ${reference} customers\\.create: TypeError: x is undefined\n\\s+at `),
    );
  });

  it('gives every error another reference', () => {
    const log = open();
    expect(log.error('a', 1)).not.toBe(log.error('a', 1));
  });

  it('writes nothing that a customer is called or reached by', () => {
    const cause = new Error("'张三' 13800138000", { cause: new Error('张三@example.cn') });
    open().error('customers.create', Object.assign(cause, { code: 'SQLITE_CONSTRAINT' }));
    expect(text()).toContain('[SQLITE_CONSTRAINT]');
    expect(text()).not.toMatch(/张|13800138000|example/);
  });

  it('keeps a few files of a bounded size', () => {
    const log = open();
    for (let count = 0; count < 200; count += 1) log.warn('test', 'something happened again and again');
    expect(readdirSync(folder).sort()).toEqual(['keben.1.log', 'keben.2.log', 'keben.log']);
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).length).toBeLessThan(2_200);
  });

  it('says it elsewhere when the file cannot be written, and the app goes on', () => {
    const said: string[] = [];
    const log = open((line) => said.push(line));
    rmSync(folder, { recursive: true });
    log.warn('book', 'hello');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('WARN book: hello');
  });
});
