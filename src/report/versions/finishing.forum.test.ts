import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterReport, moveReport } from '#report/acts.ts';
import { askLineCorrection, decideLineCorrection } from '#report/corrections/acts.ts';
import { reportFile } from '#report/export/files.ts';
import { enterStatement } from '#statements/acts.ts';
import { committingTest } from '#test/forum.ts';
import { officer, smallForum } from '#test/small-forum.ts';
import { signReport } from './acts.ts';
import { contentOf, digestOf, textOf } from './content.ts';
import { reportVersion } from './queries.ts';
import { reports } from '#report/text-rows.ts';

const arabic = 'نقترح أن تبقى مكاتب الاستقبال (Reception Desk 24) مفتوحة حتى منتصف الليل. شكرا للمضيف.';
const quoted = 'نقترح أن تبقى مكاتب الاستقبال (Reception Desk 24) مفتوحة حتى منتصف الليل.';

// Two act at once, and one falls over half-way.
committingTest(
  'of two who finish a report at once one wins and the other is told; a half-written change leaves nothing; a mixed-direction source stays whole',
  async ({ forum }) => {
    const { edition, roundtable, kenya, delegate } = await smallForum(forum);
    const say = (body: string) =>
      perform(forum, program, enterStatement, { roundtable, kind: 'intervention', body, language: 'ar', speakers: [{ delegation: kenya }] }); // prettier-ignore
    const said = await say(arabic);
    const { id: report } = await perform(forum, program, enterReport, {
      roundtable,
      kind: 'record',
      title: 'Record',
      source: 'draft',
      paragraphs: [{ section: 'discussion', sentences: [{ text: 'Kenya spoke of reception.', cites: [{ kind: 'passage', statement: said.id, quotation: quoted }] }] }], // prettier-ignore
    });
    const rapporteur = await officer(forum, { edition, roundtable }, 'rapporteur', 'Leila Haddad');
    const coChair = await officer(forum, { edition, roundtable }, 'co_chair', 'Carla Reyes');
    const move = (to: 'co_chair_review' | 'correction_window' | 'final', who = program) =>
      perform(forum, who, moveReport, { report, to });
    await move('co_chair_review');
    await move('correction_window');

    const asked = await perform(forum, delegate, askLineCorrection, { report, delegation: kenya, statement: said.id, body: `It said: “${quoted}”` }); // prettier-ignore
    const { id: paragraph } = await forum.db.selectFrom('report_paragraph').select('id').where('number', '=', 1).executeTakeFirstOrThrow(); // prettier-ignore
    const accept = (at: Forum) =>
      perform(at, rapporteur, decideLineCorrection, { correction: asked.id, decision: 'accepted', paragraph, quotation: quoted }); // prettier-ignore
    const standing = async () => ({
      text: contentOf('Record', await textOf(forum.db, report)),
      decided: await forum.db.selectFrom('correction').select('decision').execute(),
      lines: (await forum.db.selectFrom('record_line').select('sequence').execute()).length,
    });
    const before = await standing();
    for (const dies of [1, 2]) {
      let calls = 0;
      const fallingOver = () => {
        if (++calls === dies) throw new Error('pulled out of the wall');
        return randomUUID();
      };
      await expect(accept({ ...forum, newId: fallingOver })).rejects.toThrow('pulled out of the wall');
      expect(await standing()).toEqual(before);
    }
    await accept(forum);

    const digest = digestOf(contentOf('Record', await textOf(forum.db, report)));
    await perform(forum, rapporteur, signReport, { report, capacity: 'rapporteur', digest });
    await perform(forum, coChair, signReport, { report, capacity: 'co_chair', digest });
    const finished = await Promise.allSettled([move('final', rapporteur), move('final', coChair)]);
    expect(finished.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = finished.find((one) => one.status === 'rejected')!.reason as { code: string };
    expect(refused.code).toBe('report.moved_already');
    const kept = await forum.db.selectFrom('report_version').select('occasion').orderBy('number').execute();
    expect(kept.map(({ occasion }) => occasion)).toEqual(['circulated', 'final']);

    const row = await reports(forum.db).where('report.id', '=', report).executeTakeFirstOrThrow();
    const final = (await reportVersion(forum.db, visitor, row, 2))!;
    const [first, added] = final.paragraphs[0]!.sentences;
    expect(first!.citations[0]).toMatchObject({ quotation: quoted, after: arabic.slice(quoted.length) });
    expect(added).toMatchObject({ text: `It said: “${quoted}”`, citations: [{ quotation: quoted }] });
    const at = { id: roundtable, number: '2.1' };
    const file = async (format: 'html' | 'json' | 'md') =>
      new TextDecoder().decode((await reportFile(forum, visitor, at, format))!.bytes);
    expect(await file('html')).toMatch(
      /<q[^>]*lang="ar"[^>]*dir="rtl"|lang="ar"[^>]*dir="rtl"|dir="rtl"[^>]*lang="ar"/,
    );
    for (const format of ['html', 'md'] as const) expect(await file(format)).toContain('Leila Haddad, Rapporteur, ');
    expect(JSON.parse(await file('json'))).toMatchObject({ report: { signed: [{ name: 'Carla Reyes' }, { name: 'Leila Haddad' }], corrigenda: [] } }); // prettier-ignore
  },
  120_000,
);
