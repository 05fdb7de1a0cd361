import { describe, expect } from 'vitest';
import { z } from 'zod';
import { registerDelegation } from '#people/acts.ts';
import { forumTest } from '#test/forum.ts';
import { act, perform, performAll } from './act.ts';
import { InvalidInput, Refusal } from './refusals.ts';
import { program, visitor } from './viewer.ts';

const kenya = { slug: 'kenya', shortName: 'Kenya', kind: 'state' } as const;

describe('perform', () => {
  forumTest('writes the rows and one line of the record together', async ({ forum }) => {
    const { id } = await perform(forum, program, registerDelegation, kenya);
    const lines = await forum.db.selectFrom('record_line').selectAll().execute();
    expect(lines).toMatchObject([
      { sequence: 1, kind: 'delegation.registered', act: 'delegation.register', subject_id: id },
    ]);
    expect(forum.live.sequence).toBe(1);
  });

  forumTest('commits, with a salt, to the rows written', async ({ forum }) => {
    await perform(forum, program, registerDelegation, kenya);
    const { payload } = await forum.db.selectFrom('record_payload').selectAll().executeTakeFirstOrThrow();
    expect(JSON.parse(payload)).toMatchObject([{ table: 'delegation', row: { slug: 'kenya', short_name: 'Kenya' } }]);
  });

  forumTest('leaves nothing behind when the act is refused', async ({ forum }) => {
    await perform(forum, program, registerDelegation, kenya);
    await expect(perform(forum, program, registerDelegation, kenya)).rejects.toThrow(Refusal);
    await expect(perform(forum, visitor, registerDelegation, { ...kenya, slug: 'x' })).rejects.toThrow('act.not_yours');
    expect(await forum.db.selectFrom('record_line').select('sequence').execute()).toHaveLength(1);
  });

  forumTest('names every field of the wrong form', async ({ forum }) => {
    const wrong = perform(forum, program, registerDelegation, { ...kenya, slug: 'Not A Slug', shortName: '' });
    await expect(wrong).rejects.toThrow(InvalidInput);
    await expect(wrong).rejects.toMatchObject({
      fields: { slug: 'people.slug_wrong', shortName: 'people.name_missing' },
    });
  });

  forumTest('takes back what a nested act wrote when the outer one goes on without it', async ({ forum }) => {
    const registerTwice = act({
      name: 'test.register_twice',
      does: 'Registers the same delegation twice and shrugs.',
      input: z.object({}),
      async run({ perform }) {
        await perform(registerDelegation, kenya);
        await perform(registerDelegation, kenya).catch(() => {});
      },
    });
    await perform(forum, program, registerTwice, {});
    expect(await forum.db.selectFrom('delegation').select('id').execute()).toHaveLength(1);
    expect(await forum.db.selectFrom('record_line').select('sequence').execute()).toHaveLength(1);
  });

  forumTest('is a bug when rows are written without a line', async ({ forum }) => {
    const silent = act({
      name: 'test.silent',
      does: 'Writes without a line.',
      input: z.object({}),
      run: ({ rows, newId }) => rows.insert('person', { id: newId(), name: 'Nobody' }),
    });
    await expect(perform(forum, program, silent, {})).rejects.toThrow('without a line in the record');
  });

  forumTest('performs no other act where it is shared', async ({ forum }) => {
    const shared = act({
      name: 'test.shared',
      does: 'Performs another act.',
      input: z.object({}),
      isShared: true,
      run: (context) => context.perform(registerDelegation, kenya),
    });
    await expect(perform(forum, program, shared, {})).rejects.toThrow('performs no other act');
  });

  forumTest('cannot change or remove a line afterwards', async ({ forum }) => {
    await perform(forum, program, registerDelegation, kenya);
    await expect(forum.db.deleteFrom('record_line').execute()).rejects.toThrow('cannot be changed or removed');
  });
});

describe('performAll', () => {
  const uganda = { slug: 'uganda', shortName: 'Uganda', kind: 'state' } as const;

  forumTest('gives each act its line, and tells of them once', async ({ forum }) => {
    const told: number[] = [];
    forum.live.onChange((sequence, lines) => told.push(sequence, lines.length));
    await performAll(forum, async (all) => {
      await perform(all, program, registerDelegation, kenya);
      expect(all.live.sequence).toBe(1);
      await perform(all, program, registerDelegation, uganda);
      expect(all.live.sequence).toBe(2);
    });
    const lines = await forum.db.selectFrom('record_line').select(['sequence', 'kind']).orderBy('sequence').execute();
    const kind = 'delegation.registered';
    expect(lines).toEqual([
      { sequence: 1, kind },
      { sequence: 2, kind },
    ]);
    expect(told).toEqual([2, 2]);
  });

  forumTest('leaves nothing of any act when one is refused', async ({ forum }) => {
    const twice = performAll(forum, async (all) => {
      await perform(all, program, registerDelegation, kenya);
      await perform(all, program, registerDelegation, kenya);
    });
    await expect(twice).rejects.toThrow(Refusal);
    expect(await forum.db.selectFrom('delegation').select('id').execute()).toEqual([]);
    expect(forum.live.sequence).toBe(0);
  });
});
