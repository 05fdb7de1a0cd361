import { describe, expect } from 'vitest';
import { answerAddress } from '#mail/inbound/answer-address.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program, type Viewer } from '#record/viewer.ts';
import { moveRoundtable } from '#programme/acts.ts';
import { submitComment, withdrawStatement } from '#statements/acts.ts';
import { forumTest } from '#test/forum.ts';
import { smallForum } from '#test/small-forum.ts';
import { POST } from './+server.ts';

const secret = 'a secret for the mail server';
const wanjiru = 'wanjiru@example.org';

/** A forum that takes answers, with a comment by Amina that Wanjiru of Kenya was written to about. */
async function answering(bare: Forum) {
  const forum = { ...bare, mail: { ...bare.mail, inbound: { address: 'reply@lakeforum.example', secret } } };
  const small = await smallForum(forum);
  await forum.db
    .insertInto('login')
    .values({ id: 'w', name: 'Wanjiru', email: wanjiru, person_id: small.delegate.personId })
    .execute();
  const { id: statement } = await perform(forum, program, submitComment, { roundtable: small.roundtable, body: 'Who pays?', name: 'Amina' }); // prettier-ignore
  const to = answerAddress(forum, statement, wanjiru);
  return { ...small, forum, statement, to };
}

const letter = (to: string, { headers = '', body = 'We do.', from = `Wanjiru Kamau <${wanjiru}>`, id = 'one' } = {}) =>
  `Message-ID: <${id}@example.org>\r\nFrom: ${from}\r\nTo: ${to}\r\nSubject: Re: No. 1\r\n${headers}\r\n${body}\r\n`;

async function bring(forum: Forum, body: BodyInit, headers: Record<string, string> = {}) {
  const request = new Request('http://localhost:3000/inbound-mail', {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822', ...headers },
  });
  const event = { request, locals: { forum, language: 'en' } };
  const response = await POST(event as unknown as Parameters<typeof POST>[0]);
  return { status: response.status, ...((await response.json()) as { outcome: string; sentence: string }) };
}

const comments = ({ db }: Forum) =>
  db
    .selectFrom('statement')
    .innerJoin('statement_revision', 'statement_revision.statement_id', 'statement.id')
    .select(['number', 'body', 'author_id', 'replies_to', 'state', 'statement.id'])
    .where('number', '>', 1)
    .orderBy('number')
    .execute();

const letters = ({ db }: Forum) =>
  db
    .selectFrom('mail')
    .innerJoin('mail_recipient', 'mail_recipient.id', 'recipient_id')
    .select(['code', 'body', 'address'])
    .execute();

describe('an answer by e-mail', () => {
  forumTest(
    'becomes a comment of whoever was written to, in reply, without what it quotes',
    async ({ forum: bare }) => {
      const { forum, delegate, statement, to } = await answering(bare);
      const body =
        'We do, from\r\nthe budget.\r\n\r\nOn 1 June 2026 Lake Forum wrote:\r\n> — Write your answer above this line —\r\n> Who pays?\r\n';
      expect(await bring(forum, letter(to, { body }))).toMatchObject({ status: 200, outcome: 'entered' });
      expect(await comments(forum)).toMatchObject([
        { body: 'We do, from\nthe budget.', author_id: delegate.personId, replies_to: statement, state: 'received' },
      ]);
    },
  );

  forumTest('brought twice is one comment', async ({ forum: bare }) => {
    const { forum, to } = await answering(bare);
    await bring(forum, letter(to));
    expect(await bring(forum, letter(to))).toMatchObject({ outcome: 'entered' });
    expect(await comments(forum)).toHaveLength(1);
    await bring(forum, letter(to, { id: 'two' }));
    expect(await comments(forum)).toHaveLength(2);
  });

  forumTest(
    'may come as JSON, with the address beside it, in capitals, and the secret as a password',
    async ({ forum: bare }) => {
      const { forum, to } = await answering(bare);
      const authorization = `Basic ${Buffer.from(`post:${secret}`).toString('base64')}`;
      const json = { 'content-type': 'application/json', authorization };
      const text = letter('somebody@example.org');
      await bring(forum, JSON.stringify({ raw: text, recipient: to.toUpperCase() }), json);
      const base64 = Buffer.from(letter(to, { id: 'two' })).toString('base64');
      await bring(forum, JSON.stringify({ RawEmail: base64 }), json);
      expect(await comments(forum)).toHaveLength(2);
    },
  );

  forumTest(
    'brings its attachments; one that is not what it says stays out, and its author is told',
    async ({ forum: bare }) => {
      const { forum, to } = await answering(bare);
      const withFile = (name: string, content: string, id: string) =>
        letter(to, {
          id,
          headers: 'Content-Type: multipart/mixed; boundary="b"\r\nMIME-Version: 1.0\r\n',
          body: `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee the table.\r\n--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n--b--`,
        });
      await bring(forum, withFile('costs.csv', 'city,beds\nKampala,40\nEntebbe,12\n', 'one'));
      expect(await forum.db.selectFrom('attachment').select('name').execute()).toEqual([{ name: 'costs.csv' }]);
      expect(await letters(forum)).toEqual([]);
      expect(await bring(forum, withFile('costs.pdf', 'no PDF at all', 'two'))).toMatchObject({ outcome: 'entered' });
      expect(await comments(forum)).toHaveLength(2);
      expect(await letters(forum)).toMatchObject([{ code: 'mail.reply_attachments', address: wanjiru, body: expect.stringContaining('costs.pdf') }]); // prettier-ignore
    },
  );

  forumTest(
    'too late, to what was withdrawn, or without words is answered by a letter that says why',
    async ({ forum: bare }) => {
      const { forum, roundtable, statement, to } = await answering(bare);
      expect(await bring(forum, letter(to, { body: '> Who pays?' }))).toMatchObject({
        status: 200,
        outcome: 'refused',
      });
      await perform(forum, program, withdrawStatement, { statement });
      await bring(forum, letter(to, { id: 'two' }));
      await perform(forum, program, moveRoundtable, { roundtable, to: 'comment_closed' });
      await bring(forum, letter(to, { id: 'three', body: 'We all pay.' }));
      await bring(forum, letter(to, { id: 'three', body: 'We all pay.' }));
      expect(await comments(forum)).toEqual([]);
      const told = await letters(forum);
      expect(told).toHaveLength(3);
      expect(told.map(({ address }) => address)).toEqual([wanjiru, wanjiru, wanjiru]);
      const bodies = told.map(({ body }) => body!).join('\n');
      for (const why of ['Write what you want to say', 'withdrawn', 'closed for comment', 'We all pay.'])
        expect(bodies).toContain(why);
    },
  );

  forumTest(
    'from another address is refused, and whoever was written to is told; a made-up address reaches nobody',
    async ({ forum: bare }) => {
      const { forum, to, statement } = await answering(bare);
      const { addressee } = await import('#mail/recipients.ts');
      const { id: recipient_id } = await addressee(forum, wanjiru);
      const at = forum.now();
      const row = {
        recipient_id,
        statement_id: statement,
        code: 'mail.answered',
        language: 'en',
        subject: 's',
        body: 'b',
      };
      await forum.db.insertInto('mail').values({ id: forum.newId(), ...row, answerable: true, created_at: at, next_at: at }).execute(); // prettier-ignore
      expect(await bring(forum, letter(to, { from: 'other@example.org' }))).toMatchObject({ outcome: 'refused' });
      const told = await letters(forum);
      expect(told).toHaveLength(2);
      expect(told.find(({ body }) => body !== 'b')).toMatchObject({ address: wanjiru, body: expect.stringContaining('came from other@example.org') }); // prettier-ignore
      const madeUp = to.replace(/.{4}@/, '0000@');
      expect(await bring(forum, letter(madeUp))).toMatchObject({ outcome: 'ignored' });
      expect(await letters(forum)).toHaveLength(2);
      expect(await comments(forum)).toEqual([]);
    },
  );

  forumTest.for([
    ['an absence notice', 'Auto-Submitted: auto-replied\r\n', undefined],
    ['a list', 'Precedence: bulk\r\n', undefined],
    ['a bounce', '', 'MAILER-DAEMON@example.org'],
    ['ourselves', '', 'letters@lakeforum.example'],
  ] as const)('from %s is ignored', async ([, headers, from], { forum: bare }) => {
    const { forum, to } = await answering(bare);
    const outcome = await bring(forum, letter(to, { headers, ...(from ? { from } : {}) }));
    expect(outcome).toMatchObject({ status: 200, outcome: 'ignored' });
    expect(await letters(forum)).toEqual([]);
    expect(await comments(forum)).toEqual([]);
  });
});

describe('whoever brings letters', () => {
  forumTest('shows the secret, brings a letter, and none that is too large', async ({ forum: bare }) => {
    const { forum, to } = await answering(bare);
    for (const authorization of ['', 'Bearer wrong', `Basic ${Buffer.from('post:wrong').toString('base64')}`])
      expect(await bring(forum, letter(to), { authorization })).toMatchObject({ status: 401, outcome: 'stranger' });
    expect(await bring(forum, 'no letter')).toMatchObject({ status: 400, outcome: 'unreadable' });
    expect(await bring(forum, '{"raw"', { 'content-type': 'application/json' })).toMatchObject({ status: 400 });
    expect(await bring(forum, letter(to), { 'content-length': '99999999' })).toMatchObject({ status: 413 });
    expect(await bring(bare, letter(to))).toMatchObject({ status: 404, outcome: 'off' });
  });

  forumTest('may bring it in a form, as a field or as a file, as mail services do', async ({ forum: bare }) => {
    const { forum, to } = await answering(bare);
    const post = async (field: string, value: string | Blob, more: Record<string, string> = {}) => {
      const form = new FormData();
      form.append(field, value as string);
      for (const [name, text] of Object.entries(more)) form.append(name, text);
      const body = new Response(form);
      const type = body.headers.get('content-type')!;
      return bring(forum, await body.arrayBuffer(), { 'content-type': type });
    };
    const raw = letter('someone@example.org');
    expect(await post('body-mime', raw, { recipient: `Forum <${to}>, other@example.org` })).toMatchObject({ status: 200, outcome: 'entered' }); // prettier-ignore
    expect(await post('email', new Blob([letter(to, { headers: 'X-Another: yes\r\n' })]))).toMatchObject({
      status: 200,
    });
    expect(await post('subject', 'No letter')).toMatchObject({ status: 400, outcome: 'unreadable' });
    expect(await bring(forum, 'nothing', { 'content-type': 'multipart/form-data; boundary=x' })).toMatchObject({ status: 400 }); // prettier-ignore
  });

  forumTest('brings nothing for a demo’s account', async ({ forum: bare }) => {
    const { forum, to, delegate } = await answering(bare);
    await forum.db.updateTable('login').set({ demo: true }).execute();
    await bring(forum, letter(to));
    expect((await comments(forum)).map(({ author_id }) => author_id)).not.toContain((delegate as Viewer).personId);
  });
});
