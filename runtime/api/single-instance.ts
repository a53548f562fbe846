import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { decode, encode } from '../codec.ts';
import { isRecord } from '../is-record.ts';

export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * One app per data folder. The first writes the port of a loopback socket and a token into the folder;
 * a later one hands its arguments over there. A file whose socket does not answer is left from a crash.
 */
export class SingleInstanceLock {
  readonly #file: string;
  readonly #onSecond: (second: SecondInstance) => void;
  #server: Server | null = null;

  constructor(folder: string, onSecond: (second: SecondInstance) => void) {
    this.#file = join(folder, 'stand-in-instance.json');
    this.#onSecond = onSecond;
  }

  get held(): boolean {
    return this.#server !== null;
  }

  /** True when this process is the first. Blocks while it asks the other one, because Electron's call is synchronous. */
  acquire(self: SecondInstance): boolean {
    const other = this.#readFile();
    if (other !== null && handOver(other, self)) return false;
    const token = randomBytes(24).toString('base64url');
    const server = createServer((socket) => {
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
        if (text.length > 1_000_000) socket.destroy();
        if (!text.endsWith('\n')) return;
        const second = readSecond(text, token);
        socket.end(second === null ? 'refused\n' : 'taken\n');
        if (second !== null) this.#onSecond(second);
      });
      socket.on('error', (error) => console.warn(`second instance: ${error.message}`));
    });
    server.unref();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('the single-instance socket has no port');
      writeFileSync(this.#file, JSON.stringify({ port: address.port, token }), { mode: 0o600 });
    });
    this.#server = server;
    return true;
  }

  release(): void {
    if (this.#server === null) return;
    this.#server.close();
    this.#server = null;
    rmSync(this.#file, { force: true });
  }

  #readFile(): { readonly port: number; readonly token: string } | null {
    let found: unknown;
    try {
      found = JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      // A half-written file is what a killed process leaves: nobody answers behind it.
      if (error instanceof SyntaxError || (isRecord(error) && error.code === 'ENOENT')) return null;
      throw error;
    }
    if (!isRecord(found) || typeof found.port !== 'number' || typeof found.token !== 'string') return null;
    return { port: found.port, token: found.token };
  }
}

function readSecond(text: string, token: string): SecondInstance | null {
  const message = decode(text);
  if (!isRecord(message) || message.token !== token || !Array.isArray(message.argv)) return null;
  return {
    argv: message.argv.map(String),
    workingDirectory: String(message.workingDirectory),
    additionalData: message.additionalData,
  };
}

/** A process of its own does the asking: this one must not return to its event loop before the answer is known. */
function handOver(other: { readonly port: number; readonly token: string }, self: SecondInstance): boolean {
  const script = `
    const socket = require('node:net').connect(Number(process.argv[1]), '127.0.0.1', () => socket.write(process.argv[2] + '\\n'));
    socket.setTimeout(2000, () => process.exit(1));
    socket.on('error', () => process.exit(1));
    socket.on('data', (answer) => process.exit(String(answer).startsWith('taken') ? 0 : 1));`;
  const message = encode({ token: other.token, ...self });
  return (
    spawnSync(process.execPath, ['-e', script, String(other.port), message], { stdio: 'ignore', timeout: 4000 })
      .status === 0
  );
}
