import { sql } from 'kysely';
import { expect } from 'vitest';
import { forumTest } from '#test/forum.ts';
import { costOfPage } from './page-cost.ts';

forumTest('queries are planned for pages in memory, on either database', async ({ forum }) => {
  const { rows } = await sql<{ random_page_cost: string }>`show random_page_cost`.execute(forum.db);
  expect(rows).toEqual([{ random_page_cost: String(costOfPage) }]);
});
