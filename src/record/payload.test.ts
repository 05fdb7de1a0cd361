import { expect, it } from 'vitest';
import { commitmentTo, commitmentToShown, rowTexts, seal, showRows } from './payload.ts';
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

it('one row is shown to be in it without the others, and without whose hand it is by', () => {
  const hand = 'a21f5a39-0c7f-4d3c-9c1b-0d0c6f0d2b11';
  const said = { by_id: hand, body: `"by_id":"${hand}"` };
  const { salt, payload, commitment } = seal([...rows, { table: 'statement_revision', row: said }]);
  expect(JSON.parse(payload)[2].row).toEqual(said);
  const shown = showRows(salt, payload, ({ table }) => table === 'statement_revision')!;
  expect(shown.slice(0, 2).every((row) => typeof row === 'string')).toBe(true);
  const { text } = shown[2] as { text: string };
  expect(JSON.parse(text).row).toEqual({ by_id: expect.stringMatching(/^[0-9a-f]{64}$/), body: said.body });
  expect(commitmentToShown(shown)).toEqual(commitment);
  expect(commitmentTo(salt, payload.replace(`"by_id":"a2`, `"by_id":"b2`))).not.toEqual(commitment);
});

it('a payload of before hands were hidden still opens', () => {
  const row = '{"table":"ruling","row":{"by_id":"a21f5a39-0c7f-4d3c-9c1b-0d0c6f0d2b11"}}';
  const salt = sha256('salt');
  const payload = `[\n${row}]`;
  const commitment = sha256('rows', sha256(sha256(salt, 'row 0'), row));
  expect(commitmentTo(salt, payload)).toEqual(commitment);
  expect(rowTexts(payload)).toEqual([row]);
  expect(commitmentToShown(showRows(salt, payload, () => true)!)).toEqual(commitment);
});

it('a payload of before rows were hashed one by one still opens', () => {
  const payload = '[{"table":"person","row":{"id":"1"}}]';
  expect(commitmentTo(sha256('salt'), payload)).toEqual(sha256(sha256('salt'), payload));
  expect(rowTexts(payload)).toEqual(['{"table":"person","row":{"id":"1"}}']);
});
