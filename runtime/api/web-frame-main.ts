import type { AppOrigin } from '../server/app-origin.ts';
import type { Matches } from './matches.ts';
import { StrictEmitter } from './strict.ts';

/** The page's one frame. Pages of the app have no others: its CSP allows none. */
export class WebFrameMain extends StrictEmitter implements Matches<Electron.WebFrameMain, 'top' | 'parent' | 'frames'> {
  readonly detached = false;
  readonly frameToken = 'main';
  readonly frameTreeNodeId: number;
  readonly framesInSubtree: Electron.WebFrameMain[] = [];
  readonly name = '';
  readonly osProcessId = process.pid;
  readonly processId: number;
  readonly routingId = 1;
  readonly parent = null;
  readonly frames = [];
  readonly #appOrigin: AppOrigin;
  #url = '';

  constructor(id: number, appOrigin: AppOrigin) {
    super();
    this.frameTreeNodeId = id;
    this.processId = id;
    this.#appOrigin = appOrigin;
  }

  get top(): WebFrameMain {
    return this;
  }

  /** In the app's own form, `app://…`, whatever the browser shows. */
  get url(): string {
    return this.#url;
  }

  get origin(): string {
    const end = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/.exec(this.#url);
    return end?.[0] ?? 'null';
  }

  isDestroyed(): boolean {
    return false;
  }

  /** For the stand-in's own use. */
  movedTo(loopbackUrl: string): void {
    this.#url = this.#appOrigin.toApp(loopbackUrl);
  }
}
