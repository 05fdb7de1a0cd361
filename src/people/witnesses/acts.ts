import { z } from 'zod';
import { roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { readCheckpoint } from '#record/tree/checkpoint.ts';
import { algorithms, readVerifier, signedBy } from '#record/tree/signed-note.ts';
import { mayNameWitness } from './rules.ts';

export const nameWitness = act({
  name: 'witness.name',
  does: 'Names somebody outside whose signatures on the heads of the record are kept and shown: the public key of a C2SP witness.',
  input: z.object({ edition: z.uuid(), key: z.string().trim().max(300, 'witness.key_wrong') }),
  async run({ tx, actor, now, newId, rows, record }, { edition, key }) {
    refuseIf(roleRefusal(actor, mayNameWitness, { editionId: edition }));
    refuseIf(readVerifier(key)?.algorithm === algorithms.witness ? null : 'witness.key_wrong');
    const known = await tx.selectFrom('record_witness').select('id').where('key', '=', key).executeTakeFirst();
    refuseIf(known ? 'witness.named_already' : null);
    const id = newId();
    await rows.insert('record_witness', { id, key, named_by: actor.personId, named_at: now });
    record('witness.named', id);
    return { id };
  },
});

export const withdrawWitness = act({
  name: 'witness.withdraw',
  does: 'Takes no more signatures of a witness of the record; those it gave stay.',
  input: z.object({ edition: z.uuid(), witness: z.uuid() }),
  async run({ tx, actor, now, rows, record }, { edition, witness: id }) {
    refuseIf(roleRefusal(actor, mayNameWitness, { editionId: edition }));
    const witness = found(
      await tx.selectFrom('record_witness').select('withdrawn_at').where('id', '=', id).executeTakeFirst(),
      'witness',
    );
    refuseIf(witness.withdrawn_at ? 'witness.withdrawn_already' : null);
    await rows.update('record_witness', { id }, { withdrawn_at: now });
    record('witness.withdrawn', id);
  },
});

export const cosignCheckpoint = act({
  name: 'checkpoint.cosign',
  does: 'Keeps the signature of a named witness on a head of the record. Whoever brings it, the signature itself is looked at.',
  input: z.object({ note: z.string().max(20_000, 'checkpoint.not_one') }),
  async run({ tx, rows, record }, { note }) {
    const checkpoint = readCheckpoint(`${note.replaceAll('\r\n', '\n').trimEnd()}\n`);
    if (!checkpoint) return refuse('checkpoint.not_one');
    const { size, root } = checkpoint;
    const ours = await tx.selectFrom('record_checkpoint').select(['root', 'note']).where('size', '=', size).executeTakeFirst(); // prettier-ignore
    refuseIf(ours?.root.equals(root) && ours.note.startsWith(checkpoint.note.text) ? null : 'checkpoint.not_ours');
    const witnesses = await tx.selectFrom('record_witness').selectAll().where('withdrawn_at', 'is', null).execute();
    const kept = await tx.selectFrom('record_cosignature').select('witness_id').where('size', '=', size).execute();
    const given = witnesses.flatMap(({ id, key }) => {
      const verifier = readVerifier(key)!;
      const at = signedBy(verifier, checkpoint.note.text, checkpoint.note.signatures);
      const line = checkpoint.note.signatures.find((one) => one.name === verifier.name && one.id.equals(verifier.id));
      const isNew = at && !kept.some(({ witness_id }) => witness_id === id);
      return isNew ? [{ size, witness_id: id, signature: line!.line, signed_at: at }] : [];
    });
    refuseIf(given.length > 0 ? null : 'checkpoint.nothing_new');
    await rows.insert('record_cosignature', given);
    for (const { witness_id } of given)
      record('checkpoint.cosigned', witness_id, { rows: ({ row }) => row.witness_id === witness_id });
    return { size, witnesses: given.length };
  },
});

function refuse(reason: string): never {
  refuseIf(reason);
  throw new Error('unreachable');
}
