import { describe, expect, test } from 'vitest';
import { delegationKinds } from '#people/rules.ts';
import { lakeForum } from './lake-forum.ts';
import { everyText, repeated, whenInMinutes } from './readings.ts';
import type { Statement } from './types.ts';

const { clusters, delegations, issues, people, reasons, roundtables, statements } = lakeForum;
const byKey = new Map(statements.map((statement) => [statement.key, statement]));
const slugs = new Set(delegations.map((delegation) => delegation.slug));
const persons = new Map(people.map((person) => [person.key, person]));

describe('the register', () => {
  test('has one of every kind, about forty-five in all', () => {
    expect(new Set(delegations.map((delegation) => delegation.kind))).toEqual(new Set(delegationKinds));
    expect(delegations.length).toBeGreaterThanOrEqual(40);
    expect(delegations.length).toBeLessThanOrEqual(46);
  });

  test('names nobody twice', () => {
    expect(repeated(delegations.map((delegation) => delegation.slug))).toEqual([]);
    expect(repeated(delegations.flatMap((d) => [d.shortName, ...(d.aliases ?? [])]))).toEqual([]);
    expect(repeated(delegations.flatMap((delegation) => delegation.code ?? []))).toEqual([]);
    expect(repeated(people.map((person) => person.key))).toEqual([]);
    expect(repeated(people.flatMap((person) => person.login?.email ?? []))).toEqual([]);
  });

  test('gives every State a code and a region, and every group members of the register', () => {
    for (const state of delegations.filter((delegation) => delegation.kind === 'state')) {
      expect(state.code, state.slug).toMatch(/^[A-Z]{3}$/);
      expect(state.region, state.slug).toBeDefined();
    }
    for (const group of delegations.filter((delegation) => delegation.kind === 'group')) {
      expect(group.members?.length, group.slug).toBeGreaterThan(0);
      for (const member of group.members ?? []) expect(slugs, group.slug).toContain(member);
    }
  });

  test('lets one person of every role sign in, two delegates, a deputy, and someone who asks to speak', () => {
    const logins = people.flatMap((person) => (person.login ? [person.login] : []));
    const roles = ['chairs_office', 'support_unit', 'co_chair', 'rapporteur', 'general_rapporteur', 'note_taker'];
    expect(logins.flatMap((login) => login.role ?? []).toSorted()).toEqual(roles.toSorted());
    expect(logins.filter((login) => !login.role)).toHaveLength(4);
    for (const person of people.filter((one) => one.delegation)) expect(slugs, person.key).toContain(person.delegation);
    for (const person of people) expect(!person.delegation, person.key).toBe(!person.capacity);
  });
});

describe('the programme', () => {
  test('has roundtables whose people and places in time are known', () => {
    expect(clusters.flatMap((cluster) => cluster.children)).toEqual(roundtables.map((one) => one.number));
    for (const one of roundtables) {
      for (const slug of one.coChairs) expect(slugs, one.number).toContain(slug);
      for (const key of [one.rapporteur, ...one.noteTakers]) expect(persons.has(key), key).toBe(true);
      expect(one.questions.map((question) => question.number)).toEqual(one.questions.map((_, at) => at + 1));
      expect(whenInMinutes(one.starts)).toBeLessThan(whenInMinutes(one.ends));
      expect(whenInMinutes(one.commentsOpen)).toBeLessThan(whenInMinutes(one.commentsClose));
      expect(whenInMinutes(one.commentsClose)).toBeLessThan(whenInMinutes(one.starts));
    }
  });
});

describe('the statements', () => {
  test('are about ninety, uniquely keyed, numbered and dated in order', () => {
    expect(statements.length).toBeGreaterThanOrEqual(80);
    expect(statements.length).toBeLessThanOrEqual(100);
    for (const { number } of roundtables) {
      const here = statements.filter((statement) => statement.roundtable === number);
      expect(here.map((statement) => statement.key)).toEqual(here.map((_, at) => `${number}/s${at + 1}`));
      const moments = here.map((statement) => whenInMinutes(statement.at));
      expect(moments, number).toEqual(moments.toSorted((a, b) => a - b));
    }
  });

  test.each(statements.map((statement) => [statement.key, statement] as const))('%s stands on its own', (_, one) => {
    for (const speaker of one.speakers) expectKnown(speaker, one.key);
    expect(one.speakers.length === 0, 'only the unidentified have no speaker').toBe(one.identity === 'unidentified');
    for (const slug of [...(one.onBehalfOf ?? []), ...(one.supportedBy ?? []), ...(one.opposedBy ?? [])]) {
      expect(slugs).toContain(slug);
    }
    const roundtable = roundtables.find((candidate) => candidate.number === one.roundtable)!;
    for (const answer of one.answers ?? []) expect(roundtable.questions[answer - 1]).toBeDefined();
    if (one.repliesTo) expect(whenInMinutes(byKey.get(one.repliesTo)!.at)).toBeLessThan(whenInMinutes(one.at));
    expect(one.language === 'en', 'every other language is translated').toBe(!one.translation);
    expect(one.mode === 'written', 'what is spoken is also reported').toBe(!one.reported);
    expectTimesInOrder(one, roundtable.commentsOpen, roundtable.commentsClose);
  });

  test('are ruled upon with published reasons, and only a refusal has one', () => {
    for (const { key, ruling } of statements) {
      if (!ruling) continue;
      expect(!ruling.reason, key).toBe(ruling.decision === 'relevant');
      if (ruling.reason) expect(reasons.map((reason) => reason.code)).toContain(ruling.reason);
    }
    expect(statements.filter((statement) => statement.ruling?.decision === 'not_relevant')).toHaveLength(2);
  });

  test('of the open roundtable show every state a comment can be in', () => {
    const open = statements.filter((statement) => statement.roundtable === '3.1');
    expect(open.some((one) => one.identity === 'unidentified')).toBe(true);
    expect(open.some((one) => one.withdrawn)).toBe(true);
    expect(open.filter((one) => !one.ruling && !one.withdrawn && one.speakers.length > 0).length).toBeGreaterThan(2);
    expect(open.filter((one) => one.repliesTo).length).toBeGreaterThan(8);
    expect(new Set(open.map((one) => one.language))).toEqual(new Set(['en', 'es', 'fr', 'ar']));
    expect(new Set(open.flatMap((one) => one.answers ?? []))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  test('leave question 4 of roundtable 2.1 unanswered and every other answered', () => {
    for (const { number, questions } of roundtables) {
      const answered = new Set(statements.flatMap((one) => (one.roundtable === number ? (one.answers ?? []) : [])));
      const silent = questions.filter((question) => !answered.has(question.number)).map((question) => question.number);
      expect(silent, number).toEqual(number === '2.1' ? [4] : []);
    }
  });
});

describe('the issues', () => {
  test('point to statements of their own roundtable, said on the record', () => {
    for (const issue of issues) {
      expect(repeated(issue.points), issue.title).toEqual([]);
      for (const key of issue.points) {
        expect(byKey.get(key)?.roundtable, key).toBe(issue.roundtable);
        expect(byKey.get(key)?.onRecord, key).not.toBe(false);
      }
    }
  });
});

test('no text names a year or a calendar date', () => {
  for (const text of everyText(lakeForum)) {
    expect(text.replaceAll('2030 Agenda', '')).not.toMatch(/\b(1[89]|20)\d\d\b/);
    expect(text).not.toMatch(
      /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)\b/,
    );
  }
});

function expectKnown(speaker: Statement['speakers'][number], key: string) {
  if (speaker.delegation) expect(slugs, key).toContain(speaker.delegation);
  if (speaker.person) expect(persons.get(speaker.person)?.delegation, key).toBe(speaker.delegation);
  expect(speaker.delegation ?? speaker.name, key).toBeTruthy();
  const coChairs = roundtables.find((one) => key.startsWith(one.number))!.coChairs;
  if (speaker.capacity === 'co-chair') expect(coChairs).toContain(speaker.delegation);
}

function expectTimesInOrder(one: Statement, opens: Statement['at'], closes: Statement['at']) {
  expect(one.at[0], 'nothing has been said in the future').toBeLessThan(0);
  if (one.kind === 'comment') {
    expect(whenInMinutes(one.at)).toBeGreaterThan(whenInMinutes(opens));
    expect(whenInMinutes(one.at)).toBeLessThan(whenInMinutes(closes));
  }
  for (const revision of one.revisions ?? []) {
    expect(whenInMinutes(revision.at)).toBeLessThan(whenInMinutes(one.at));
    expect(revision.body).not.toBe(one.body);
  }
  for (const later of [one.ruling?.at, one.withdrawn]) {
    if (later) expect(whenInMinutes(later)).toBeGreaterThan(whenInMinutes(one.at));
  }
}
