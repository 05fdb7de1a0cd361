import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { openedIn, rowsShown } from '#record/tree/opened.ts';
import { readProof } from '#record/tree/proof-file.ts';
import { checkpointAt } from '#record/tree/queries.ts';
import { sealRecord } from '#record/tree/sealing.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { reviseStatement, submitComment, withdrawStatement } from '#statements/acts.ts';
import { carryOutErasure } from '#statements/erasure/acts.ts';
import { proofOfWords, sealOf } from '#statements/words-proof.ts';
import { verifyProof } from './proof.ts';

describe('the proof that goes with a receipt', () => {
  forumTest('opens the words and nothing else, and leads to the head that is asked for', async ({ forum }) => {
    const small = await smallForum(forum);
    const { id, receipt } = await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body: 'The clinic, ¡ya!' }); // prettier-ignore
    expect(await sealOf(forum.db, id, 1)).toEqual({ sequence: expect.any(Number), head: null });
    expect(await proofOfWords(forum.db, id, { revision: 1 })).toBeUndefined();
    const size = await sealRecord(forum);
    const kept = readCheckpoint((await checkpointAt(forum.db))!.note)!;
    await perform(forum, small.delegate, reviseStatement, { statement: id, basedOn: 1, body: 'The clinic at once.' });
    const grown = await sealRecord(forum);

    const file = (await proofOfWords(forum.db, id, { revision: 1 }))!;
    const { line, rows, head, findings } = verifyProof(file, []);
    expect(findings).toEqual([]);
    expect([line.sequence, line.kind, head.size]).toEqual([size, 'comment.submitted', grown]);
    expect(rows.map(({ table, row }) => [table, row.body])).toEqual([['statement_revision', 'The clinic, ¡ya!']]);
    const opened = Buffer.from(file.split('\n')[1]!.slice(6), 'base64').toString();
    for (const hidden of [receipt, small.delegate.name!]) expect(opened).not.toContain(hidden);

    const second = verifyProof((await proofOfWords(forum.db, id, { revision: 2 }))!, []);
    expect(second.rows[0]!.row.body).toBe('The clinic at once.');
    const toKept = (await proofOfWords(forum.db, id, { revision: 1, size }))!;
    expect(verifyProof(toKept, [kept]).findings).toEqual([]);
    expect(() => verifyProof(file, [kept])).toThrow(expect.objectContaining({ code: 'verify.leads_elsewhere' }));
    expect(() => verifyProof(file, [{ ...kept, size: 1 }])).toThrow(expect.objectContaining({ code: 'verify.kept_is_older' })); // prettier-ignore
    expect(verifyProof(toKept, [{ ...kept, root: Buffer.alloc(32) }]).findings).toEqual([{ what: 'outside_differs', size }]); // prettier-ignore
    expect(await proofOfWords(forum.db, id, { revision: 2, size })).toBeUndefined();
  });

  forumTest('does not survive a letter changed anywhere in it', async ({ forum }) => {
    const small = await smallForum(forum);
    const { id } = await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body: 'The clinic.' }); // prettier-ignore
    await sealRecord(forum);
    const file = (await proofOfWords(forum.db, id, { revision: 1 }))!;
    const inside = openedIn(readProof(file)!)!;
    const rewritten = (change: (opened: typeof inside) => void) => {
      const other = structuredClone(inside);
      change(other);
      const extra = Buffer.from(JSON.stringify({ rapporteur: 'line of the record', version: 1, ...other }));
      return verifyProof(file.replace(/^extra .*$/m, `extra ${extra.toString('base64')}`), []).findings;
    };
    expect(rewritten(() => {})).toEqual([]);
    expect(rewritten(({ line }) => void (line.at = '2026-06-02T12:00:00.000Z'))).toMatchObject([{ what: 'not_included' }]); // prettier-ignore
    expect(rewritten(({ line }) => void (line.sequence -= 1))).toMatchObject([{ what: 'not_included' }]);
    expect(rewritten(({ rows }) => {
        const words = rows!.find((row) => typeof row !== 'string')!;
        words.text = words.text.replace('clinic', 'prison');
      })).toMatchObject([{ what: 'payload_changed' }]); // prettier-ignore
    expect(rowsShown({ ...inside, rows: inside.rows!.slice(1) })).toBeNull();
    for (const broken of [
      file.slice(0, 200),
      file.replace('index', 'place'),
      file.replace('tlog-proof@v1', 'tlog-proof@v2'),
    ])
      // prettier-ignore
      expect(() => verifyProof(broken, [])).toThrow(expect.objectContaining({ code: 'verify.no_proof' }));
  });

  forumTest('is no longer given once the words were erased, and one that was kept still holds', async ({ forum }) => {
    const small = await smallForum(forum);
    const { id } = await perform(forum, small.delegate, submitComment, { roundtable: small.roundtable, body: 'The clinic.' }); // prettier-ignore
    await perform(forum, small.delegate, withdrawStatement, { statement: id });
    const size = await sealRecord(forum);
    const file = (await proofOfWords(forum.db, id, { revision: 1 }))!;
    await perform(forum, program, carryOutErasure, { edition: small.edition, person: small.delegate.personId!, withWords: true, verifiedHow: 'By telephone.' }); // prettier-ignore
    await sealRecord(forum);
    expect(await proofOfWords(forum.db, id, { revision: 1 })).toBeUndefined();
    expect(await sealOf(forum.db, id, 1)).toBeUndefined();
    const kept = readCheckpoint((await checkpointAt(forum.db, size))!.note)!;
    expect(verifyProof(file, [kept])).toMatchObject({ findings: [], rows: [{ row: { body: 'The clinic.' } }] });
  });
});
