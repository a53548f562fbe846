/** The only global beyond the language that src-shared may use; Node 24, Electron and browsers all have it. */
declare const crypto: { getRandomValues<T extends Uint8Array<ArrayBuffer>>(bytes: T): T };
