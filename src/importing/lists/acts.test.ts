import { describe, expect } from 'vitest';
import { delegationCalled, delegates } from '#people/queries.ts';
import { registerDelegation } from '#people/acts.ts';
import { perform } from '#record/act.ts';
import { program, visitor } from '#record/viewer.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { importList } from './acts.ts';
import { previewList } from './queries.ts';

const list = 'short_name,formal_name,kind,code,other_names,groups\nKenya,Republic of Kenya,,,Kenia,EAC\nEAC,East African Community,group,,,\nPeru,,state,PER,,\nNowhere,,planet,,,\n'; // prettier-ignore

describe('importList', () => {
  forumTest('enters what is new and, where asked, what differs; a look at it writes nothing', async ({ forum }) => {
    const { edition, chair } = await smallForum(forum);
    const { fates, fingerprint } = await previewList(forum.db, edition, 'delegations', list);
    expect(fates.map(({ fate }) => fate)).toEqual(['differs', 'new', 'new', 'refused']);
    expect(await delegationCalled(forum.db, 'peru')).toBeUndefined();
    const input = { edition, kind: 'delegations', text: list, fingerprint, correct: true } as const;
    expect(await perform(forum, chair, importList, input)).toEqual({ entered: 2, corrected: 1 });
    expect(await delegationCalled(forum.db, 'kenya')).toMatchObject({ formal_name: 'Republic of Kenya', version: 2, aliases: [{ alias: 'Kenia' }], groups: [{ slug: 'eac' }] }); // prettier-ignore
    const again = await previewList(forum.db, edition, 'delegations', list);
    expect(again.fates.map(({ fate }) => fate)).toEqual(['same', 'same', 'same', 'refused']);
    const line = await forum.db.selectFrom('record_line').select(['kind', 'subject_id', 'audience']).orderBy('sequence', 'desc').executeTakeFirst(); // prettier-ignore
    expect(line).toEqual({ kind: 'register.imported', subject_id: edition, audience: 'desk' });
  });

  forumTest('enters persons with their delegation, verified by the list', async ({ forum }) => {
    const { edition, kenya, chair } = await smallForum(forum);
    const text = 'name;function;delegation;capacity\nMoses Otieno;consul;KEN;focal_point\nWanjiru Kamau;director;Kenya;head\nAna Ruiz;observer;;'; // prettier-ignore
    const input = { edition, kind: 'persons', text, name: 'delegates.csv', correct: true } as const;
    expect(await perform(forum, chair, importList, input)).toEqual({ entered: 2, corrected: 1 });
    expect(await delegates(forum.db, edition, kenya)).toMatchObject([
      { name: 'Wanjiru Kamau', capacity: 'head', function: 'director' },
      { name: 'Moses Otieno', capacity: 'focal_point', verified_how: 'delegates.csv' },
    ]);
  });

  forumTest(
    'is refused when the register has changed since, when it would change nothing, and to others',
    async ({ forum }) => {
      const { edition, chair, delegate } = await smallForum(forum);
      const { fingerprint } = await previewList(forum.db, edition, 'delegations', list);
      const enter = (change: object, who = chair) =>
        perform(forum, who, importList, { edition, kind: 'delegations', text: list, fingerprint, ...change });
      for (const who of [delegate, visitor])
        await expect(enter({}, who)).rejects.toMatchObject({ code: 'act.not_yours' });
      await perform(forum, program, registerDelegation, { slug: 'peru', shortName: 'Peru', kind: 'state' });
      await expect(enter({})).rejects.toMatchObject({ code: 'list.changed_meanwhile' });
      const same = 'short_name,kind\nPeru,state';
      await expect(enter({ text: same, fingerprint: '' })).rejects.toMatchObject({ code: 'list.nothing_to_enter' });
      await expect(enter({ text: 'kind\nstate' })).rejects.toMatchObject({ code: 'list.column_missing' });
      await expect(enter({ text: 'x'.repeat(5 * 1024 * 1024 + 1) })).rejects.toMatchObject({ fields: { text: 'list.too_big' } }); // prettier-ignore
    },
  );
});
