import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { registerDelegations } from '#importing/entering/acts.ts';
import { committingTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { perform } from './act.ts';
import { program } from './viewer.ts';
import { keepStatistics } from './statistics.ts';

committingTest('when many rows have come in, the embedded database counts them, and no sooner', async ({ forum }) => {
  const { edition } = await smallForum(forum);
  const stop = keepStatistics(forum, 0);
  const counted = async () =>
    (await sql<{ rows: number }>`select reltuples::integer as rows from pg_class where relname = 'delegation'`.execute(forum.db)).rows[0]!.rows; // prettier-ignore
  const register = (from: number, count: number) =>
    perform(forum, program, registerDelegations, {
      edition,
      delegations: Array.from({ length: count }, (_, i) => ({ slug: `d-${from + i}`, shortName: `Delegation ${from + i}`, kind: 'state' as const })), // prettier-ignore
    });
  await register(0, 10);
  const before = await counted();
  await register(10, 1200);
  await vi.waitFor(async () => expect(await counted()).toBe(1211), { timeout: 10_000 });
  expect(before).not.toBe(11);
  await stop();
});
