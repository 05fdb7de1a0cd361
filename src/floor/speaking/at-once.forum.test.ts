import { expect } from 'vitest';
import { perform } from '#record/act.ts';
import { committingTest } from '#test/forum.ts';
import { smallFloor } from '#test/small-floor.ts';
import { giveFloor } from './acts.ts';

committingTest(
  'of those who give the floor at the very same moment one wins, and the others are told who has it',
  async ({ forum }) => {
    const { coChair, chair, delegations, ask, roundtable } = await smallFloor(forum);
    let instead: string | null = null;
    for (const round of ['first', 'second', 'third']) {
      const slots = [await ask(delegations.kenya), await ask(delegations.zambia), await ask(delegations.ghana)];
      const given = await Promise.allSettled(
        slots.map((slot, i) => perform(forum, i % 2 ? chair : coChair, giveFloor, { slot, instead })),
      );
      const won: string[] = slots.filter((_, i) => given[i]!.status === 'fulfilled');
      expect(won, round).toHaveLength(1);
      const told = given.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(told).toMatchObject([{ code: 'floor.given_meanwhile' }, { code: 'floor.given_meanwhile' }]);
      const speaking = await forum.db.selectFrom('speaker_slot').select('id').where('roundtable_id', '=', roundtable).where('state', '=', 'speaking').execute(); // prettier-ignore
      expect(speaking).toEqual([{ id: won[0] }]);
      instead = won[0]!;
      for (const slot of slots.filter((one) => one !== instead))
        await forum.db.updateTable('speaker_slot').set({ state: 'absent', position: null }).where('id', '=', slot).execute(); // prettier-ignore
    }
  },
);
