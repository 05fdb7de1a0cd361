import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { Forum } from '#record/forum.ts';
import { forumTest } from '#test/forum.ts';
import { importCommand } from './import.ts';
import { refused } from './refused.ts';

const text = readFileSync(new URL('../importing/golden/report.txt', import.meta.url), 'utf8');

describe('rapporteur import', () => {
  forumTest('shows what was understood, asks, and imports on yes', async ({ forum }) => {
    const said = await importing(forum, [], 'y');
    expect(said.status).toBe(0);
    expect(said.asked).toContain('Import it?');
    expect(said.printed).toContain('It opens a new edition, “work and skills”');
    expect(said.printed).toContain('Imported into “work and skills” as RT 4: 10 statements, 11 points.');
    expect(said.printed).toContain('rapporteur draft 4.1 --edition work-and-skills');
    expect(await editions(forum)).toEqual(['work and skills']);
  });

  forumTest('writes nothing on any other answer, or where nobody is there to answer', async ({ forum }) => {
    expect(await importing(forum, [], 'n')).toMatchObject({ status: 2, errors: 'Cancelled. Nothing was written.' });
    expect(await importing(forum, [], '')).toMatchObject({ status: 2, errors: 'Cancelled. Nothing was written.' });
    const alone = await importing(forum, [], null);
    expect(alone).toMatchObject({ status: 2, errors: expect.stringContaining('add --yes') });
    expect(await editions(forum)).toEqual([]);
  });

  forumTest('does not ask with --yes, and says so the second time', async ({ forum }) => {
    const first = await importing(forum, ['--yes', '--edition', 'Autumn Meeting'], null);
    expect(first).toMatchObject({ status: 0, asked: '' });
    expect(await editions(forum)).toEqual(['Autumn Meeting']);
    const again = await importing(forum, ['--yes'], null);
    expect(again).toMatchObject({
      status: 2,
      errors: expect.stringMatching(/imported already.*as RT 4 of “Autumn Meeting”/),
    });
  });

  forumTest('explains itself when it is misused', async ({ forum }) => {
    expect(await importing(forum, ['--soon'], null)).toMatchObject({
      status: 2,
      errors: expect.stringContaining('FILE'),
    });
  });
});

async function importing(forum: Forum, words: string[], answer: string | null) {
  const said = { printed: '', errors: '', asked: '' };
  const terminal = {
    print: (line: string) => void (said.printed += `${line}\n`),
    error: (line: string) => void (said.errors += line),
    save: async () => expect.fail('nothing is written'),
    saveAll: () => Promise.reject(new Error('nothing is saved')),
    saveFolder: () => Promise.reject(new Error('nothing is saved')),
    ask: async (question: string) => ((said.asked += answer === null ? '' : question), answer),
  };
  const file = { name: 'work-and-skills.txt', text, warnings: [] };
  const call = { words: ['work-and-skills.txt', ...words], terminal, forum, file };
  return { status: await importCommand.run(call).catch((error) => refused(error, terminal)), ...said };
}

async function editions(forum: Forum): Promise<string[]> {
  return (await forum.db.selectFrom('edition').select('name').execute()).map(({ name }) => name);
}
