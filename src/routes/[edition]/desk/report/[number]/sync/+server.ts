import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { say } from '#messages/say.ts';
import { perform, type AnyAct } from '#record/act.ts';
import { NotFound, type Refusal } from '#record/refusals.ts';
import { citePassage, decideDisposition, writeSentence } from '#report/acts.ts';
import {
  joinSentences,
  moveSentence,
  partSentences,
  putBackSentence,
  removeSentence,
  splitSentence,
} from '#report/editing/acts.ts';
import { addSentence, pasteSentences, takeCitation, tellPoint } from '#report/editing/adding/acts.ts';
import { joinParagraphs, moveParagraph, splitParagraph } from '#report/editing/paragraphs/acts.ts';
import { changesSince, deskSaid } from '#report/editing/queries.ts';
import { roundtablesUnder } from '#report/scope.ts';
import type { ReportRow } from '#report/text-rows.ts';
import { deeds, type DeedName } from '#routes/[edition]/desk/deciding/deeds.ts';
import { inWords, readOnlyBecause, reportAt } from '#routes/[edition]/desk/report/[number]/at-desk.ts';
import { beHere } from '#routes/[edition]/desk/report/[number]/present.ts';
import type { Answer, Synced } from '#routes/[edition]/desk/report/[number]/synced.ts';
import type { RequestHandler } from './$types';

const acts = new Map<string, AnyAct>(
  [writeSentence, splitSentence, joinSentences, partSentences, moveSentence, removeSentence, putBackSentence, addSentence, tellPoint, pasteSentences, takeCitation, citePassage, splitParagraph, joinParagraphs, moveParagraph, decideDisposition].map((act) => [act.name, act]), // prettier-ignore
);

const largest = 2 * 1024 * 1024;
const own = { 'cache-control': 'private, no-store' };

const asked = z.object({
  window: z.string().max(40),
  /** In which paragraph somebody writes. */
  paragraph: z.uuid().nullable(),
  /** How far the record had come when this desk last heard of it. */
  since: z.number().int().nonnegative(),
  /** The paragraphs it has, with their versions; without them it is only told that there is something new. */
  have: z.array(z.tuple([z.uuid(), z.int32()])).max(20_000).optional(), // prettier-ignore
  act: z.string().max(60).optional(),
  input: z.record(z.string(), z.unknown()).optional(),
  /** What a form of the middle pane asks for, about what was said in this roundtable. */
  deed: z.enum(Object.keys(deeds) as [DeedName]).optional(),
  form: z
    .array(z.tuple([z.string().max(40), z.string().max(20_000)]))
    .max(2500)
    .default([]),
  roundtable: z.string().max(40).default(''),
});

/** Does what was done at a desk, and tells it what changed since: by this hand or by another. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const { forum, viewer, language } = locals;
  const text = await request.text();
  const given = text.length <= largest ? asked.safeParse(parsed(text)) : null;
  if (!given?.success) return json({}, { status: 400, headers: own });
  const { window, paragraph, since, have, act, input, deed } = given.data;
  const { report } = await reportAt(locals, params);
  const here = beHere(forum.live, report.id, {
    window,
    person: viewer.personId ?? '',
    name: viewer.name ?? '',
    paragraph,
  });
  const answer = act ? await performed(locals, acts.get(act), input) : deed ? await decided(locals, report, { ...given.data, deed }) : null; // prettier-ignore
  // Before it is looked up what stands: what comes meanwhile is told once more rather than never.
  const { sequence } = forum.live;
  const isBehind = answer !== null || sequence > since;
  if (!isBehind || !have)
    return json({ here, answer, sequence: since, isBehind, changes: null, said: null, readOnly: null } satisfies Synced, { headers: own }); // prettier-ignore
  const changes = await changesSince(forum.db, report, new Map(have), since);
  const said = changes.isSaid ? await deskSaid(forum.db, viewer, report) : null;
  const readOnly = inWords(readOnlyBecause(viewer, { ...report, state: changes.state }), language);
  return json({ here, answer, sequence, isBehind: false, changes, said, readOnly } satisfies Synced, { headers: own });
};

function performed(locals: App.Locals, act: AnyAct | undefined, input: unknown): Promise<Answer> {
  const { forum, viewer, language } = locals;
  if (!act) return Promise.resolve({ code: 'page.not_found', sentence: say('page.not_found', {}, language) });
  return answered(perform(forum, viewer, act as never, input as never), language);
}

type Given = z.output<typeof asked> & { deed: DeedName };

async function decided(locals: App.Locals, report: ReportRow, { deed, form, roundtable }: Given): Promise<Answer> {
  const { forum, language } = locals;
  const about = (await roundtablesUnder(forum.db, report)).find(({ number }) => number === roundtable);
  const points = form.filter(([name]) => name === 'points').map(([, value]) => value);
  const work: Promise<unknown> = about ? deeds[deed](locals, about, Object.fromEntries(form), points) : Promise.reject(new NotFound('roundtable')); // prettier-ignore
  return answered(work, language);
}

async function answered(work: Promise<unknown>, language: string): Promise<Answer> {
  try {
    return { outcome: ((await work) ?? {}) as object };
  } catch (thrown) {
    const { name, code, values, fields } = thrown as Refusal & { fields?: Record<string, string> };
    if (name === 'NotFound') return { code: 'gone', sentence: say('rdesk.gone', {}, language) };
    if (name !== 'Refusal' && name !== 'InvalidInput') throw thrown;
    const why = fields ? Object.values(fields).map((one) => say(one, {}, language)) : [say(code, values, language)];
    return { code, sentence: why.join(' ') };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
