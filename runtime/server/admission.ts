import { randomBytes, timingSafeEqual } from 'node:crypto';

/** The parts of a request that decide whether it is let in. */
export interface Visitor {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
  readonly fetchSite: string | undefined;
}

/**
 * Who may talk to the loopback server. Any web page and any program on the PC can reach a loopback port,
 * so: the Host must be ours (a rebound DNS name is not), the Origin must be ours, and the caller must hold
 * the cookie that was given in exchange for a secret that works once.
 */
export class Admission {
  readonly #authority: string;
  readonly #cookieName: string;
  readonly #cookieValue = randomBytes(32).toString('base64url');
  readonly #secrets = new Map<string, number>();

  constructor(port: number) {
    this.#authority = `127.0.0.1:${port}`;
    // Cookies ignore ports: without the number two stand-ins on one PC would overwrite each other's.
    this.#cookieName = `stand-in-${port}`;
  }

  get origin(): string {
    return `http://${this.#authority}`;
  }

  issueSecret(windowId: number): string {
    const secret = randomBytes(32).toString('base64url');
    this.#secrets.set(secret, windowId);
    return secret;
  }

  /** Gives the window for the secret and forgets the secret; null when it is unknown or was used before. */
  redeem(secret: string): number | null {
    const windowId = this.#secrets.get(secret);
    this.#secrets.delete(secret);
    return windowId ?? null;
  }

  get setCookie(): string {
    return `${this.#cookieName}=${this.#cookieValue}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** The check before anything else: null, or the status to refuse with. */
  refuseStranger(visitor: Visitor): 421 | 403 | null {
    if (visitor.host !== this.#authority) return 421;
    if (visitor.origin !== undefined && visitor.origin !== this.origin) return 403;
    if (visitor.fetchSite !== undefined && visitor.fetchSite !== 'same-origin' && visitor.fetchSite !== 'none')
      return 403;
    return null;
  }

  /** For everything but the exchange of the secret itself. A request that changes something must state its Origin. */
  refuse(visitor: Visitor, mustStateOrigin = visitor.method !== 'GET' && visitor.method !== 'HEAD'): 421 | 403 | null {
    const refused = this.refuseStranger(visitor);
    if (refused !== null) return refused;
    if (mustStateOrigin && visitor.origin !== this.origin) return 403;
    return this.#holdsCookie(visitor.cookie) ? null : 403;
  }

  #holdsCookie(header: string | undefined): boolean {
    const wanted = Buffer.from(`${this.#cookieName}=${this.#cookieValue}`);
    return (header ?? '').split(';').some((part) => {
      const given = Buffer.from(part.trim());
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    });
  }
}
