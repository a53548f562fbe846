import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { icnsOf, icoOf } from './icon-files.ts';

const asset = (name: string) => readFileSync(fileURLToPath(new URL(`../assets/${name}`, import.meta.url)));
const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Side in pixels → whether a PNG of that side stands where the file says. */
function imagesOfIco(ico: Buffer): ReadonlyMap<number, boolean> {
  const images = new Map<number, boolean>();
  for (let entry = 6; entry < 6 + 16 * ico.readUInt16LE(4); entry += 16) {
    const at = ico.readUInt32LE(entry + 12);
    const side = ico.readUInt8(entry) || 256;
    const isPng = ico.subarray(at, at + 8).equals(pngSignature) && ico.readUInt32BE(at + 16) === side;
    images.set(side, isPng && at + ico.readUInt32LE(entry + 8) <= ico.length);
  }
  return images;
}

describe('icoOf', () => {
  it('made the icon of the program with the sizes that Windows asks for', () => {
    expect([...imagesOfIco(asset('icon.ico'))]).toEqual([16, 24, 32, 48, 64, 128, 256].map((side) => [side, true]));
  });

  it('refuses an image that an .ico cannot say the size of', () => {
    expect(() => icoOf([{ size: 512, png: Buffer.alloc(1) }])).toThrow(RangeError);
  });
});

describe('icnsOf', () => {
  it('made an icon whose length and parts are as it says', () => {
    const icns = asset('icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const kinds: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      kinds.push(icns.toString('latin1', at, at + 4));
      expect(icns.subarray(at + 8, at + 16).equals(pngSignature)).toBe(true);
    }
    expect(kinds).toEqual(['icp4', 'icp5', 'ic12', 'ic07', 'ic08', 'ic09', 'ic10']);
  });

  it('refuses a size that macOS does not know', () => {
    expect(() => icnsOf([{ size: 48, png: Buffer.alloc(1) }])).toThrow(RangeError);
  });
});
