import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, vi } from 'vitest';
import { askForContact } from '#followup/contacts/acts.ts';
import { offerPractice, publishPractice, spotPractice } from '#followup/acts.ts';
import { assignRole, registerDelegation } from '#people/acts.ts';
import { askCredential, refuseCredential, requireRelease, verifyCredential } from '#people/credentials/acts.ts';
import { perform } from '#record/act.ts';
import { isSigned } from '#record/signed.ts';
import { program, visitor } from '#record/viewer.ts';
import { enterReport, moveReport } from '#report/acts.ts';
import { askErasure, declineErasure } from '#statements/erasure/acts.ts';
import { confirmEmail } from '#statements/guests/acts.ts';
import { reviseStatement } from '#statements/acts.ts';
import { releaseStatement, sendBackStatement } from '#statements/release/acts.ts';
import { answerAppeal, giveRuling, makeAppeal, markAbuse } from '#statements/rulings/acts.ts';
import { forumTest } from '#test/forum.ts';
import { admit, body, grace, letters, people, wanjiru } from '#test/written-to.ts';

describe('who comments', () => {
  forumTest('with an account gets the receipt, once, with all that proves the words', async ({ forum: bare }) => {
    const { forum, react, comment, delegate } = await people(bare);
    const id = await comment(delegate);
    await react();
    const { sent, rows, text } = await letters(forum);
    expect(sent).toEqual([`mail.receipt → ${wanjiru}`]);
    expect(rows[0]).toMatchObject({ statement_id: id, person_id: delegate.personId });
    const { code } = await forum.db.selectFrom('receipt').select('code').executeTakeFirstOrThrow();
    expect(text('mail.receipt')).toContain(`http://localhost:3000/receipts/${code}`);
    const [, salt, commitment] = /Salt: (\w+)\nCommitment: (\w+)/.exec(text('mail.receipt'))!;
    const proof = createHash('sha256').update(Buffer.from(salt!, 'hex')).update(body).digest('hex');
    expect(proof).toBe(commitment);
  });

  forumTest('as a guest is asked first whether the address is theirs', async ({ forum: bare }) => {
    const { forum, react, comment } = await people(bare);
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    const id = await comment(visitor, { name: 'Ada Kimani', email: 'Ada@Example.org' });
    await react();
    expect((await letters(forum)).sent).toEqual([]);
    const [, signature] = new RegExp(`/confirm/${id}\\?s=(\\S+)`).exec(String(log.mock.calls[0]![0]))!;
    expect(isSigned(forum.secret, 'confirm', id, signature!)).toBe(true);
    await perform(forum, program, confirmEmail, { statement: id });
    await react();
    expect((await letters(forum)).sent).toEqual(['mail.receipt → ada@example.org']);
  });

  forumTest('is not buried in questions that somebody else has typed their address for', async ({ forum: bare }) => {
    const mail = { ...bare.mail, smtpUrl: 'smtp://127.0.0.1:1' };
    const { forum, react, comment } = await people({ ...bare, mail });
    for (let n = 0; n < 12; n++)
      await comment(visitor, { name: 'Ada Kimani', email: 'ada@example.org', body: `No. ${n}` });
    await react();
    expect((await letters(forum)).sent).toEqual(Array(10).fill('mail.confirm → ada@example.org'));
  });

  forumTest('is told of an answer, in its words, and not of their own', async ({ forum: bare }) => {
    const { forum, react, comment, delegate, edition } = await people(bare);
    const { viewer: amina, email } = await admit(forum, edition, 'Amina Yusuf', null);
    const first = await comment(delegate);
    const answer = await comment(amina, { repliesTo: first, body: 'And shelter?' });
    await comment(delegate, { repliesTo: first, body: 'I add to it.' });
    await react();
    // Hers is held: she speaks for nobody, and her address has not been confirmed.
    expect((await letters(forum)).sent.filter((one) => one.startsWith('mail.answered'))).toEqual([]);
    await forum.db.updateTable('login').set({ email_verified: true }).where('email', '=', email).execute();
    await comment(amina, { repliesTo: first, body: 'And shelter, at night?' });
    await react();
    const { rows, sent, text } = await letters(forum);
    expect(sent.filter((one) => one.startsWith('mail.answered'))).toEqual([`mail.answered → ${wanjiru}`]);
    expect(text('mail.answered')).toMatch(
      /^Amina Yusuf has answered your statement No\. 1[^]*And shelter, at night\?[^]*until Wed 10 June 2026, 15:00 UTC/,
    );
    expect(rows.find((row) => row.code === 'mail.answered')).toMatchObject({ answerable: true });
    expect(rows.find((row) => row.code === 'mail.answered')!.statement_id).not.toBe(answer);
  });
});

describe('who is ruled on', () => {
  const against = { decision: 'not_relevant', reason: 'A', words: 'It answers nothing.' } as const;

  forumTest(
    'is told why and how to appeal; the Chair’s office of the appeal; the author of its answer',
    async ({ forum: bare }) => {
      const { forum, react, comment, delegate, chair } = await people(bare);
      const statement = await comment(delegate);
      await perform(forum, chair, giveRuling, { statement, ...against });
      await react();
      const ruled = await letters(forum);
      expect(ruled.sent).toEqual([`mail.receipt → ${wanjiru}`, `mail.ruled_out → ${wanjiru}`]);
      expect(ruled.text('mail.ruled_out')).toMatch(
        /Reason A: Another subject[^]*“It answers nothing\.”[^]*appeal[^]*\/receipts\//,
      );

      const { id: appeal } = await perform(forum, delegate, makeAppeal, { statement, words: 'It answers question 1.' });
      await react();
      expect((await letters(forum)).text('mail.appeal_made')).toContain('“It answers question 1.”');
      await perform(forum, program, answerAppeal, { appeal, outcome: 'replaced', answer: 'It does.', ruling: { decision: 'relevant' } }); // prettier-ignore
      await react();
      const answered = await letters(forum);
      expect(answered.sent).toEqual([
        `mail.appeal_answered → ${wanjiru}`,
        `mail.appeal_made → ${grace}`,
        `mail.receipt → ${wanjiru}`,
        `mail.ruled_out → ${wanjiru}`,
      ]);
      expect(answered.text('mail.appeal_answered')).toMatch(/the comment is relevant[^]*“It does\.”/);
    },
  );

  forumTest('for spam gets no letter', async ({ forum: bare }) => {
    const { forum, react, comment, delegate } = await people(bare);
    const statement = await comment(delegate);
    await perform(forum, program, markAbuse, { statement, reason: 'spam', words: 'An advertisement.' });
    await react();
    expect((await letters(forum)).sent).toEqual([`mail.receipt → ${wanjiru}`]);
  });
});

forumTest('a focal point is told what waits for them, and the author when it is released', async ({ forum: bare }) => {
  const { forum, react, comment, delegate, edition, kenya } = await people(bare);
  const { viewer: focal, email } = await admit(forum, edition, 'Moses Otieno', kenya, 'focal_point');
  await perform(forum, focal, requireRelease, { edition, delegation: kenya, required: true });
  const statement = await comment(delegate);
  await react();
  expect((await letters(forum)).sent).toEqual([`mail.receipt → ${wanjiru}`, `mail.release_asked → ${email}`]);
  expect((await letters(forum)).text('mail.receipt')).toContain('through its focal point');
  const words = 'Leave out the year.';
  await perform(forum, focal, sendBackStatement, { statement, revision: 1, words });
  await react();
  const sentBack = await letters(forum);
  expect(sentBack.sent).toContain(`mail.sent_back → ${wanjiru}`);
  expect(sentBack.text('mail.sent_back')).toContain(words);
  await perform(forum, delegate, reviseStatement, { statement, basedOn: 1, body: 'We open at six.' });
  await react();
  expect((await letters(forum)).sent.filter((one) => one === `mail.release_asked → ${email}`)).toHaveLength(2);
  await perform(forum, focal, releaseStatement, { statement, revision: 2 });
  await react();
  expect((await letters(forum)).sent).toContain(`mail.released → ${wanjiru}`);
});

forumTest(
  'a credential: whoever examines is told who asks; whoever asked, what was decided',
  async ({ forum: bare }) => {
    const { forum, react, edition, kenya, chair } = await people(bare);
    const { viewer: amina, email } = await admit(forum, edition, 'Amina Yusuf');
    const { id: peru } = await perform(forum, program, registerDelegation, {
      slug: 'peru',
      shortName: 'Peru',
      kind: 'state',
    });
    const ask = (delegation: string) =>
      perform(forum, amina, askCredential, {
        edition,
        delegation,
        function: 'First secretary',
        words: 'See my badge.',
      });
    const { email: focal } = await admit(forum, edition, 'Moses Otieno', kenya, 'focal_point');
    const first = await ask(kenya);
    const second = await ask(peru);
    await react();
    // Peru has no focal point, and this forum no support unit that could be written to.
    expect((await letters(forum)).sent).toEqual([`mail.credential_asked → ${focal}`]);
    expect((await letters(forum)).text('mail.credential_asked')).toContain('“See my badge.”');
    await perform(forum, chair, verifyCredential, { credential: first.id, how: 'by letter of the mission' });
    await perform(forum, chair, refuseCredential, { credential: second.id, reason: 'The mission does not know you.' });
    await react();
    const { sent, text } = await letters(forum);
    expect(sent.slice(1)).toEqual([`mail.credential_refused → ${email}`, `mail.credential_verified → ${email}`]);
    expect(text('mail.credential_verified')).toContain('by letter of the mission');
    expect(text('mail.credential_refused')).toContain('“The mission does not know you.”');
  },
);

forumTest(
  'whose words a report rests on is told once it is circulated, and once it is final',
  async ({ forum: bare }) => {
    const { forum, react, comment, delegate, roundtable } = await people(bare);
    const first = await comment(delegate);
    const second = await comment(delegate, { body: 'Papers can wait.' });
    const cite = (statement: string, quotation: string) => ({ kind: 'passage' as const, statement, quotation });
    const { id: report } = await perform(forum, program, enterReport, {
      roundtable,
      kind: 'record',
      title: 'Record of RT 2.1',
      source: 'draft',
      paragraphs: [
        {
          section: 'discussion',
          sentences: [
            { text: 'Reception was put first.', cites: [cite(first, 'Reception first')] },
            { text: 'Papers were put last.', cites: [cite(second, 'Papers can wait')] },
          ],
        },
      ],
    });
    const move = async (to: 'co_chair_review' | 'correction_window' | 'final') => {
      await perform(forum, program, moveReport, { report, to, ...(to === 'correction_window' ? { correctionsCloseAt: new Date('2026-06-20T15:00:00Z') } : {}) }); // prettier-ignore
      await react();
      return (await letters(forum)).sent.filter((one) => one.startsWith('mail.cited'));
    };
    expect(await move('co_chair_review')).toEqual([]);
    expect(await move('correction_window')).toEqual([`mail.cited_circulated → ${wanjiru}`]);
    const text = (await letters(forum)).text('mail.cited_circulated');
    expect(text).toContain('2 of its sentences rest');
    expect(text).toContain(
      'No. 1 in RT 2.1 → paragraph 1a:\n“Reception was put first.”\nhttp://localhost:3000/lake/rt/2.1/report#p1a',
    );
    expect(text).toContain('No. 2 in RT 2.1 → paragraph 1b');
    expect(text).toContain('until Sat 20 June 2026, 15:00 UTC');
    // Sent back and circulated again with the same sentences, it is no news.
    await move('co_chair_review');
    expect(await move('correction_window')).toHaveLength(1);
    expect(await move('final')).toEqual([`mail.cited_circulated → ${wanjiru}`, `mail.cited_final → ${wanjiru}`]);
  },
);

forumTest(
  'whoever holds a practice is asked for consent, told of its publication, and put in touch',
  async ({ forum: bare }) => {
    const { forum, react, comment, delegate, edition, chair } = await people(bare);
    const entry = { title: 'The night desk', summary: 'A desk open until midnight.', countries: ['kenya'] };
    const statement = await comment(delegate);
    await perform(forum, chair, spotPractice, {
      ...entry,
      title: 'Reception first',
      statement,
      quotation: 'Reception first',
    });
    const { id: practice } = await perform(forum, delegate, offerPractice, { edition, ...entry, contactEmail: 'Desk@example.org' }); // prettier-ignore
    await perform(forum, chair, publishPractice, { practice });
    const { viewer: amina, email } = await admit(forum, edition, 'Amina Yusuf');
    await perform(forum, amina, askForContact, { practice, kind: 'does_too', words: 'In Entebbe as well.' });
    await react();
    const { sent, text } = await letters(forum);
    expect(sent).toEqual([
      'mail.contact_asked → desk@example.org',
      'mail.practice_published → desk@example.org',
      `mail.practice_spotted → ${wanjiru}`,
      `mail.receipt → ${wanjiru}`,
    ]);
    expect(text('mail.contact_asked')).toMatch(
      new RegExp(`^Amina Yusuf has read[^]*We do this too[^]*In Entebbe as well[^]*${email}`),
    );
  },
);

forumTest('whoever asks for erasure reaches the support unit, and is told why not', async ({ forum: bare }) => {
  const { forum, react, edition } = await people(bare);
  const { viewer: jonas, email } = await admit(forum, edition, 'Jonas Keller');
  await perform(forum, program, assignRole, { edition, kind: 'support_unit', person: jonas.personId });
  const { id: request } = await perform(forum, visitor, askErasure, { edition, email: 'ada@example.org' });
  await react();
  expect((await letters(forum)).sent).toEqual([`mail.erasure_asked → ${email}`]);
  await perform(forum, program, declineErasure, { edition, request, answer: 'Nothing of yours is here.' });
  await react();
  const { sent, text } = await letters(forum);
  expect(sent).toEqual([`mail.erasure_asked → ${email}`, 'mail.erasure_declined → ada@example.org']);
  expect(text('mail.erasure_declined')).toContain('“Nothing of yours is here.”');
});
