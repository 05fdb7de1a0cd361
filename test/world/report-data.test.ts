import { describe, expect, test } from 'vitest';
import { lakeForum } from './lake-forum.ts';
import { quantifiersThatFit } from './quantifier-scale.ts';
import { quoted, repeated, tookTheFloor } from './readings.ts';

const { issues, reports, roundtables, statements } = lakeForum;
const byKey = new Map(statements.map((statement) => [statement.key, statement]));

describe.each(reports.map((report) => [report.roundtable, report] as const))('the report of %s', (number, report) => {
  const here = statements.filter((statement) => statement.roundtable === number);
  const sentences = report.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const cites = sentences.flatMap((sentence) => sentence.cites);
  const cited = new Set(cites.flatMap((cite) => ('statement' in cite ? [cite.statement] : [])));

  test('rests every sentence on something, and every quotation on exact words', () => {
    for (const sentence of sentences) expect(sentence.cites.length, sentence.text).toBeGreaterThan(0);
    for (const cite of cites) {
      if (!('statement' in cite)) continue;
      const parts = byKey.get(cite.statement)!.body.split(cite.quote);
      expect(parts, `${cite.statement}: “${cite.quote}” is there exactly once`).toHaveLength(2);
    }
    for (const sentence of sentences) {
      const bodies = sentence.cites.map((cite) => ('statement' in cite ? byKey.get(cite.statement)!.body : ''));
      for (const words of quoted(sentence.text)) expect(bodies.join('\n'), sentence.text).toContain(words);
    }
  });

  test('cites nothing held, withdrawn, off the record or of another roundtable', () => {
    for (const key of cited) {
      const statement = byKey.get(key)!;
      expect(statement.roundtable).toBe(number);
      expect([statement.identity === 'unidentified', !!statement.withdrawn, statement.onRecord === false], key).toEqual(
        [false, false, false],
      );
    }
  });

  test('accounts for every statement exactly once', () => {
    const decided = report.dispositions.map((disposition) => disposition.statement);
    expect(repeated(decided)).toEqual([]);
    for (const one of here) {
      const byItself = one.identity === 'unidentified' || one.withdrawn || one.onRecord === false;
      const ways = [byItself, cited.has(one.key), decided.includes(one.key)].filter(Boolean);
      expect(ways, one.key).toHaveLength(1);
    }
    for (const one of report.dispositions) {
      expect(one.kind === 'merged', one.statement).toBe(one.with !== undefined);
      if (one.with) expect(cited, one.statement).toContain(one.with);
      const ruled = byKey.get(one.statement)!.ruling?.decision === 'not_relevant';
      expect(one.kind === 'not_retained', one.statement).toBe(ruled);
      expect(one.reason, one.statement).toBeTruthy();
    }
  });

  test('counts on the published scale, over those who took the floor', () => {
    const floor = tookTheFloor(here);
    for (const sentence of sentences) {
      for (const cite of sentence.cites) {
        if (!('count' in cite)) continue;
        const { issue, of, opposed = [], quantifier } = cite.count;
        const points = issues.find((one) => one.roundtable === number && one.title === issue)!.points;
        const raised = tookTheFloor(points.map((key) => byKey.get(key)!));
        expect(new Set([...of, ...opposed]), issue).toEqual(raised);
        expect(repeated([...of, ...opposed]), issue).toEqual([]);
        for (const slug of raised) expect(floor, issue).toContain(slug);
        expect(quantifiersThatFit(of.length, floor.size), issue).toEqual([quantifier]);
        expect(sentence.text.toLowerCase()).toContain(quantifier);
      }
    }
  });

  test('names every delegation that took the floor, in a sentence or in the ledger', () => {
    const accounted = [...cited, ...report.dispositions.map((one) => one.statement)].map((key) => byKey.get(key)!);
    const named = tookTheFloor(accounted);
    for (const slug of tookTheFloor(here)) expect(named).toContain(slug);
  });

  test('answers the questions in order, and only real ones', () => {
    const questions = roundtables.find((one) => one.number === number)!.questions.map((question) => question.number);
    const asked = report.paragraphs.flatMap((paragraph) => paragraph.question ?? []);
    expect(asked).toEqual(asked.toSorted());
    expect(new Set(asked)).toEqual(new Set(questions));
    for (const cite of cites) if ('question' in cite) expect(questions).toContain(cite.question);
  });
});

test('the ledger of 2.1 shows every kind of line', () => {
  const kindsOfLine = new Set(reports[0]!.dispositions.map((one) => one.kind));
  expect(kindsOfLine).toEqual(new Set(['merged', 'noted', 'omitted', 'not_retained']));
  const here = statements.filter((statement) => statement.roundtable === '2.1');
  expect(here.filter((one) => one.identity === 'unidentified')).toHaveLength(1);
  expect(here.filter((one) => one.withdrawn)).toHaveLength(1);
  expect(here.filter((one) => one.onRecord === false)).toHaveLength(1);
  expect(tookTheFloor(here).size).toBe(31);
});
