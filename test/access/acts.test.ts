// Who may do what: every act, tried by everyone there is, past the pages and through the API.
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { acts } from '#acts.ts';
import { acting } from '#api/answer.ts';
import { offeredActs } from '#api/offered-acts.ts';
import { makeToken } from '#api/tokens/acts.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { InvalidInput, NotFound, Refusal } from '#record/refusals.ts';
import { forumTest } from '#test/forum.ts';
import { denials } from './denials.ts';
import { everyone, rolesForum, type Who } from './roles-forum.ts';
import { table } from './table.ts';

describe('every act, tried by everyone', () => {
  forumTest('is theirs to do as the table says', { timeout: 300_000 }, async ({ forum }) => {
    const { viewers, ids } = await rolesForum(forum);
    const rows = table(ids);
    expect(Object.keys(rows).sort(), 'an act without a row').toEqual(acts.map(({ name }) => name).sort());
    for (const act of acts) {
      const [expected, input] = rows[act.name]!;
      const may: Who[] = [];
      for (const who of everyone)
        if (await passes(forum, () => perform(forum, viewers[who], act as never, input as never))) may.push(who);
      expect({ [act.name]: may }).toEqual({ [act.name]: expected });
    }
  });

  forumTest(
    'is so through the API, where what it does not offer is not there',
    { timeout: 300_000 },
    async ({ forum }) => {
      const { viewers, ids } = await rolesForum(forum);
      const withToken = everyone.filter((who) => who !== 'visitor');
      const tokens = new Map<Who, string>();
      for (const who of withToken)
        tokens.set(who, (await perform(forum, viewers[who], makeToken, { name: 'test', scope: 'write' })).token);
      const offered = new Set(offeredActs.map(({ name }) => name));
      for (const [name, [who, input]] of Object.entries(table(ids))) {
        const statuses = new Map<Who, number>();
        for (const one of offered.has(name) ? everyone : (['visitor', 'Chair’s office'] as const))
          await passes(forum, async () => {
            const { status, code } = await send(forum, name, input, tokens.get(one));
            statuses.set(one, denials.has(code) ? 403 : status);
          });
        const may = withToken.filter((one) => ![400, 401, 403, 404].includes(statuses.get(one) ?? 404));
        const expected = offered.has(name) ? who.filter((one) => one !== 'visitor') : [];
        expect({ [name]: may, visitor: statuses.get('visitor') }).toEqual({ [name]: expected, visitor: 401 });
      }
    },
  );
});

/** Whether somebody gets as far as doing it; whatever they did is undone. */
async function passes(forum: Forum, work: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint attempt`.execute(forum.db);
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    if (error instanceof NotFound) return false;
    if (error instanceof Refusal) return !denials.has(error.code);
    throw error;
  } finally {
    await sql`rollback to savepoint attempt; release savepoint attempt`.execute(forum.db);
  }
}

let calls = 0;

async function send(
  forum: Forum,
  name: string,
  input: unknown,
  token?: string,
): Promise<{ status: number; code: string }> {
  const url = new URL(`http://localhost:3000/api/v1/acts/${name}`);
  const request = new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(input),
  });
  // A minute apart, so that no limit stands in the way.
  const later = { ...forum, now: () => new Date(forum.now().getTime() + calls++ * 1000) };
  const response = await acting({ forum: later, path: `/acts/${name}`, request, url, address: `10.0.0.${calls}`, isFromHere: true, language: 'en' }, name); // prettier-ignore
  const { code = '' } = (await response.json()) as { code?: string };
  return { status: response.status, code };
}
