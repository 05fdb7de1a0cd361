import { sql } from 'kysely';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { enterReport } from '#report/acts.ts';
import { reportOf } from '#report/queries.ts';
import { enterStatement } from '#statements/acts.ts';
import { madeOnce } from './made-once.ts';
import { smallForum } from './small-forum.ts';

export const wells = 'Kenya emphasized clean water. Clean water for all, and a levy on wells. Clean water again.';

const enter = madeOnce(async (forum) => {
  const small = await smallForum(forum);
  const { id: statement } = await perform(forum, program, enterStatement, { roundtable: small.roundtable, kind: 'intervention', body: wells, speakers: [{ delegation: small.kenya }] }); // prettier-ignore
  const passage = (quotation: string) => ({ kind: 'passage' as const, statement, quotation });
  const { id: report, sentences } = await perform(forum, program, enterReport, {
    roundtable: small.roundtable,
    kind: 'record',
    title: 'Record',
    source: 'draft',
    paragraphs: [
      {
        section: 'discussion',
        heading: 'Discussion',
        sentences: [
          { text: 'Kenya spoke, and it asked for “a levy on wells”.', cites: [passage('a levy on wells'), passage('Kenya emphasized clean water')] }, // prettier-ignore
          { text: 'It ended.', cites: [passage('Clean water again')] },
        ],
      },
      { section: 'discussion', sentences: [{ text: 'Wells matter.', cites: [passage('a levy on wells')] }] },
      { section: 'overall', heading: 'Overall', sentences: [{ text: 'None left.', cites: [passage('Clean water again')] }] }, // prettier-ignore
    ],
  });
  return { ...small, report, statement, sentences };
});

/** A report of two sections: “Kenya spoke, and it asked for “a levy on wells”. It ended.” · “Wells matter.” and “None left.” */
export async function atTheDesk(forum: Forum) {
  const { sentences, ...entered } = await enter(forum);
  const read = async () => (await reportOf(forum.db, program, { id: entered.roundtable }))!;
  const numbered = async () => (await read()).paragraphs.filter(({ number }) => number !== null);
  const texts = async () => (await numbered()).map(({ sentences }) => sentences.map(({ text }) => text));
  const paragraph = async (number: number) => (await numbered())[number - 1]!;
  const headed = async (text: string) => (await read()).paragraphs.find(({ heading }) => heading === text)!;
  const lastLine = () =>
    forum.db.selectFrom('record_line').select(['kind', 'subject_id', 'audience']).orderBy('sequence', 'desc').limit(1).executeTakeFirstOrThrow(); // prettier-ignore
  /** What would only be checked at commit, which a test never reaches. */
  const checkAll = () => sql`set constraints all immediate; set constraints all deferred`.execute(forum.db);
  const [[first, second], [third], [fourth]] = sentences as [[string, string], [string], [string]];
  return { ...entered, first, second, third, fourth, read, numbered, texts, paragraph, headed, lastLine, checkAll }; // prettier-ignore
}
