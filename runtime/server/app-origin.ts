import { standInPath } from '../messages.ts';

/**
 * The app's one origin `app://HOST/` and the loopback server's origin, one to one: the app sees only `app://`
 * addresses, the browser only `http://127.0.0.1:PORT/`.
 */
export class AppOrigin {
  readonly #loopback: string;
  #appHost: string | null = null;
  #appScheme: string | null = null;

  constructor(loopback: string) {
    this.#loopback = loopback;
  }

  /** The first `app://` address that a window loads sets the host; a second host is refused, it would need a second port. */
  adopt(appUrl: string): void {
    const { protocol, host } = new URL(appUrl);
    const scheme = protocol.slice(0, -1);
    if (scheme === 'http' || scheme === 'https' || scheme === 'file' || host === '') {
      throw new Error(`the stand-in opens only pages of the app's own protocol, not ${appUrl}`);
    }
    if (this.#appHost !== null && (this.#appHost !== host || this.#appScheme !== scheme)) {
      throw new Error(`the stand-in knows one app origin, ${this.#appScheme}://${this.#appHost}; ${appUrl} is another`);
    }
    this.#appHost = host;
    this.#appScheme = scheme;
  }

  get scheme(): string | null {
    return this.#appScheme;
  }

  /** Addresses of other origins come back unchanged: that is how the app must see them to refuse them. */
  toApp(url: string): string {
    if (url !== this.#loopback && !url.startsWith(`${this.#loopback}/`)) return url;
    return `${this.#appScheme ?? 'app'}://${this.#appHost ?? 'unknown'}${url.slice(this.#loopback.length)}`;
  }

  /** The path on the loopback server, starting with a slash. */
  toPath(appUrl: string): string {
    const { pathname, search, hash } = new URL(appUrl);
    if (pathname.startsWith(standInPath)) throw new Error(`${pathname} belongs to the stand-in`);
    return `${pathname === '' ? '/' : pathname}${search}${hash}`;
  }
}
