import { expect } from 'vitest';
import { findPoints } from '#analysis/acts.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { draftReport, writeSentence } from './acts.ts';
import { ledgerOf, reportOf } from './queries.ts';

forumTest(
  'a report is drafted at a length, which is kept, and what a person wrote stays whatever the length',
  async ({ forum }) => {
    const { roundtable, kenya } = await smallForum(forum);
    const say = async (body: string) => (await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, speakers: [{ delegation: kenya }] })).id; // prettier-ignore
    const bodies = Array.from({ length: 30 }, (_, n) => `Kenya emphasized on well number ${n + 1} of the northern district. It mentioned that pump ${n + 1} runs dry in summer.`); // prettier-ignore
    const said: string[] = [];
    for (const body of bodies) said.push(await say(body));
    await perform(forum, program, findPoints, { statements: said });
    const draft = (words?: number | null) => perform(forum, program, draftReport, { roundtable, ...(words === undefined ? {} : { words }) }); // prettier-ignore
    await expect(draft(20)).rejects.toMatchObject({ fields: { words: 'report.too_short' } });
    const { id } = await draft(120);
    const read = async () => (await reportOf(forum.db, program, { id: roundtable }))!;
    const bodyOf = (report: Awaited<ReturnType<typeof read>>) => report.paragraphs.filter(({ section }) => section === 'discussion').flatMap(({ sentences }) => sentences); // prettier-ignore
    const short = bodyOf(await read());
    expect(short.length).toBeGreaterThan(3);
    expect((await ledgerOf(forum.db, program, { id }))!.counts).toMatchObject({ open: 0 });
    const [first] = short as [(typeof short)[0]];
    await perform(forum, program, writeSentence, { sentence: first.id, basedOn: 1, text: 'Kenya spoke of one well.' });
    await draft();
    expect(await forum.db.selectFrom('report').select('word_limit').where('id', '=', id).executeTakeFirst()).toEqual({ word_limit: 120 }); // prettier-ignore
    await draft(null);
    const whole = bodyOf(await read());
    expect(whole.length).toBeGreaterThan(short.length);
    expect(whole.filter(({ text, id }) => text === 'Kenya spoke of one well.' && id === first.id)).toHaveLength(1);
    await draft(100);
    expect(bodyOf(await read()).map(({ text }) => text)).toContain('Kenya spoke of one well.');
    expect(await forum.db.selectFrom('report').select('word_limit').where('id', '=', id).executeTakeFirst()).toEqual({ word_limit: 100 }); // prettier-ignore
  },
);
