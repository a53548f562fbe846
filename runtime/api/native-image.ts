import { existsSync, readFileSync } from 'node:fs';
import type { Matches } from './matches.ts';
import { strict } from './strict.ts';

/** Keeps the bytes and never draws: icons are the one use, and the browser window has its own. */
class NativeImage implements Matches<Electron.NativeImage, 'resize'> {
  readonly #png: Buffer;

  constructor(png: Buffer) {
    this.#png = png;
  }

  isEmpty(): boolean {
    return this.#png.length === 0;
  }

  /** Width and height stand at a fixed place in a PNG's first chunk. */
  getSize(): Electron.Size {
    const isPng = this.#png.length >= 24 && this.#png.subarray(1, 4).toString('latin1') === 'PNG';
    return isPng ? { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) } : { width: 0, height: 0 };
  }

  resize(_options: Electron.ResizeOptions): NativeImage {
    return this;
  }

  setTemplateImage(_option: boolean): void {}

  toPNG(): Buffer {
    return Buffer.from(this.#png);
  }
}

export const nativeImage = strict('nativeImage', {
  createEmpty: () => new NativeImage(Buffer.alloc(0)),
  // As Electron: a file that cannot be read gives an empty image.
  createFromPath: (path: string) => new NativeImage(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (buffer: Buffer) => new NativeImage(Buffer.from(buffer)),
});

export type { NativeImage };
