import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WindowAnnounced } from './start-stand-in.ts';

/** A browser window without tabs or address, with a profile of its own that leaves nothing behind. */
export class BrowserAppWindow {
  readonly #profile = mkdtempSync(join(tmpdir(), 'keben-browser-'));
  readonly #child: ChildProcess;
  readonly closed: Promise<void>;

  constructor(executable: string, { url, width, height }: WindowAnnounced) {
    // A browser would offer to send the page to a translation service, and to keep what is typed; Electron does neither.
    const preferences = { translate: { enabled: false }, credentials_enable_service: false };
    mkdirSync(join(this.#profile, 'Default'));
    writeFileSync(join(this.#profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    const asRoot = process.getuid?.() === 0;
    this.#child = spawn(
      executable,
      [
        `--app=${url}`,
        `--user-data-dir=${this.#profile}`,
        `--window-size=${width},${height}`,
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--disable-features=Translate,MediaRouter',
        // Chromium refuses to run as root with its sandbox; --test-type spares the warning bar.
        ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
      ],
      { stdio: 'ignore', detached: process.platform !== 'win32' },
    );
    this.closed = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', () => resolve());
    });
  }

  async close(): Promise<void> {
    this.#child.kill();
    await this.closed;
    // Its helper processes write for a moment longer.
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
