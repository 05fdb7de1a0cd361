import { expect, it } from 'vitest';
import { commitmentTo, overRows, rowHashes, rowSalt, rowTexts, seal } from './payload.ts';
import { sha256 } from './tree/hashing.ts';

const rows = [
  { table: 'person', row: { name: 'Leila\nHaddad', key: Buffer.from('ab') } },
  { table: 'role', row: { kind: '",\n{' }, removed: true },
] as const;

it('a payload is what was written, and its commitment says so', () => {
  const { salt, payload, commitment } = seal([...rows]);
  expect(JSON.parse(payload)).toEqual([{ ...rows[0], row: { ...rows[0].row, key: '6162' } }, rows[1]]);
  expect(commitmentTo(salt, payload)).toEqual(commitment);
  expect(commitmentTo(salt, payload.replace('Leila', 'Laila'))).not.toEqual(commitment);
  expect(commitmentTo(sha256('another'), payload)).not.toEqual(commitment);
  expect(seal([...rows]).commitment).not.toEqual(commitment);
});

it('one row is shown to be in it without the others', () => {
  const { salt, payload, commitment } = seal([...rows]);
  const [first] = rowHashes(salt, rowTexts(payload));
  const second = sha256(rowSalt(salt, 1), rowTexts(payload)[1]!);
  expect(overRows([first!, second])).toEqual(commitment);
});

it('a payload of before rows were hashed one by one still opens', () => {
  const payload = '[{"table":"person","row":{"id":"1"}}]';
  expect(commitmentTo(sha256('salt'), payload)).toEqual(sha256(sha256('salt'), payload));
  expect(rowTexts(payload)).toEqual(['{"table":"person","row":{"id":"1"}}']);
});
