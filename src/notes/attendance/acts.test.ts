import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { perform } from '#record/act.ts';
import { forumTest } from '#test/forum.ts';
import { atTheMeeting } from '#test/meeting.ts';
import { noteAttendance } from './acts.ts';

describe('noteAttendance', () => {
  forumTest('notes who was there, and takes it back', async ({ forum }) => {
    const { roundtable, ruth, delegate, kenya, guatemala } = await atTheMeeting(forum);
    const note = (delegations: string[], present = true, who = ruth) => perform(forum, who, noteAttendance, { roundtable, delegations, present }); // prettier-ignore
    await note([kenya, guatemala]);
    await note([guatemala], false);
    const rows = await forum.db.selectFrom('attendance').select(['delegation_id', 'present']).execute();
    expect(new Map(rows.map((row) => [row.delegation_id, row.present]))).toEqual(new Map([[kenya, true], [guatemala, false]])); // prettier-ignore
    await note([guatemala]);
    await expect(note([guatemala])).rejects.toMatchObject({ code: 'attendance.noted_already' });
    await expect(note([])).rejects.toMatchObject({ fields: { delegations: 'attendance.nobody' } });
    await expect(note([randomUUID()])).rejects.toMatchObject({ name: 'NotFound' });
    await expect(note([kenya], false, delegate)).rejects.toMatchObject({ code: 'act.not_yours' });
    const lines = await forum.db.selectFrom('record_line').select('audience').where('kind', '=', 'attendance.noted').execute(); // prettier-ignore
    expect(lines).toEqual([{ audience: 'desk' }, { audience: 'desk' }, { audience: 'desk' }]);
  });
});
