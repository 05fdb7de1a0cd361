import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { exported } from '#api/export.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { program, visitor } from '#record/viewer.ts';
import { submitComment } from '#statements/acts.ts';
import { carryOutErasure } from '#statements/erasure/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { makeWitness } from '#test/witness.ts';
import { ownTerminal } from './terminal.ts';
import { verifyCommand, verifyReading } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function listening() {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  return { ...ownTerminal, said, print: say, error: say };
}

/** What the command says about the forum itself, and its exit status. */
async function ofForum(forum: Forum, ...words: string[]) {
  const terminal = listening();
  const prepared = await verifyCommand.prepare!(words);
  const status = await verifyCommand.run({ words: prepared, forum, terminal } as never);
  return { status, said: terminal.said.join('\n') };
}

async function ofFile(...words: string[]) {
  const terminal = listening();
  return { status: await verifyReading.run(words, terminal), said: terminal.said.join('\n') };
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function headOf(forum: Forum): Promise<string> {
  await sealRecord(forum);
  return (await checkpointAt(forum.db))!.note;
}

forumTest(
  'after an erasure everything holds against a head of before, and it says how much went',
  { timeout: 120_000 },
  async ({ forum }) => {
    const { edition, roundtable } = await smallForum(forum);
    const { id } = await perform(forum, visitor, submitComment, { roundtable, body: 'My brother Ezekiel waits.' });
    const kept = written('before.txt', await headOf(forum));
    await perform(forum, program, carryOutErasure, { edition, statement: id, withWords: true, verifiedHow: 'By telephone.' }); // prettier-ignore
    await sealRecord(forum);
    const { status, said } = await ofForum(forum, '--checkpoint', kept, '--key', forum.signer.key);
    expect([status, said]).toEqual([0, expect.stringMatching(/All is as the record says: .* [1-9]\d* payloads were erased on request/)]); // prettier-ignore
    await forum.db.updateTable('statement_revision').set({ body: 'My sister waits.' }).execute();
    expect(await ofForum(forum, '--checkpoint', kept)).toMatchObject({ status: 1, said: expect.stringContaining('Table statement_revision') }); // prettier-ignore
  },
);

forumTest('two heads kept outside are of one history, or it is said which is not', async ({ forum }) => {
  const { roundtable } = await smallForum(forum);
  const early = await headOf(forum);
  await perform(forum, visitor, submitComment, { roundtable, body: 'One more.' });
  const late = await headOf(forum);
  await perform(forum, visitor, submitComment, { roundtable, body: 'And one.' });
  const data = written('lake.json', (await Array.fromAsync(exported(forum, visitor, 'lake'))).join(''));
  const [first, second] = [written('early.txt', early), written('late.txt', late)];
  expect(await ofFile(data, '--checkpoint', first, '--checkpoint', second)).toMatchObject({ status: 0, said: expect.stringContaining('begins with the head you kept') }); // prettier-ignore
  const root = late.split('\n')[2]!;
  const other = written('other.txt', late.replace(root, Buffer.alloc(32, 7).toString('base64')));
  const size = late.split('\n')[1]!;
  const { status, said } = await ofFile(data, '--checkpoint', first, '--checkpoint', other);
  expect([status, said]).toEqual([1, expect.stringContaining(`${size} lines`)]);
});

forumTest('a witness’s signature on a kept head is looked at, with when it was given', async ({ forum }) => {
  await smallForum(forum);
  const [witness, stranger] = [makeWitness('press.example/witness'), makeWitness('other.example/witness')];
  const bare = written('bare.txt', await headOf(forum));
  const signed = written('signed.txt', await witness.cosigned(forum.db, new Date('2026-06-01T12:30:00Z')));
  const said = async (...words: string[]) => (await ofForum(forum, ...words).catch((error) => ({ status: 2, said: (error as { code: string }).code }))); // prettier-ignore
  expect(await said('--checkpoint', signed, '--witness', witness.key)).toMatchObject({ status: 0, said: expect.stringMatching(/signed by press\.example\/witness, too, at 2026-06-01T12:30:00/) }); // prettier-ignore
  expect(await said('--checkpoint', bare, '--witness', witness.key)).toEqual({ status: 2, said: 'verify.not_witnessed' }); // prettier-ignore
  expect(await said('--checkpoint', signed, '--witness', stranger.key)).toEqual({ status: 2, said: 'verify.not_witnessed' }); // prettier-ignore
  expect(await said('--witness', witness.key)).toEqual({ status: 2, said: 'verify.witness_of_what' });
});
