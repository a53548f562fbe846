import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newId } from '../../src-shared/core/id.ts';
import { instantFromMs } from '../../src-shared/core/instant.ts';
import { createBook, openBook } from '../open.ts';
import { checkAfterKill } from './check-after-kill.ts';
import { parseSoakEvent, type SoakAction } from './soak-events.ts';
import { SoakLedger } from './soak-ledger.ts';

export interface SoakRequest {
  readonly kills: number;
  /** A child is killed while it is at one of its first so many writes, which one is drawn: time says little on a busy PC. */
  readonly longestLifeInWrites: number;
  /** A fresh book after so many kills, so that checks stay quick. */
  readonly killsPerBook: number;
  /** Books that are worked on side by side: a child takes half a second to start. */
  readonly lanes: number;
  readonly onKill?: (kill: number, found: readonly string[]) => void;
}

export interface SoakReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** What was going on when the child died, and how often. */
  readonly killedDuring: ReadonlyMap<string, number>;
  /** Books that were reopened with a log that a killed program left. */
  readonly uncleanOpens: number;
  readonly backups: number;
  /** Broken promises; must be empty. */
  readonly problems: readonly string[];
}

const migrationsFolder = fileURLToPath(new URL('../migrations/', import.meta.url));
const childScript = fileURLToPath(new URL('./soak-child.ts', import.meta.url));

/** Starts children that work on a book each, kills them at random moments, holds the books to what they had said; again. */
export async function runSoak(request: SoakRequest): Promise<SoakReport> {
  const folder = mkdtempSync(join(tmpdir(), 'keben 断电 '));
  const killedDuring = new Map<string, number>();
  const problems: string[] = [];
  let [kills, acknowledged, uncleanOpens, backups] = [0, 0, 0, 0];
  const lane = async (name: string) => {
    let book = newBook(join(folder, name));
    for (let life = 1; kills < request.kills; life += 1) {
      kills += 1;
      const kill = kills;
      if (life % request.killsPerBook === 0) book = newBook(join(folder, `${name}-${life}`));
      const { ledger } = book;
      const before = ledger.acknowledged;
      await liveAndDie(book, 1 + Math.floor(Math.random() * request.longestLifeInWrites));
      acknowledged += ledger.acknowledged - before;
      const during = ledger.unfinished.map(namedInReport);
      for (const what of during.length > 0 ? during : ['nothing']) {
        killedDuring.set(what, (killedDuring.get(what) ?? 0) + 1);
      }
      const found = reopenAndCheck(book);
      uncleanOpens += found.wasUnclean ? 1 : 0;
      problems.push(...found.problems.map((problem) => `kill ${kill}: ${problem}`));
      backups += ledger.backups.size;
      ledger.backups.clear();
      request.onKill?.(kill, found.problems);
    }
  };
  try {
    await Promise.all(Array.from({ length: request.lanes }, (_, index) => lane(String.fromCharCode(97 + index))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { kills, acknowledged, killedDuring, uncleanOpens, backups, problems };
}

function namedInReport(action: SoakAction): string {
  return action.kind === 'import' ? `import of ${action.target}` : action.kind;
}

interface SoakBook {
  readonly path: string;
  readonly backups: string;
  readonly ledger: SoakLedger;
}

function newBook(stem: string): SoakBook {
  const path = `${stem}.keben`;
  const made = createBook(path, {
    deviceId: newId(),
    migrationsFolder,
    appVersion: '0.1.0',
    timeZone: 'Asia/Shanghai',
    ownerName: '王老板',
    now: instantFromMs(Date.now()),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  made.value.book.close();
  return { path, backups: `${stem} 备份`, ledger: new SoakLedger() };
}

/** Within that after the write of its death began, so that it is hit at its beginning, in its middle and after it. */
const latestBlowMs = 120;

/** One life of the child: returns when it is dead and everything it said was heard. */
async function liveAndDie({ path, backups, ledger }: SoakBook, diesAtWrite: number): Promise<void> {
  const child = spawn(process.execPath, [childScript, path, backups, migrationsFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal)),
  );
  let isReady = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const event = parseSoakEvent(line);
    if (!event) continue;
    ledger.hear(event);
    if (event.event === 'ready') isReady = true;
    if (event.event !== 'begin' || event.step !== diesAtWrite) continue;
    void delay(Math.random() * latestBlowMs).then(() => child.kill('SIGKILL'));
  }
  const signal = await exited;
  if (!isReady || (signal !== 'SIGKILL' && process.platform !== 'win32')) {
    throw new Error(`the child died by itself: ${complaint}`);
  }
}

function reopenAndCheck({ path, backups, ledger }: SoakBook): { problems: readonly string[]; wasUnclean: boolean } {
  const backupBeforeMigration = () => undefined;
  const options = { deviceId: newId(), migrationsFolder, appVersion: '0.1.0', backupBeforeMigration };
  const opened = openBook(path, options);
  if (!opened.ok) return { problems: [`the book does not open: ${JSON.stringify(opened.error)}`], wasUnclean: true };
  const { book, wasUnclean } = opened.value;
  try {
    return { problems: checkAfterKill(book, ledger, backups), wasUnclean };
  } finally {
    book.close();
  }
}
