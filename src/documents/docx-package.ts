import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { DocumentRefusal } from '#documents/refusal.ts';

type Entry = { name: string; method: number; packed: number; unpacked: number; at: number };

/** The parts of a DOCX package that hold its words, unpacked, and what else was in it. */
export type Package = { parts: Map<string, Uint8Array>; otherNames: string[] };

// A report of a thousand pages has some 20 MB of XML in a few dozen parts.
const most = { entries: 5_000, unpackedBytes: 48 * 1024 * 1024 };

const wordPart =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/)?(document|styles|numbering|footnotes|endnotes)\d*\.xml(\.rels)?)$/;

/**
 * Opens a DOCX (a ZIP package, ISO/IEC 29500-2) without trusting what it says of itself: sizes are limits on what is
 * unpacked, names are only compared and never become paths, and only the parts with words are unpacked at all.
 * Refuses `format_unsupported` (a package of another kind), `docx_broken`, `docx_ambiguous` (a part twice, or parts
 * that overlap) and `document_bomb`.
 */
export function openPackage(bytes: Uint8Array): Package {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(file);
  const names = entries.map((entry) => entry.name);
  if (!names.includes('[Content_Types].xml') || !names.some((name) => /^word\/document\d*\.xml$/.test(name))) {
    throw otherPackageRefusal(file, names);
  }
  const needed = entries.filter((entry) => wordPart.test(entry.name));
  if (new Set(needed.map((entry) => entry.name)).size < needed.length) throw new DocumentRefusal('docx_ambiguous');
  refuseOverlaps(entries);
  const parts = new Map<string, Uint8Array>();
  let left = most.unpackedBytes;
  for (const entry of needed) {
    const part = unpack(file, entry, left);
    left -= part.length;
    parts.set(entry.name, part);
  }
  return { parts, otherNames: names.filter((name) => !wordPart.test(name)) };
}

/** The parts as a fresh package, for a library that wants one. Nothing of the original but these parts is in it. */
export function packParts(parts: Map<string, Uint8Array>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const nameBytes = Buffer.from(name);
    const packed = deflateRawSync(part, { level: 1 });
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(part), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(part.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, nameBytes);
    local.push(Buffer.from('PK\x03\x04'), facts, nameBytes, packed);
    offset += 30 + nameBytes.length + packed.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, list, end]);
}

function directory(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > file.length) throw new DocumentRefusal('docx_broken');
  const count = file.readUInt16LE(end + 10);
  if (count > most.entries) throw new DocumentRefusal('document_bomb');
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new DocumentRefusal('docx_broken');
    const nameLength = file.readUInt16LE(at + 28);
    if (file.readUInt16LE(at + 8) & 1) throw new DocumentRefusal('docx_encrypted');
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function refuseOverlaps(entries: Entry[]): void {
  const inOrder = entries.toSorted((a, b) => a.at - b.at);
  inOrder.forEach((entry, n) => {
    const next = inOrder[n + 1];
    if (next && entry.at + 30 + entry.packed > next.at) throw new DocumentRefusal('docx_ambiguous');
  });
}

function unpack(file: Buffer, entry: Entry, left: number): Uint8Array {
  if (entry.unpacked > left) throw new DocumentRefusal('document_bomb');
  if (entry.at + 30 > file.length || file.readUInt32LE(entry.at) !== 0x04034b50)
    throw new DocumentRefusal('docx_broken');
  const start = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
  if (start + entry.packed > file.length) throw new DocumentRefusal('docx_broken');
  const packed = file.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new DocumentRefusal('docx_broken');
  try {
    return inflateRawSync(packed, { maxOutputLength: left });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new DocumentRefusal(tooLarge ? 'document_bomb' : 'docx_broken');
  }
}

function otherPackageRefusal(file: Buffer, names: string[]): DocumentRefusal {
  const mimetype = file.toString('latin1', 30, 110);
  if (mimetype.startsWith('mimetypeapplication/vnd.oasis.opendocument')) {
    return new DocumentRefusal('format_unsupported', { format: 'OPENDOCUMENT' });
  }
  if (mimetype.startsWith('mimetypeapplication/epub'))
    return new DocumentRefusal('format_unsupported', { format: 'EPUB' });
  if (names.some((name) => name.startsWith('xl/')))
    return new DocumentRefusal('format_unsupported', { format: 'SPREADSHEET' });
  if (names.some((name) => name.startsWith('ppt/')))
    return new DocumentRefusal('format_unsupported', { format: 'SLIDES' });
  if (names.includes('[Content_Types].xml')) return new DocumentRefusal('docx_broken');
  return new DocumentRefusal('format_unsupported', { format: 'ARCHIVE' });
}
