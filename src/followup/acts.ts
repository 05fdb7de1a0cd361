import { z } from 'zod';
import { offices, roleRefusal } from '#people/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, NotFound, refuseIf } from '#record/refusals.ts';
import { columnsOf, delegationsHeld, entryFields, passageIn, slugFor, writePartners } from './entry.ts';
import { illustrationField, writeIllustration } from './illustration.ts';
import {
  identifiedRefusal,
  isHolder,
  keeps,
  practiceMoveRefusal,
  practiceRevisionRefusal,
  type PracticeState,
} from './rules.ts';

const practice = z.uuid();
const quotation = z.string().trim().min(1, 'practice.passage_missing').max(20_000, 'practice.passage_too_long');

export const offerPractice = act({
  name: 'practice.offer',
  does: 'Offers a good practice, of one’s own or found in one’s own statement. The support unit reads it before it is published.',
  input: z.object({
    edition: z.uuid(),
    ...entryFields,
    illustration: illustrationField,
    /** The delegation it is offered for: one that the person speaks for in this edition. */
    delegation: z.uuid().nullable().default(null),
    /** Exact words of one's own statement that it is taken from. */
    source: z.object({ statement: z.uuid(), quotation }).nullable().default(null),
  }),
  async run(context, input) {
    const { tx, actor, now, record } = context;
    refuseIf(identifiedRefusal(actor));
    found(await tx.selectFrom('edition').select('id').where('id', '=', input.edition).executeTakeFirst(), 'edition');
    const passage = input.source ? await passageIn(tx, input.source) : null;
    const isOwn = actor.program || passage?.author_id === actor.personId;
    refuseIf(passage && !isOwn ? 'practice.not_your_words' : null);
    refuseIf(passage && passage.edition_id !== input.edition ? 'practice.other_edition' : null);
    const delegation = actor.program ? input.delegation : await ownDelegation(context, input.edition, input.delegation);
    const consent = { state: 'consented', consented_at: now, consented_by: actor.personId };
    const holder = { holder_id: actor.program ? (passage?.author_id ?? null) : actor.personId };
    const { id, slug } = await insertPractice(
      context,
      input,
      { ...consent, ...holder, delegation_id: delegation },
      passage,
    );
    record('practice.offered', id, { roundtableId: passage?.roundtable_id ?? null, audience: 'author' });
    return { id, slug };
  },
});

export const spotPractice = act({
  name: 'practice.spot',
  does: 'Turns a passage of somebody’s statement into a good practice, and asks for their consent.',
  input: z.object({ ...entryFields, illustration: illustrationField, statement: z.uuid(), quotation }),
  async run(context, input) {
    const { tx, actor, record } = context;
    const passage = await passageIn(tx, input);
    refuseIf(roleRefusal(actor, ['support_unit', 'chairs_office'], { editionId: passage.edition_id }));
    const { author_id, delegation_id, edition_id, roundtable_id } = passage;
    const of = { state: 'spotted', holder_id: author_id, delegation_id, spotted_by: actor.personId };
    const { id, slug } = await insertPractice(context, { ...input, edition: edition_id }, of, passage);
    record('practice.spotted', id, { roundtableId: roundtable_id, audience: 'desk' });
    return { id, slug };
  },
});

export const consentToPractice = act({
  name: 'practice.consent',
  does: 'Consents to a practice that was found in one’s words. The support unit enters consent given in another way, and says how.',
  input: z.object({ practice, how: z.string().trim().max(300, 'practice.how_too_long').default('') }),
  async run(context, input) {
    const { actor, now, rows, record } = context;
    const { id, edition_id, ...row } = await practiceToMove(context, input.practice, 'consented');
    const isOwn = !actor.program && isHolder(actor, row);
    refuseIf(isOwn ? null : roleRefusal(actor, offices, { editionId: edition_id }));
    refuseIf(isOwn || input.how ? null : 'practice.consent_unsaid');
    const consent = { consented_by: actor.personId, consented_at: now, consent_how: input.how || null };
    await rows.update('practice', { id }, { state: 'consented', ...consent });
    record('practice.consented', id, { audience: 'author' });
  },
});

export const publishPractice = act({
  name: 'practice.publish',
  does: 'Publishes a practice whose holder has consented.',
  input: z.object({ practice }),
  async run(context, input) {
    const { actor, now, rows, record } = context;
    const { id, edition_id } = await practiceToMove(context, input.practice, 'published');
    refuseIf(roleRefusal(actor, ['support_unit', 'chairs_office'], { editionId: edition_id }));
    await rows.update('practice', { id }, { state: 'published', published_at: now });
    record('practice.published', id);
  },
});

export const withdrawPractice = act({
  name: 'practice.withdraw',
  does: 'Withdraws a practice: by its holder, who no longer consents, or by the support unit. The line in the record stays.',
  input: z.object({ practice }),
  async run(context, input) {
    const { rows, record } = context;
    const { id, state } = await practiceToMove(context, input.practice, 'withdrawn');
    await rows.update('practice', { id }, { state: 'withdrawn' });
    record('practice.withdrawn', id, { audience: state === 'published' ? 'public' : 'author' });
  },
});

export const revisePractice = act({
  name: 'practice.revise',
  does: 'Corrects what a practice says, by its holder or the support unit.',
  input: z.object({
    practice,
    basedOn: z.int32().positive(),
    ...entryFields,
    illustration: illustrationField,
  }),
  async run(context, input) {
    const { tx, rows, record } = context;
    const { id, edition_id, ...row } = await practiceOf(context, input.practice);
    refuseIf(practiceRevisionRefusal(row, input.basedOn));
    const columns = await columnsOf(tx, edition_id, input);
    await rows.update('practice', { id }, { ...columns, version: row.version + 1 });
    await writePartners(context, id, input.partners);
    await writeIllustration(context, id, input.illustration);
    record('practice.revised', id, { audience: row.state === 'published' ? 'public' : 'author' });
    return { version: row.version + 1 };
  },
});

export const passOverPassage = act({
  name: 'practice.pass_over',
  does: 'Takes a passage that was suggested as a good practice off the support unit’s list.',
  input: z.object({ point: z.uuid() }),
  async run({ tx, actor, now, rows, record }, input) {
    const point = found(
      await tx
        .selectFrom('point')
        .innerJoin('statement', 'statement.id', 'point.statement_id')
        .innerJoin('roundtable', 'roundtable.id', 'statement.roundtable_id')
        .select(['point.id', 'roundtable_id', 'edition_id', 'point.statement_id'])
        .select((eb) =>
          eb
            .selectFrom('practice_passed_over as passed')
            .select('at')
            .whereRef('passed.point_id', '=', 'point.id')
            .as('at'),
        )
        .where('point.id', '=', input.point)
        .executeTakeFirst(),
      'point',
    );
    refuseIf(roleRefusal(actor, ['support_unit', 'chairs_office'], { editionId: point.edition_id }));
    // Done already by a colleague.
    if (point.at) return;
    await rows.insert('practice_passed_over', { point_id: point.id, by_id: actor.personId, at: now });
    record('practice.passed_over', point.statement_id, { roundtableId: point.roundtable_id, audience: 'desk' });
  },
});

type Given = z.output<z.ZodObject<typeof entryFields>> & {
  edition: string;
  illustration: z.output<typeof illustrationField>;
};
type Passage = Awaited<ReturnType<typeof passageIn>>;

interface Standing {
  state: PracticeState | (string & {});
  holder_id: string | null;
  delegation_id: string | null;
  spotted_by?: string | null;
  consented_at?: Date;
  consented_by?: string | null;
}

async function insertPractice(context: Context, given: Given, standing: Standing, passage: Passage | null) {
  const { tx, rows, newId, now } = context;
  const id = newId();
  const columns = await columnsOf(tx, given.edition, given);
  const slug = await slugFor(tx, given.edition, given.title);
  await rows.insert('practice', { id, edition_id: given.edition, slug, ...columns, ...standing, created_at: now });
  await writePartners(context, id, given.partners);
  await writeIllustration(context, id, given.illustration);
  if (passage) {
    const { id: statement_id, revisions: revision, quotation } = passage;
    await rows.insert('practice_source', { practice_id: id, statement_id, revision, quotation });
  }
  return { id, slug };
}

/** A practice its holder or the support unit may change, locked; to anyone else it looks as if it were not there. */
async function practiceOf({ tx, actor }: Context, id: string) {
  const row = await tx.selectFrom('practice').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  const mayChange = row && (isHolder(actor, row) || keeps(actor, { editionId: row.edition_id }));
  return found(mayChange ? row : null, 'practice');
}

async function practiceToMove(context: Context, id: string, to: PracticeState) {
  const row = await practiceOf(context, id);
  refuseIf(practiceMoveRefusal(row.state, to));
  return row;
}

/** The delegation a practice is offered for: the one asked for, or the only one the person speaks for. */
async function ownDelegation({ tx, actor }: Context, edition: string, asked: string | null): Promise<string | null> {
  const held = await delegationsHeld(tx, edition, actor.personId!);
  if (asked === null) return held[0] ?? null;
  if (!held.includes(asked)) throw new NotFound('delegation');
  return asked;
}
