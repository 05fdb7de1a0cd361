// Proofs of inclusion and consistency: made as in RFC 6962, sections 2.1.1 and 2.1.2, checked as in RFC 9162, sections
// 2.1.3.2 and 2.1.4.2, which is another way round, so that one is a check of the other.
import { foldPeaks, nodeHash, type Hash } from './hashing.ts';

/** The hash of the full tree over the leaves from `place * 2 ** height` on. */
export type Node = (height: number, place: number) => Hash;

/** What has to stand beside the leaf at `index`, from the bottom up, in a tree of `size` leaves. */
export function inclusionProof(node: Node, index: number, size: number): Hash[] {
  const path = (from: number, to: number): Hash[] => {
    if (to - from === 1) return [];
    const middle = from + largestBelow(to - from);
    return index < middle
      ? [...path(from, middle), headOf(node, middle, to)]
      : [...path(middle, to), headOf(node, from, middle)];
  };
  return path(0, size);
}

/** What shows that the tree of `older` leaves is the beginning of the tree of `size` leaves. */
export function consistencyProof(node: Node, older: number, size: number): Hash[] {
  const path = (from: number, to: number, whole: boolean): Hash[] => {
    if (older === to) return whole ? [] : [headOf(node, from, to)];
    const middle = from + largestBelow(to - from);
    return older <= middle
      ? [...path(from, middle, whole), headOf(node, middle, to)]
      : [...path(middle, to, false), headOf(node, from, middle)];
  };
  return older === 0 || older === size ? [] : path(0, size, true);
}

/** The head over the leaves from one place up to another, as they stand in a tree. */
export function headOf(node: Node, from: number, to: number): Hash {
  return foldPeaks(fullTreesIn(from, to).map(({ height, place }) => node(height, place)));
}

/** The largest full trees that the leaves from one place up to another are made of, in their order. */
export function fullTreesIn(from: number, to: number): { height: number; place: number }[] {
  const trees: { height: number; place: number }[] = [];
  for (let at = from; at < to;) {
    let height = Math.floor(Math.log2(to - at));
    while (at % 2 ** height !== 0) height--;
    trees.push({ height, place: at / 2 ** height });
    at += 2 ** height;
  }
  return trees;
}

export function isIncluded(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (!(index >= 0 && index < size)) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const beside of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(beside, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(hash, beside);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash.equals(root);
}

export interface Head {
  size: number;
  root: Hash;
}

export function isConsistent(older: Head, newer: Head, proof: readonly Hash[]): boolean {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root);
  if (older.size === 0) return proof.length === 0;
  const isFull = Number.isInteger(Math.log2(older.size));
  const [first, ...rest] = isFull ? [older.root, ...proof] : proof;
  if (!first) return false;
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [oldHash, newHash] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [oldHash, newHash] = [nodeHash(beside, oldHash), nodeHash(beside, newHash)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else newHash = nodeHash(newHash, beside);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && oldHash.equals(older.root) && newHash.equals(newer.root);
}

/** The largest power of two that is less than `count`. */
function largestBelow(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1));
}

function half(number: number): number {
  return Math.floor(number / 2);
}
