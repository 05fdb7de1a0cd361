import { z } from 'zod';
import { roundtableToNote } from '#notes/before-noting.ts';
import { takesNotes } from '#notes/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { attach, attachedFile } from '#statements/attachments/keeping.ts';
import { mostAttachments } from '#statements/attachments/rules.ts';
import { nextNumber, roundtableToComment, statementToDecide } from '#statements/before-acting.ts';
import { makeReceipt } from '#statements/receipt.ts';
import { deliveryOf, personSpeaking, slotToFile, slotsOfDelegation } from './before-filing.ts';
import { embargoRefusal, filingRefusal, filingTimeRefusal, linkRefusal, longestWritten, readings, turnByName } from './rules.ts'; // prettier-ignore

const text = z
  .string()
  .overwrite((given) => given.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '\ufffd'))
  .trim()
  .min(1, 'statement.body_missing')
  .max(longestWritten, 'written.too_long');
const language = z.string().regex(/^[a-z]{2,3}$/, 'written.language_wrong');
const version = z.object({ language, body: text });

export const fileWritten = act({
  name: 'written.file',
  does: 'Files a written statement or a presentation, before, during or after the meeting, to the turn of its delegation.',
  input: z.object({
    roundtable: z.uuid(),
    delegation: z.uuid('written.whose_missing'),
    kind: z.enum(['written_statement', 'presentation']).default('written_statement'),
    mode: z.enum(['written', 'video']).default('written'),
    /** The official version. */
    language,
    body: text,
    versions: z.array(version).max(6).default([]),
    reading: z.enum(readings).default('not_read'),
    /** Shown to others only once it is delivered. */
    embargo: z.boolean().default(false),
    /** The turn; where none is given it is found by the delegation’s name. */
    slot: z.uuid().nullable().default(null),
    link: z.union([z.literal(''), z.string().trim().max(1000)]).default(''),
    attachments: z.array(attachedFile).max(mostAttachments, 'attachment.too_many_at_once').default([]),
  }),
  async run(context, input) {
    const { tx, actor, now, newId, rows, record } = context;
    const roundtable = found(await roundtableToComment(tx, input.roundtable), 'roundtable');
    const { id: roundtable_id, edition_id: editionId } = roundtable;
    refuseIf(filingRefusal(actor, input.delegation, { editionId, roundtableId: roundtable_id }));
    refuseIf(filingTimeRefusal(roundtable));
    if (input.link) refuseIf(linkRefusal(input.link));
    const slots = await slotsOfDelegation(tx, roundtable_id, input.delegation);
    const slot = input.slot ? found(slots.find(({ id }) => id === input.slot), 'slot') : turnByName(slots); // prettier-ignore
    if (input.embargo) refuseIf(embargoRefusal(input.reading, slot));
    const id = newId();
    const of = { statement_id: id };
    await rows.insert('statement', {
      id,
      roundtable_id,
      number: await nextNumber(tx, roundtable_id),
      kind: input.kind,
      mode: input.mode,
      state: input.embargo ? 'withheld' : 'received',
      identity: 'verified',
      source: 'own_hand',
      language: input.language,
      said_at: now,
      author_id: actor.delegationIds.includes(input.delegation) ? actor.personId : null,
    });
    const words = { ...of, revision: 1, language: input.language, body: input.body, by_id: actor.personId, at: now };
    await rows.insert('statement_revision', words);
    const speaker = await personSpeaking(tx, editionId, actor, input.delegation);
    await rows.insert('statement_speaker', { ...of, position: 1, part: 'speaker', delegation_id: input.delegation, ...speaker }); // prettier-ignore
    const { reading, embargo: embargoed, link } = input;
    const delivery = { ...of, delegation_id: input.delegation, slot_id: slot?.id ?? null, reading, embargoed };
    await rows.insert('delivery', { ...delivery, link: link || null, filed_by: actor.personId, filed_at: now });
    await rows.insert('receipt', { ...of, ...makeReceipt(input.body) });
    const about = { roundtableId: roundtable_id, audience: embargoed ? 'desk' : 'public' } as const;
    record('written.filed', id, about);
    for (const file of input.attachments)
      await attach(context, { statement: id, roundtableId: roundtable_id, audience: embargoed ? 'author' : 'public' }, file); // prettier-ignore
    for (const one of input.versions) await context.perform(addVersion, { statement: id, ...one });
    return { id, slot: slot?.id ?? null };
  },
});

export const addVersion = act({
  name: 'written.add_version',
  does: 'Sets a language version beside a written statement, made by its delegation. The official one stays authoritative.',
  input: version.extend({ statement: z.uuid() }),
  async run({ tx, actor, rows, record }, input) {
    const statement = found(await statementToDecide(tx, input.statement), 'statement');
    const delivery = found(await deliveryOf(tx, statement.id), 'statement');
    const place = { editionId: statement.edition_id, roundtableId: statement.roundtable_id };
    refuseIf(filingRefusal(actor, delivery.delegation_id, place));
    refuseIf(input.language === statement.language ? 'written.language_official' : null);
    const of = { statement_id: statement.id, revision: statement.revisions, language: input.language };
    const there = await tx
      .selectFrom('statement_translation')
      .select('language')
      .where((eb) => eb.and(of))
      .executeTakeFirst();
    refuseIf(there ? 'written.language_there' : null);
    await rows.insert('statement_translation', { ...of, body: input.body, translator: delivery.short_name });
    const audience = delivery.embargoed ? 'desk' : 'public';
    record('written.version_added', statement.id, { roundtableId: statement.roundtable_id, audience });
  },
});

export const placeWritten = act({
  name: 'written.place',
  does: 'Files a written statement to another turn, or says how it was read out.',
  input: z.object({ statement: z.uuid(), slot: z.uuid().nullable(), reading: z.enum(readings) }),
  async run({ tx, actor, rows, record }, input) {
    const delivery = found(await deliveryOf(tx, input.statement), 'statement');
    await roundtableToNote(tx, actor, delivery.roundtable_id);
    if (input.slot) found(await slotToFile(tx, delivery.roundtable_id, input.slot), 'slot');
    if (delivery.embargoed) refuseIf(embargoRefusal(input.reading, null));
    const { statement_id } = delivery;
    await rows.update('delivery', { statement_id }, { slot_id: input.slot, reading: input.reading });
    const about = { roundtableId: delivery.roundtable_id, audience: delivery.embargoed ? 'desk' : 'public' } as const;
    record('written.placed', statement_id, about);
  },
});

export const liftEmbargo = act({
  name: 'written.lift_embargo',
  does: 'Shows a text that was under embargo: because it was delivered, or because its delegation or an office says so.',
  input: z.object({ statement: z.uuid() }),
  async run({ tx, actor, rows, record }, { statement }) {
    const delivery = found(await deliveryOf(tx, statement), 'statement');
    const { roundtable_id: roundtableId, edition_id: editionId, delegation_id } = delivery;
    const mayLift = actor.delegationIds.includes(delegation_id) || takesNotes(actor, { editionId, roundtableId });
    found(mayLift ? delivery : null, 'statement');
    refuseIf(delivery.embargoed ? null : 'written.no_embargo');
    await rows.update('delivery', { statement_id: statement }, { embargoed: false });
    if (delivery.state === 'withheld') await rows.update('statement', { id: statement }, { state: 'received' });
    record('written.delivered', statement, { roundtableId });
  },
});
