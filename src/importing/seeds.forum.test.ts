import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { pointsIn } from '#analysis/queries.ts';
import { programmeOf } from '#programme/queries.ts';
import { program } from '#record/viewer.ts';
import { ledgerOf, reportOf } from '#report/queries.ts';
import { statementsOf } from '#statements/queries.ts';
import { forumTest } from '#test/forum.ts';
import { checkOffsets } from './golden/promises.ts';
import { performImport, previewImport } from './importing.ts';

// Two real documents, which are not ours to keep here. `npm test` says how to get them when SEED_DIR is not set.
const folder = process.env.SEED_DIR;

describe('two real documents', () => {
  forumTest.skipIf(!folder)(
    'the report becomes RT 2 with 2.1 and 2.2, and nothing in it is lost',
    async ({ forum }) => {
      const document = seed('004');
      const { plan } = await previewImport(forum, document);
      checkOffsets(plan);
      const { edition, counts } = await performImport(forum, program, document);
      const programme = await programmeOf(forum.db, edition.id);
      expect(programme.map(({ number, coChairs }) => [number, ...coChairs.map(({ name }) => name)])).toEqual([
        ['2'],
        ['2.1', 'Greece', 'Morocco'],
        ['2.2', 'El Salvador', 'Sri Lanka'],
      ]);
      const statements = (await Promise.all(programme.map((one) => statementsOf(forum.db, program, one)))).flat();
      const heard = statements.flatMap(({ speakers }) => speakers.map((one) => one.person ?? one.delegation!.name));
      expect(named.filter((name) => !heard.includes(name))).toEqual([]);

      const points = await pointsIn(forum.db, statements.map(({ id }) => id)); // prettier-ignore
      expect(points.length).toBeGreaterThanOrEqual(60);
      for (const { statementId, messageStart, messageEnd, message } of points)
        expect(statements.find(({ id }) => id === statementId)!.body!.slice(messageStart, messageEnd)).toBe(message);

      const kept = await reportOf(forum.db, program, programme[0]!, 'general_rapporteur');
      const sentences = kept!.paragraphs.flatMap((paragraph) => paragraph.sentences);
      expect(sentences).toHaveLength(counts.sentences);
      expect(sentences.filter(({ citations }) => citations.length === 0)).toEqual([]);
      expect((await ledgerOf(forum.db, program, kept!))!.counts.open).toBe(0);
    },
  );

  forumTest.skipIf(!folder)('the forum page becomes a roundtable open for comment', async ({ forum }) => {
    const { edition } = await performImport(forum, program, seed('000'));
    expect(edition.name).toBe('GFMD');
    const [cluster, roundtable] = await programmeOf(forum.db, edition.id);
    expect(cluster!.number).toBe('3');
    expect(roundtable).toMatchObject({ number: '3.2', state: 'open_for_comment', parentId: cluster!.id });
    expect(roundtable!.questions).toHaveLength(4);
  });
});

/** Everyone the report names as speaking, by hand. */
const named = (
  'Morocco|Greece|Moldova|Francois Fouinat|Thibault Chareton|Philippines|Egypt|Australia|Guatemala|Bangladesh|Lesotho|' +
  'United States|Tunisia|Switzerland|Cyprus|Zambia|Brazil|Algeria|France|Bulgaria|India|Organisation of Islamic Cooperation|' +
  'Indonesia|Sri Lanka|El Salvador|Qatar|Committee on Migrant Workers|OHCHR|Colombia|Germany|Chile|Senegal|Argentina|' +
  'Zimbabwe|Finland|Sudan'
).split('|');

function seed(start: string) {
  const name = readdirSync(folder!).find((file) => file.startsWith(start))!;
  return { name, text: readFileSync(join(folder!, name), 'utf8') };
}
