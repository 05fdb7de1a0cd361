import { expect } from 'vitest';
import { assignRole } from '#people/acts.ts';
import { viewerOf } from '#people/access.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { enterReport, moveReport } from '#report/acts.ts';
import { askLineCorrection, decideLineCorrection } from '#report/corrections/acts.ts';
import { enterStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { admit, letters, people } from '#test/written-to.ts';

forumTest(
  'a delegation is led to its lines, the rapporteur to what it asks, and it is answered',
  async ({ forum: bare }) => {
    const { forum, react, edition, roundtable, kenya } = await people(bare);
    const focal = await admit(forum, edition, 'Moses Otieno', kenya, 'focal_point');
    const { viewer, email } = await admit(forum, edition, 'Leila Haddad');
    await perform(forum, program, assignRole, { edition, roundtable, kind: 'rapporteur', person: viewer.personId! });
    const leila = await viewerOf(forum.db, viewer.personId!);
    const { id: statement } = await perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body: 'We open at six.', speakers: [{ delegation: kenya }] }); // prettier-ignore
    const { id: report, sentences } = await perform(forum, program, enterReport, {
      roundtable,
      kind: 'record',
      title: 'Record of RT 2.1',
      source: 'draft',
      paragraphs: [{ section: 'discussion', sentences: [{ text: 'Kenya opens at nine.', cites: [{ kind: 'passage', statement, quotation: 'We open at six' }] }] }], // prettier-ignore
    });
    await perform(forum, program, moveReport, { report, to: 'co_chair_review' });
    await perform(forum, program, moveReport, { report, to: 'correction_window', correctionsCloseAt: new Date('2026-06-20T15:00:00Z') }); // prettier-ignore
    await react();
    const lines = 'http://localhost:3000/lake/rt/2.1/report/lines/kenya';
    expect((await letters(forum)).sent.filter((one) => one.startsWith('mail.lines'))).toEqual([`mail.lines_circulated → ${focal.email}`]); // prettier-ignore
    expect((await letters(forum)).text('mail.lines_circulated')).toContain(
      `“Record of RT 2.1” is circulated for corrections until Sat 20 June 2026, 15:00 UTC. One sentence of it concerns Kenya. Check it, and say how it should read if it is wrong, here:\n${lines}`,
    );
    const asked = { report, delegation: kenya, sentence: sentences[0]![0]!, reason: 'We said six.' };
    const { id } = await perform(forum, focal.viewer, askLineCorrection, { ...asked, body: 'Kenya opens at 6.' });
    await react();
    expect((await letters(forum)).sent).toContain(`mail.line_asked → ${email}`);
    expect((await letters(forum)).text('mail.line_asked')).toContain(
      `Kenya asks that a sentence of “Record of RT 2.1” read:\n\nKenya opens at 6.\n\nBecause: We said six.\n\nDecide on it beside its sources here:\nhttp://localhost:3000/lake/desk/corrections#l${id}`,
    );
    await perform(forum, leila, decideLineCorrection, { correction: id, decision: 'accepted', written: 'Kenya opens at six.', words: 'In a word.' }); // prettier-ignore
    await react();
    expect((await letters(forum)).sent).toContain(`mail.line_decided → ${focal.email}`);
    expect((await letters(forum)).text('mail.line_decided')).toContain(
      `read:\n\nKenya opens at 6.\n\nIt was accepted in these words:\n\nKenya opens at six.\n\n“In a word.”\n\n${lines}#c${id}`,
    );
    const declined = await perform(forum, focal.viewer, askLineCorrection, { ...asked, sentence: null, statement, body: 'Kenya also opens on Sunday.' }); // prettier-ignore
    await perform(forum, leila, decideLineCorrection, { correction: declined.id, decision: 'declined', words: 'Nobody said so.' }); // prettier-ignore
    await react();
    const last = (await letters(forum)).rows
      .filter(({ code }) => code === 'mail.line_decided')
      .map(({ body }) => body!);
    expect(last.some((text) => text.includes('that “Record of RT 2.1” also say:\n\nKenya also opens on Sunday.\n\nIt was declined.\n\n“Nobody said so.”'))).toBe(true); // prettier-ignore
  },
);
