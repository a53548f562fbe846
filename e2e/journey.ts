import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { KebenBridge } from '../src-shared/ipc/bridge.ts';
import type { Language } from '../src-shared/workspace/workspace-contract.ts';
import { type LaunchedApp, type LaunchOptions, launchApp } from './launch-app.ts';
import { Shell } from './screens/shell.ts';
import { type Words, wordsOf } from './screens/words.ts';

declare const keben: KebenBridge;

export interface Journey {
  readonly app: LaunchedApp;
  readonly page: Page;
  readonly shell: Shell;
  readonly words: Words;
  /** Asks the main process as the page does, to set a scene; what is tried is tried through the window. Throws when refused. */
  call(procedure: string, input: unknown): Promise<unknown>;
  /** What the window looks like at this step, into e2e/pictures/, when pictures are wished for. */
  picture(name: string): Promise<void>;
}

/**
 * `JOURNEY_PICTURES=light-1366x768 npm run journeys` also keeps pictures, in an installed browser for its Chinese
 * glyphs; any theme and size. Null: no pictures.
 */
interface PictureWish {
  readonly theme: 'light' | 'dark';
  readonly size: { readonly width: number; readonly height: number };
}

/** A step that takes longer has failed; generous, because two journeys share two cores. */
const longestStepMs = 15_000;

const pictures = fileURLToPath(new URL('pictures/', import.meta.url));

function pictureWish(): PictureWish | null {
  const wished = /^(light|dark)-(\d+)x(\d+)$/.exec(process.env.JOURNEY_PICTURES ?? '');
  if (!wished) return null;
  return {
    theme: wished[1] === 'dark' ? 'dark' : 'light',
    size: { width: Number(wished[2]), height: Number(wished[3]) },
  };
}

/** Starts the app with its window as a person sees it first. Whoever began a journey closes its app. */
export async function beginJourney(options: LaunchOptions = {}): Promise<Journey> {
  const wish = pictureWish();
  const app = await launchApp(
    wish ? { preferInstalledBrowser: true, ...options, size: options.size ?? wish.size } : options,
  );
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(longestStepMs);
    if (wish?.theme === 'dark') {
      await page.evaluate((input) => keben.call({ procedure: 'workspace.savePreferences', input }), {
        theme: wish.theme,
      });
    }
    return {
      app,
      page,
      ...seenIn('zh-CN', page),
      call: (procedure, input) => callMain(page, procedure, input),
      picture: (name) => takePicture(page, wish, name),
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function callMain(page: Page, procedure: string, input: unknown): Promise<unknown> {
  const answer = await page.evaluate((message) => keben.call(message), { procedure, input });
  if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** The page objects of a window that speaks this language. */
export function seenIn(language: Language, page: Page): { readonly words: Words; readonly shell: Shell } {
  const words = wordsOf(language);
  return { words, shell: new Shell(page, words) };
}

async function takePicture(page: Page, wish: PictureWish | null, name: string): Promise<void> {
  if (!wish) return;
  mkdirSync(pictures, { recursive: true });
  const { width, height } = wish.size;
  await page.screenshot({
    path: join(pictures, `${name}-${wish.theme}-${width}x${height}.png`),
    animations: 'disabled',
  });
}

/** A folder of its own for the files of one journey, with Chinese and a space in its name as on many PCs. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'keben 测试 '));

  file(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
