import { readSync } from 'node:fs';

const ENTRY_BYTES = 128;
const END_OF_CHAIN = 0xfffffffa;
/** A directory of more sectors than this belongs to no office document. */
const MAX_SECTORS = 256;

/**
 * Names in the directory of an OLE container (old .xls, .doc, password-protected .xlsx), as far as they can be
 * followed; a broken container gives fewer names, never an error ([MS-CFB] 2.2, 2.6).
 */
export function oleDirectoryNames(fd: number): readonly string[] {
  const header = readAt(fd, 0, 512);
  if (header.length < 512) return [];
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return [];
  const sectorBytes = 1 << shift;
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let n = 0; n < MAX_SECTORS && sector < END_OF_CHAIN; n++) {
    const bytes = readAt(fd, (sector + 1) * sectorBytes, sectorBytes);
    for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
      const nameBytes = Math.min(bytes.readUInt16LE(at + 64), 64) & ~1;
      if (nameBytes > 2) names.push(bytes.toString('utf16le', at, at + nameBytes - 2));
    }
    sector = nextSector(fd, header, sector, sectorBytes);
  }
  return names;
}

/** Looks the next sector up in the allocation table; only the 109 table sectors that the header itself names. */
function nextSector(fd: number, header: Buffer, sector: number, sectorBytes: number): number {
  const entriesPerSector = sectorBytes / 4;
  const tableIndex = Math.floor(sector / entriesPerSector);
  if (tableIndex >= 109) return END_OF_CHAIN;
  const tableSector = header.readUInt32LE(76 + tableIndex * 4);
  if (tableSector >= END_OF_CHAIN) return END_OF_CHAIN;
  const bytes = readAt(fd, (tableSector + 1) * sectorBytes + (sector % entriesPerSector) * 4, 4);
  return bytes.length === 4 ? bytes.readUInt32LE(0) : END_OF_CHAIN;
}

function readAt(fd: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(fd, buffer, 0, length, position));
}
