import { z } from 'zod';
import { roleRefusal } from '#people/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf, Refusal } from '#record/refusals.ts';
import { holdsReceipt } from '#statements/before-acting.ts';
import { placeOf, reasonRefusal, statementToRule, writeRuling } from './before-ruling.ts';
import { chairsOffice } from './queries.ts';
import {
  abuseReasons,
  abuseRefusal,
  answerRefusal,
  appealRefusal,
  longestRuling,
  mayDo,
  rulingRefusal,
} from './rules.ts';

const words = z.string().trim().max(longestRuling, 'ruling.words_too_long');
const ruling = z.object({
  decision: z.enum(['relevant', 'not_relevant'], 'ruling.decision_missing'),
  reason: z.string().max(8).nullable().default(null),
  words: words.default(''),
});

export const giveRuling = act({
  name: 'ruling.give',
  does: 'Rules that a comment is relevant or not, with a published reason and words. A new ruling replaces the last; none is removed.',
  input: z
    .object({ statement: z.uuid(), ...ruling.shape })
    .refine(hasReason, { message: 'ruling.reason_missing', path: ['reason'] })
    .refine(hasWords, { message: 'ruling.words_missing', path: ['words'] }),
  async run(context, { statement: id, ...decided }) {
    const { tx, actor, record } = context;
    const statement = await statementToRule(tx, id);
    refuseIf(roleRefusal(actor, mayDo.rule, statement.place));
    refuseIf(rulingRefusal(statement));
    if (decided.decision === 'not_relevant') refuseIf(await reasonRefusal(tx, statement.edition_id, decided.reason!));
    const given = await writeRuling(context, statement, decided);
    record('ruling.given', statement.id, { roundtableId: statement.roundtable_id });
    return { id: given };
  },
});

export const giveRulings = act({
  name: 'ruling.give_several',
  does: 'Gives several rulings, each with its own reason and words: all of them, or none.',
  input: z.object({ rulings: z.array(giveRuling.input).min(1, 'ruling.none_chosen').max(50, 'ruling.too_many') }),
  async run({ tx, perform }, { rulings }) {
    const refused: string[] = [];
    for (const ruling of rulings)
      await perform(giveRuling, ruling).catch(async (error: unknown) => {
        if (!(error instanceof Refusal) || error.code === 'act.not_yours') throw error;
        refused.push(await placeOf(tx, ruling.statement));
      });
    const places = refused.join(', ');
    refuseIf(places ? { code: 'ruling.several_refused', values: { places, count: refused.length } } : null);
    return { count: rulings.length };
  },
});

export const markAbuse = act({
  name: 'statement.mark_abuse',
  does: 'Sets a comment aside as spam or abuse: its words go out of everyone’s sight but its author’s and the offices’, and it is counted. A new ruling reverses it.',
  input: z.object({
    statement: z.uuid(),
    reason: z.enum(abuseReasons, 'ruling.abuse_reason_missing'),
    words: words.min(1, 'ruling.words_missing'),
  }),
  async run(context, { statement: id, ...decided }) {
    const { tx, actor, record } = context;
    const statement = await statementToRule(tx, id);
    refuseIf(roleRefusal(actor, mayDo.markAbuse, statement.place));
    refuseIf(abuseRefusal({ ...statement, standing: statement.standing?.decision ?? null }));
    const given = await writeRuling(context, statement, { decision: 'abuse', ...decided });
    record('statement.abuse_marked', statement.id, { roundtableId: statement.roundtable_id });
    return { id: given };
  },
});

export const makeAppeal = act({
  name: 'appeal.make',
  does: 'Appeals against the ruling on one’s own comment, once, in words; without an account, with the code of its receipt.',
  input: z.object({
    statement: z.uuid(),
    words: words.min(1, 'appeal.words_missing'),
    receipt: z.string().max(40).nullable().default(null),
  }),
  async run({ tx, actor, now, newId, rows, record }, input) {
    const statement = await statementToRule(tx, input.statement);
    const isAuthor = actor.program || (actor.personId !== null && statement.author_id === actor.personId);
    // Where the author has an account, a code alone is not them.
    const holdsCode = await holdsReceipt(tx, statement, input.receipt ?? '');
    found(isAuthor || holdsCode ? statement : null, 'statement');
    const { standing, state } = statement;
    refuseIf(
      appealRefusal({
        state,
        standing: standing?.decision ?? null,
        wasAppealed: Boolean(standing?.appeal_id),
        answeredAppeal: Boolean(standing?.answered_id),
      }),
    );
    const id = newId();
    await rows.insert('appeal', {
      id,
      statement_id: statement.id,
      ruling_id: standing!.id,
      words: input.words,
      by_id: isAuthor ? actor.personId : null,
      at: now,
    });
    record('appeal.made', statement.id, { roundtableId: statement.roundtable_id });
    return { id };
  },
});

export const answerAppeal = act({
  name: 'appeal.answer',
  does: 'Answers an appeal, once: the ruling is upheld, or a new one takes its place. Whoever ruled leaves it to another, where the Chair’s office has one.',
  input: z
    .object({
      appeal: z.uuid(),
      outcome: z.enum(['upheld', 'replaced'], 'appeal.outcome_missing'),
      answer: words.min(1, 'appeal.answer_missing'),
      /** The new ruling, where the last is not upheld. */
      ruling: ruling
        .refine(hasReason, { message: 'ruling.reason_missing', path: ['reason'] })
        .nullable()
        .default(null),
    })
    .refine(({ outcome, ruling }) => (outcome === 'replaced') === (ruling !== null), {
      message: 'appeal.ruling_missing',
      path: ['ruling'],
    }),
  async run(context, input) {
    const { tx, actor, now, rows, record } = context;
    const appeal = found(
      await tx.selectFrom('appeal').selectAll().where('id', '=', input.appeal).executeTakeFirst(),
      'appeal',
    );
    const statement = await statementToRule(tx, appeal.statement_id);
    refuseIf(roleRefusal(actor, mayDo.answerAppeal, statement.place));
    const ruledBy = statement.standing!.by_id;
    const others = (await chairsOffice(tx, statement.edition_id)).filter((id) => id !== actor.personId).length;
    refuseIf(answerRefusal({ outcome: appeal.outcome, ruledBy, answeredBy: actor.personId, others }));
    const { ruling, outcome, answer } = input;
    if (ruling?.decision === 'not_relevant') refuseIf(await reasonRefusal(tx, statement.edition_id, ruling.reason!));
    const given = ruling && (await writeRuling(context, statement, { ...ruling, words: ruling.words || answer }));
    const answered = { outcome, answer, answered_by: actor.personId, answered_at: now, new_ruling_id: given };
    await rows.update('appeal', { id: appeal.id }, answered);
    record('appeal.answered', statement.id, { roundtableId: statement.roundtable_id });
    return { ruling: given };
  },
});

function hasReason({ decision, reason }: { decision: string; reason: string | null }): boolean {
  return decision === 'relevant' || (reason !== null && reason !== '');
}

function hasWords({ decision, words }: { decision: string; words: string }): boolean {
  return decision === 'relevant' || words !== '';
}
