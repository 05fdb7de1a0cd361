import { z } from 'zod';
import { delegationsHeld } from '#followup/entry.ts';
import { contactRefusal, identifiedRefusal, isHolder, maySee } from '#followup/rules.ts';
import { act } from '#record/act.ts';
import { found, refuseIf } from '#record/refusals.ts';

export const askForContact = act({
  name: 'contact.ask',
  does: 'Asks to be put in touch over a practice: “we do this too”, or “we look for partners”. Its contact gets a letter.',
  input: z.object({
    practice: z.uuid(),
    kind: z.enum(['does_too', 'seeks_partners']),
    words: z.string().trim().max(2000, 'contact.words_too_long').default(''),
    /** Who asks, where the program enters what came in by other ways. */
    person: z.uuid().optional(),
  }),
  async run({ tx, actor, now, newId, rows, record }, { practice: id, kind, words, person }) {
    refuseIf(identifiedRefusal(actor));
    const row = await tx.selectFrom('practice').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    const practice = found(row && maySee(actor, row) ? row : null, 'practice');
    const personId = found(actor.program ? person : actor.personId, 'person');
    const asked = await tx
      .selectFrom('practice_contact')
      .select('id')
      .where('practice_id', '=', id)
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    const isOwn = !actor.program && isHolder(actor, practice);
    refuseIf(contactRefusal({ state: practice.state, isOwn }, { alreadyAsked: asked !== undefined }));
    const [delegation = null] = await delegationsHeld(tx, practice.edition_id, personId);
    const of = { practice_id: id, person_id: personId, delegation_id: delegation };
    const contact = newId();
    await rows.insert('practice_contact', { id: contact, ...of, kind, words, at: now });
    record('contact.asked', contact, { audience: 'author' });
    return { id: contact };
  },
});

export const withdrawContact = act({
  name: 'contact.withdraw',
  does: 'Takes back that one asked to be put in touch.',
  input: z.object({ contact: z.uuid() }),
  async run({ tx, actor, now, rows, record }, input) {
    const row = await tx.selectFrom('practice_contact').selectAll().where('id', '=', input.contact).executeTakeFirst();
    const contact = found(actor.program || (row && row.person_id === actor.personId) ? row : null, 'contact');
    refuseIf(contact.withdrawn_at ? 'contact.withdrawn_already' : null);
    await rows.update('practice_contact', { id: contact.id }, { withdrawn_at: now });
    record('contact.withdrawn', contact.id, { audience: 'author' });
  },
});
