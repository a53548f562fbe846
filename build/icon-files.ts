/** A square PNG. */
export interface IconImage {
  /** Pixels. */
  readonly size: number;
  readonly png: Buffer;
}

const icoHeaderBytes = 6;
const icoEntryBytes = 16;

/** A Windows .ico of PNG images (Windows Vista and newer). A side of 256 is written as 0, as the format asks. */
export function icoOf(images: readonly IconImage[]): Buffer {
  const header = Buffer.alloc(icoHeaderBytes + icoEntryBytes * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    if (size > 256) throw new RangeError(`an .ico holds images of up to 256 pixels, not ${size}`);
    const entry = icoHeaderBytes + icoEntryBytes * index;
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** The kinds that macOS reads PNG from, by pixels; 64 and 1024 are the double of 32 and 512 points. */
const icnsKinds: ReadonlyMap<number, string> = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
]);

/** An Apple .icns of PNG images. */
export function icnsOf(images: readonly IconImage[]): Buffer {
  const parts = images.map(({ size, png }) => {
    const kind = icnsKinds.get(size);
    if (kind === undefined) throw new RangeError(`an .icns has no image of ${size} pixels`);
    return Buffer.concat([Buffer.from(kind, 'latin1'), lengthOf(png.length + 8), png]);
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from('icns', 'latin1'), lengthOf(body.length + 8), body]);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
