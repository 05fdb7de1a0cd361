import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { pointsIn } from '#analysis/queries.ts';
import { assignRole, admitPerson, registerDelegation } from '#people/acts.ts';
import { viewerOf } from '#people/access.ts';
import { openEdition } from '#programme/acts.ts';
import { programmeOf } from '#programme/queries.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { ledgerOf, reportOf } from '#report/queries.ts';
import { statementsOf } from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { importDocument } from './acts.ts';
import { enterPointsTogether, enterStatements, registerDelegations } from './entering/acts.ts';
import { performImport, previewImport } from './importing.ts';

const textOf = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8');
const report = { name: 'work-and-skills.txt', text: textOf('report.txt') };
const announcement = { name: 'climate.txt', text: textOf('announcement.txt') };

describe('document.import', () => {
  forumTest('by an office opens a new edition, whose support unit it is from then on', async ({ forum }) => {
    const { id: edition } = await perform(forum, program, openEdition, {
      slug: 'lake',
      name: 'Lake',
      shortName: 'Lake',
    });
    const { id: person } = await perform(forum, program, admitPerson, { edition, name: 'Jonas Keller' });
    const nobody = await viewerOf(forum.db, person);
    await expect(perform(forum, nobody, importDocument, report)).rejects.toMatchObject({ code: 'act.not_yours' });
    await perform(forum, program, assignRole, { edition, kind: 'support_unit', person });
    const done = await perform(forum, await viewerOf(forum.db, person), importDocument, { ...report, edition: '' });
    expect(done.edition.id).not.toBe(edition);
    const { roles } = await viewerOf(forum.db, person);
    expect(roles).toContainEqual({ kind: 'support_unit', editionId: done.edition.id, roundtableId: null });
  });

  forumTest(
    'a report becomes a cluster of roundtables with their record, and is kept as a report',
    async ({ forum }) => {
      const done = await perform(forum, program, importDocument, report);
      const programme = await programmeOf(forum.db, done.edition.id);
      expect(programme.map(({ number, state, statements }) => [number, state, statements])).toEqual([
        ['4', 'record_draft', 0],
        ['4.1', 'record_draft', 7],
        ['4.2', 'record_draft', 3],
      ]);
      expect(programme.map(({ coChairs }) => coChairs.map(({ name }) => name))).toEqual([[], ['Ghana', 'Canada'], ['Norway', 'Fiji']]); // prettier-ignore
      expect(programme[0]!.rapporteurs).toEqual(['Ms. Lena Otieno']);

      const kept = await reportOf(forum.db, program, programme[0]!, 'general_rapporteur');
      const sentences = kept!.paragraphs.flatMap((paragraph) => paragraph.sentences);
      expect(sentences).toHaveLength(done.counts.sentences);
      expect(sentences.filter(({ citations }) => citations.length === 0)).toEqual([]);
      expect(kept).toMatchObject({ source: 'import', rapporteur: 'Ms. Lena Otieno, Professor of Labour Law, University of Nairobi' }); // prettier-ignore
      const ledger = await ledgerOf(forum.db, program, kept!);
      expect(ledger!.counts).toMatchObject({ reflected: 10, open: 0 });
    },
  );

  forumTest('every statement keeps who spoke, and every point the words of its statement', async ({ forum }) => {
    const { edition, roundtables } = await performImport(forum, program, report);
    const [first] = await programmeOf(forum.db, edition.id).then((all) =>
      all.filter(({ id }) => id === roundtables[0]!.id),
    );
    const statements = await statementsOf(forum.db, program, first!);
    expect(
      statements.map(({ kind, speakers }) => [kind, ...speakers.map((s) => s.person ?? s.delegation?.name)]),
    ).toEqual([
      ['remark', 'Ghana'],
      ['remark', 'Canada'],
      ['intervention', 'Nepal'],
      ['intervention', 'Kenya', 'Uganda'],
      ['intervention', 'ILO'],
      ['intervention', 'Ana Silva'],
      ['written_statement', 'Peru'],
    ]);
    expect(statements[5]!.speakers[0]!.delegation?.name).toBe('IOM');
    const points = await pointsIn(forum.db, statements.map(({ id }) => id)); // prettier-ignore
    expect(points).toHaveLength(8);
    for (const point of points) {
      const { body } = statements.find(({ id }) => id === point.statementId)!;
      expect(body!.slice(point.messageStart, point.messageEnd)).toBe(point.message);
      expect(point.actors.every(({ delegation }) => delegation !== null)).toBe(true);
    }
  });

  forumTest(
    'an announcement becomes a roundtable open for comment in its cluster, with its questions',
    async ({ forum }) => {
      const { edition } = await performImport(forum, program, announcement);
      expect(edition).toMatchObject({ name: 'HARBOUR forum', slug: 'harbour-forum' });
      const [cluster, roundtable] = await programmeOf(forum.db, edition.id);
      expect(roundtable).toMatchObject({ number: '5.1', state: 'open_for_comment', parentId: cluster!.id });
      expect(roundtable!.questions.map(({ text }) => text)).toEqual([
        'How can towns plan with those who are likely to come?',
        'Who should pay for the first month?',
      ]);
    },
  );

  forumTest('a second announcement joins the cluster that stands', async ({ forum }) => {
    const { edition } = await performImport(forum, program, announcement);
    const next = { ...announcement, text: announcement.text.replace('RT 5.1 Planning', 'RT 5.2 More planning') };
    await performImport(forum, program, { ...next, edition: 'Harbour FORUM' });
    expect((await programmeOf(forum.db, edition.id)).map(({ number }) => number)).toEqual(['5', '5.1', '5.2']);
  });

  forumTest('without an edition each import opens its own, under an address of its own', async ({ forum }) => {
    const first = await performImport(forum, program, announcement);
    const second = await performImport(forum, program, { ...announcement, text: `${announcement.text}\n` });
    const named = await performImport(forum, program, { ...report, edition: 'The Next One' });
    expect([first, second, named].map(({ edition }) => edition.slug)).toEqual(['harbour-forum', 'harbour-forum-2', 'the-next-one']); // prettier-ignore
  });

  forumTest('what was corrected is what is entered', async ({ forum }) => {
    const harbour = { slug: 'green-harbour', shortName: 'Green Harbour', kind: 'civil' as const };
    await perform(forum, program, registerDelegation, harbour);
    const { plan } = await previewImport(forum, report);
    const [roundtable] = plan.roundtables;
    const { edition } = await performImport(forum, program, report, {
      editionName: 'Work Forum',
      cluster: { number: '7', title: 'Work' },
      roundtables: { '4.1': { number: '7.1', title: 'Fair hiring' }, '4.2': { number: '7.2' } },
      delegations: { 'Green Harbour Network': 'green-harbour' },
      dropped: roundtable!.statements[0]!.points.map(({ key }) => key),
      speakers: { [roundtable!.statements[1]!.key]: ['Chile'] },
    });
    expect(edition.slug).toBe('work-forum');
    const programme = await programmeOf(forum.db, edition.id);
    expect(programme.map(({ number, title }) => `${number} ${title}`)).toEqual(['7 Work', '7.1 Fair hiring', '7.2 Skills that travel']); // prettier-ignore
    const [ghana, chile] = await statementsOf(forum.db, program, programme[1]!);
    expect(chile!.speakers.map(({ delegation }) => delegation?.name)).toEqual(['Chile']);
    expect(await pointsIn(forum.db, [ghana!.id])).toEqual([]);
    const [point] = await pointsIn(forum.db, [chile!.id]);
    expect(point!.actors.map(({ name }) => name)).toEqual(['Chile']);
    const network = (await statementsOf(forum.db, program, programme[2]!)).at(-1);
    expect(network!.speakers[0]!.delegation?.slug).toBe('green-harbour');
  });

  forumTest('writes one line of the record for each thing it brings in', async ({ forum }) => {
    const lines: string[] = [];
    forum.live.onChange((_, witnessed) => lines.push(...witnessed.map(({ kind }) => kind)));
    await performImport(forum, program, announcement);
    expect(lines).toEqual(['edition.opened', 'roundtable.created', 'roundtable.created', 'document.imported']);
  });
});

describe('document.import is refused', () => {
  forumTest('the second time, and says when and as what it came in', async ({ forum }) => {
    await performImport(forum, program, report);
    const again = performImport(forum, program, { ...report, name: 'copy.txt', edition: 'elsewhere' });
    await expect(again).rejects.toMatchObject({
      code: 'document.imported_already',
      values: { number: '4', edition: 'work and skills', at: forum.now() },
    });
    await expect(previewImport(forum, report)).rejects.toMatchObject({ code: 'document.imported_already' });
  });

  forumTest('when nobody speaks and nothing is asked', async ({ forum }) => {
    const story = { name: 'story.txt', text: 'The lamps were lit. The river rose.' };
    await expect(performImport(forum, program, story)).rejects.toMatchObject({ code: 'document.nothing_found' });
  });

  forumTest('when a number is taken, and then nothing is written at all', async ({ forum }) => {
    const { edition } = await performImport(forum, program, report);
    const before = await everything(forum);
    const next = { ...report, text: `${report.text}\nKenya stressed wells.`, edition: edition.slug };
    await expect(performImport(forum, program, next)).rejects.toMatchObject({ code: 'roundtable.number_taken' });
    expect(await everything(forum)).toEqual(before);
    const { problem } = await previewImport(forum, next);
    expect(problem).toMatchObject({ code: 'roundtable.number_taken', values: { number: '4' } });
  });

  forumTest('when a correction gives two roundtables one number, or one that is none', async ({ forum }) => {
    const twice = performImport(forum, program, report, { roundtables: { '4.1': { number: '4.2' } } });
    await expect(twice).rejects.toMatchObject({ code: 'document.number_twice', values: { number: '4.2' } });
    const wrong = previewImport(forum, report, { roundtables: { '4.1': { number: 'four' } } });
    await expect(wrong).rejects.toMatchObject({ code: 'act.invalid_input' });
  });

  forumTest('when the text is longer than any document', async ({ forum }) => {
    const long = { name: 'long.txt', text: 'Kenya stressed wells. '.repeat(100_000) };
    await expect(previewImport(forum, long)).rejects.toMatchObject({ code: 'document.too_long' });
  });

  forumTest('to whoever holds no office in the edition', async ({ forum }) => {
    const { id: edition } = await perform(forum, program, openEdition, {
      slug: 'lake',
      name: 'Lake',
      shortName: 'Lake',
    });
    const someone = await perform(forum, program, admitPerson, { edition, name: 'Ana' });
    const visitor = await viewerOf(forum.db, someone.id);
    const document = { ...report, edition: 'lake' };
    await expect(performImport(forum, visitor, document)).rejects.toMatchObject({ code: 'act.not_yours' });
    await perform(forum, program, assignRole, { edition, kind: 'support_unit', person: someone.id });
    const office = await viewerOf(forum.db, someone.id);
    expect((await performImport(forum, office, document)).counts.statements).toBe(10);
  });
});

forumTest('a preview writes nothing', async ({ forum }) => {
  const before = await everything(forum);
  const { plan, destination } = await previewImport(forum, report, { editionName: 'Other' });
  expect(plan.edition.name).toBe('Other');
  expect(destination).toEqual({ name: 'Other', isNew: true });
  expect(await everything(forum)).toEqual(before);
});

describe('what a document brings in all at once', () => {
  forumTest('is refused when it stands already, is not there, or is not theirs to enter', async ({ forum }) => {
    const { edition, roundtables } = await performImport(forum, program, report);
    const roundtable = roundtables[0]!.id;
    const kenya = { slug: 'kenya-2', shortName: 'Kenya', kind: 'state' as const };
    const register = perform(forum, program, registerDelegations, { edition: edition.id, delegations: [kenya] });
    await expect(register).rejects.toMatchObject({ code: 'delegation.registered_already' });

    const said = { kind: 'intervention' as const, body: 'Short words.', speakers: [{ name: 'Ana' }] };
    const { statements } = await perform(forum, program, enterStatements, { roundtable, statements: [said] });
    const point = { sentenceStart: 0, sentenceEnd: 5, messageStart: 0, act: 'stated' as const, foundBy: 'engine' };
    const outside = { statement: statements[0]!, points: [{ ...point, messageEnd: 99 }] };
    const points = perform(forum, program, enterPointsTogether, { roundtable, statements: [outside] });
    await expect(points).rejects.toMatchObject({ code: 'point.outside_statement' });

    const nobody = await viewerOf(forum.db, null);
    const theirs = perform(forum, nobody, enterStatements, { roundtable, statements: [said] });
    await expect(theirs).rejects.toMatchObject({ code: 'act.not_yours' });
  });
});

/** How many rows stand in the tables an import writes. */
async function everything(forum: Forum): Promise<number[]> {
  const tables = [
    'edition',
    'roundtable',
    'delegation',
    'statement',
    'point',
    'report',
    'imported_text',
    'record_line',
  ] as const;
  const counts: number[] = [];
  for (const table of tables) {
    const row = await forum.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow();
    counts.push(Number(row.all));
  }
  return counts;
}
