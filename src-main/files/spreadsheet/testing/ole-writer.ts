/** An OLE container with a directory of these names and nothing in it. */
export function oleOf(names: readonly string[]): Buffer {
  const sectors = Math.ceil(names.length / 4);
  const file = Buffer.alloc(512 * (2 + sectors));
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.writeUInt16LE(9, 30);
  // Sector 0 is the allocation table, the directory follows it.
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  for (let i = 0; i < sectors; i++) file.writeUInt32LE(i === sectors - 1 ? 0xfffffffe : i + 2, 512 + (i + 1) * 4);
  for (const [i, name] of names.entries()) {
    const at = 1024 + i * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, at + 64);
  }
  return file;
}
