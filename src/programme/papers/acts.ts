import { z } from 'zod';
import { keepers, roleRefusal } from '#people/rules.ts';
import { standingOf } from '#programme/standing/before-acting.ts';
import { keepingRefusal } from '#programme/standing/rules.ts';
import { act, type Context } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';
import { longestPaper, mostParagraphs, paperKinds, paperRefusal, paragraphsIn, stateOfNewVersion, type PaperState } from './rules.ts'; // prettier-ignore

const text = z
  .string()
  .trim()
  .min(1, 'paper.text_missing')
  .max(longestPaper, 'paper.text_too_long')
  .refine((text) => paragraphsIn(text).length <= mostParagraphs, 'paper.too_many_paragraphs');

export const addPaper = act({
  name: 'paper.add',
  does: 'Adds a paper to a roundtable as a draft, its text cut into numbered paragraphs.',
  input: z.object({
    roundtable: z.uuid(),
    kind: z.enum(paperKinds),
    title: z.string().trim().min(1, 'paper.title_missing').max(300, 'roundtable.title_too_long'),
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'people.slug_wrong').max(60, 'paper.slug_too_long'), // prettier-ignore
    language: z.string().regex(/^[a-z]{2,3}$/, 'edition.language_wrong'),
    text,
  }),
  async run(context, input) {
    const { tx, actor, rows, record, newId } = context;
    const roundtable = found(
      await tx.selectFrom('roundtable').select(['id', 'edition_id']).where('id', '=', input.roundtable).executeTakeFirst(), // prettier-ignore
      'roundtable',
    );
    refuseIf(roleRefusal(actor, keepers, { editionId: roundtable.edition_id, roundtableId: roundtable.id }));
    refuseIf(keepingRefusal(await standingOf(tx, roundtable.edition_id)));
    const { kind, title, slug, language } = input;
    const taken = await tx
      .selectFrom('paper')
      .select('title')
      .where('roundtable_id', '=', roundtable.id)
      .where('slug', '=', slug)
      .executeTakeFirst();
    refuseIf(taken ? { code: 'paper.address_taken', values: { slug, title: taken.title } } : null);
    const id = newId();
    await rows.insert('paper', { id, roundtable_id: roundtable.id, kind, title, slug, language, state: 'draft' });
    const paragraphs = await writeVersion(context, { id, version: 1, text: input.text });
    record('paper.added', id, { roundtableId: roundtable.id, audience: 'desk' });
    return { id, paragraphs };
  },
});

export const revisePaper = act({
  name: 'paper.revise',
  does: 'Adds a version to a paper; the earlier ones stay. A paper that was circulated is then a revised one.',
  input: z.object({ paper: z.uuid(), basedOn: z.int32().positive(), text }),
  async run(context, input) {
    const { rows, record } = context;
    const paper = await paperToChange(context, input.paper);
    const state = stateOfNewVersion(paper.state);
    if (state === 'revised') refuseIf(paperRefusal(paper.state, state));
    const { id, versions } = paper;
    refuseIf(versions === input.basedOn ? null : { code: 'paper.revised_meanwhile', values: { version: versions } });
    const paragraphs = await writeVersion(context, { id, version: versions + 1, text: input.text });
    await rows.update('paper', { id }, { versions: versions + 1, state });
    const audience = state === 'draft' ? 'desk' : 'public';
    record('paper.revised', id, { roundtableId: paper.roundtable_id, audience });
    return { version: versions + 1, paragraphs };
  },
});

export const circulatePaper = act({
  name: 'paper.circulate',
  does: 'Circulates a paper: from then on everyone reads it and comments on its paragraphs.',
  input: z.object({ paper: z.uuid() }),
  run: (context, input) => movePaper(context, input.paper, 'circulated'),
});

export const endorsePaper = act({
  name: 'paper.endorse',
  does: 'Endorses a paper as it stands. It takes no new version after that.',
  input: z.object({ paper: z.uuid() }),
  run: (context, input) => movePaper(context, input.paper, 'endorsed'),
});

async function movePaper(context: Context, id: string, to: PaperState): Promise<void> {
  const paper = await paperToChange(context, id);
  refuseIf(paperRefusal(paper.state, to));
  await context.rows.update('paper', { id }, { state: to });
  context.record(`paper.${to}`, id, { roundtableId: paper.roundtable_id });
}

/** A paper, locked; refused to whoever neither keeps the programme nor chairs the roundtable. */
async function paperToChange({ tx, actor }: Context, id: string) {
  const paper = found(
    await tx
      .selectFrom('paper')
      .innerJoin('roundtable', 'roundtable.id', 'paper.roundtable_id')
      .select(['paper.id', 'paper.state', 'versions', 'roundtable_id', 'edition_id'])
      .where('paper.id', '=', id)
      .forUpdate('paper')
      .executeTakeFirst(),
    'paper',
  );
  const place = { editionId: paper.edition_id, roundtableId: paper.roundtable_id };
  refuseIf(roleRefusal(actor, [...keepers, 'co_chair'], place));
  refuseIf(keepingRefusal(await standingOf(tx, paper.edition_id)));
  return paper;
}

interface Version {
  id: string;
  version: number;
  text: string;
}

/** The ids of its numbered paragraphs, in their order. */
async function writeVersion({ rows, actor, now, newId }: Context, { id, version, text }: Version): Promise<string[]> {
  const of = { paper_id: id, version };
  await rows.insert('paper_version', { ...of, by_id: actor.personId, at: now });
  const paragraphs = paragraphsIn(text).map((paragraph, i) => ({ ...of, ...paragraph, id: newId(), position: i + 1 }));
  await rows.insert('paper_paragraph', paragraphs);
  return paragraphs.flatMap(({ id, number }) => (number === null ? [] : [id]));
}
