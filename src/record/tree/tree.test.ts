import { describe, expect, it } from 'vitest';
import { emptyRoot, growTree, leafHash, rootOf, sha256, type Hash } from './hashing.ts';
import { consistencyProof, headOf, inclusionProof, isConsistent, isIncluded, type Node } from './proofs.ts';
import { nodesFrom, pathOf, placePath, readPlace, tilesReadBy } from './tiles.ts';

const hex = (hash: Buffer) => hash.toString('hex');

/** The test data of the first implementation of RFC 6962, Certificate Transparency's own. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const heads = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = inputs.map((input) => leafHash(Buffer.from(input, 'hex')));

describe('the tree of RFC 6962', () => {
  it('has the heads that the test data of Certificate Transparency gives', () => {
    expect(hex(emptyRoot)).toBe(heads[0]);
    for (const [size, head] of heads.entries()) expect(hex(rootOf(leaves.slice(0, size)))).toBe(head);
  });

  it('has the proofs that the test data gives', () => {
    const node = nodesOver(leaves);
    expect(inclusionProof(node, 5, 8).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(consistencyProof(node, 6, 8).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('proves every leaf, and every older tree, at every size; and a bit changed anywhere is found', () => {
    const many = Array.from({ length: 34 }, (_, i) => leafHash(Buffer.from(`${i}`)));
    const node = nodesOver(many);
    for (let size = 1; size <= many.length; size++) {
      const root = rootOf(many.slice(0, size));
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(node, index, size);
        expect(isIncluded(many[index]!, index, size, proof, root)).toBe(true);
        expect(isIncluded(flipped(many[index]!, index), index, size, proof, root)).toBe(false);
        expect(isIncluded(many[index]!, index + 1, size, proof, root)).toBe(false);
        for (const i of proof.keys())
          expect(isIncluded(many[index]!, index, size, proof.with(i, flipped(proof[i]!, size)), root)).toBe(false);
      }
      for (let older = 0; older <= size; older++) {
        const proof = consistencyProof(node, older, size);
        const [was, is] = [
          { size: older, root: rootOf(many.slice(0, older)) },
          { size, root },
        ];
        expect(isConsistent(was, is, proof)).toBe(true);
        if (older === 0) continue;
        expect(isConsistent({ ...was, root: flipped(was.root, older) }, is, proof)).toBe(false);
        for (const i of proof.keys())
          expect(isConsistent(was, is, proof.with(i, flipped(proof[i]!, older)))).toBe(false);
      }
    }
  });

  it('is the same out of tiles, for large sizes', () => {
    const many = Array.from({ length: 70_000 }, (_, i) => sha256(`${i}`));
    const tiles = tilesOver(many);
    const node = nodesFrom(({ level, place }) => tiles.get(`${level}/${place}`));
    const tree = growTree();
    for (const [i, leaf] of many.entries()) {
      tree.add(leaf);
      if (![255, 256, 257, 65_535, 65_536, 65_537, 69_999].includes(i)) continue;
      const head = { size: i + 1, root: tree.root() };
      expect(headOf(node, 0, head.size)).toEqual(head.root);
      for (const index of [0, 255, i >> 1, i].filter((index) => index <= i)) {
        const proof = inclusionProof(node, index, head.size);
        expect(isIncluded(many[index]!, index, head.size, proof, head.root)).toBe(true);
      }
      const older = { size: 200, root: headOf(node, 0, 200) };
      expect(isConsistent(older, head, consistencyProof(node, 200, head.size))).toBe(true);
      expect(tilesReadBy((node) => inclusionProof(node, i >> 1, head.size)).length).toBeLessThan(8);
    }
  });

  it('has its tiles where tlog-tiles has them', () => {
    expect(placePath(5)).toBe('005');
    expect(pathOf({ level: 1, place: 1234067 })).toBe('1/x001/x234/067');
    expect(pathOf({ level: 0, place: 1000 }, 7)).toBe('0/x001/000.p/7');
    expect(readPlace('x001/x234/067.p/255')).toEqual({ place: 1234067, width: 255 });
    for (const wrong of ['5', 'x000/005', '005.p/256', '005.p/0', '001/002', '../005', '005.p/', ''])
      expect(readPlace(wrong)).toBeNull();
  });
});

/** The plainest reading of the definition, to hold the tiles against. */
function nodesOver(all: readonly Hash[]): Node {
  return (height, place) => rootOf(all.slice(place * 2 ** height, (place + 1) * 2 ** height));
}

function tilesOver(all: readonly Hash[]): Map<string, Buffer> {
  const tiles = new Map<string, Buffer>();
  let hashes = all;
  for (let level = 0; hashes.length > 0; level++) {
    const above: Hash[] = [];
    for (let at = 0; at < hashes.length; at += 256) {
      const some = hashes.slice(at, at + 256);
      tiles.set(`${level}/${at / 256}`, Buffer.concat(some));
      if (some.length === 256) above.push(rootOf(some));
    }
    hashes = above;
  }
  return tiles;
}

function flipped(hash: Hash, bit: number): Hash {
  const other = Buffer.from(hash);
  other[(bit >> 3) % 32]! ^= 1 << (bit & 7);
  return other;
}
