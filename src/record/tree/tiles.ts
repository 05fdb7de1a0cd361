// Where the hashes of a tree lie in tiles (C2SP tlog-tiles): eight levels of the tree are one level of tiles, and a tile
// holds 256 hashes, the newest of each level fewer.
import { hashLength, nodeHash, type Hash } from './hashing.ts';
import type { Node } from './proofs.ts';

export const tileWidth = 256;
const tileHeight = 8;

export interface Tile {
  /** 0 for the leaves. */
  level: number;
  /** Its place in its level. */
  place: number;
}

/** How many tiles' hashes of this level a tree of `size` leaves has. */
export function widthOf(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** Reads the hash of any full tree out of tiles. Throws where a tile is not there or too short. */
export function nodesFrom(tileAt: (tile: Tile) => Buffer | undefined): Node {
  return (height, place) => {
    const level = Math.floor(height / tileHeight);
    const below = height % tileHeight;
    const first = place * 2 ** below;
    const tile = tileAt({ level, place: Math.floor(first / tileWidth) });
    return fullHead(tile ?? Buffer.alloc(0), first % tileWidth, 2 ** below);
  };
}

/** The head over `count` hashes of a tile, a power of two, from the one at `first` on. */
export function fullHead(tile: Buffer, first: number, count: number): Hash {
  if (count === 1) {
    const hash = tile.subarray(first * hashLength, (first + 1) * hashLength);
    if (hash.length < hashLength) throw new Error('a tile of the record is missing or too short');
    return hash;
  }
  const half = count / 2;
  return nodeHash(fullHead(tile, first, half), fullHead(tile, first + half, half));
}

/** The tiles that `read` looks into, found by letting it read tiles without contents. */
export function tilesReadBy(read: (node: Node) => unknown): Tile[] {
  const met = new Map<string, Tile>();
  const empty = Buffer.alloc(tileWidth * hashLength);
  read(
    nodesFrom((tile) => {
      met.set(`${tile.level}/${tile.place}`, tile);
      return empty;
    }),
  );
  return [...met.values()];
}

/** `0/x001/234` for the tile at 1234 of the leaves; `.p/7` behind it where only seven of its hashes are meant. */
export function pathOf({ level, place }: Tile, width = tileWidth): string {
  return `${level}/${placePath(place)}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** Groups of three digits, all but the last behind an x. */
export function placePath(place: number): string {
  const digits = String(place).padStart(Math.ceil(String(place).length / 3) * 3, '0');
  const groups = digits.match(/.{3}/g)!;
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** The place and the width asked for, or null where the path is not written as it must be. */
export function readPlace(path: string): { place: number; width: number } | null {
  const parts = /^((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (!parts) return null;
  const place = Number(parts[1]!.replaceAll(/[x/]/g, ''));
  const width = parts[2] ? Number(parts[2]) : tileWidth;
  if (!Number.isSafeInteger(place) || placePath(place) !== parts[1]) return null;
  return parts[2] && width >= tileWidth ? null : { place, width };
}
