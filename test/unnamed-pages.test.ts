// Every page on a roundtable that names nobody, as the server sends it, looked through for whoever spoke there.
import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameIssue } from '#analysis/acts.ts';
import { openRapporteur } from '#open.ts';
import { openAccount } from '#people/acts.ts';
import { viewerOf } from '#people/access.ts';
import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { program } from '#record/viewer.ts';
import { draftReport, moveReport } from '#report/acts.ts';
import { askLineCorrection, decideLineCorrection } from '#report/corrections/acts.ts';
import { ownLines } from '#report/corrections/lines.ts';
import { reports } from '#report/text-rows.ts';
import { readSettings } from '#settings.ts';
import { submitComment } from '#statements/acts.ts';
import { closedMeeting, secret } from './closed-meeting.ts';
import { freePort, freshDirectory, server } from './faults/programs.ts';

const password = 'every voice counts';
/** What Peru itself may read is what Peru said; of the others nothing. */
const othersSecret = /Norway|Japan|Dockers|Fjord|heron|dockers-union/;

/** Where names of the register stand for whoever is on it, spoken or not: only the words must be missing. */
const wordsOnly = /Cusco|Fjord|heron|forms be shorter\. In|hours count as training|levy on wages/;

const folder = new URL('../src/routes/', import.meta.url).pathname;
const given: Record<string, string> = { edition: 'lake', number: '3', n: '1', version: '1', format: 'html', table: 'statements' }; // prettier-ignore

/** Every address under a roundtable, found in the folders: a page that is added tomorrow is looked through too. */
const ofRoundtable = globSync('[[]edition]/rt/**/{+page.svelte,+server.ts}', { cwd: folder })
  .map((file) => `/${file.split('/').slice(0, -1).join('/')}`)
  .filter((route) => !/attachments|papers/.test(route))
  .map((route) => route.replace('[slug]', 'peru').replace(/\[(\w+)\]/g, (_, name: string) => given[name]!));

const ofEdition = ['', '/reports', '/search?q=forms', '/search?q=page', '/feed.atom', '/export', '/export/statements.csv', '/practices'].map((path) => `/lake${path}`); // prettier-ignore
const formats = ['md', 'txt', 'xml', 'json', 'csv', 'html'].map((format) => `/lake/rt/3/report.${format}`);
const ofDelegations = ['/lake/delegations'].concat(
  ['', '/cable', '/cable.html'].map((path) => `/lake/delegations/peru${path}`),
);

for (const attribution of ['not_attributed', 'by_constituency'] as const)
  describe(`under “${attribution}”`, () => {
    let served: ReturnType<typeof server>;
    let receipt: string;
    const cookies: Record<string, string> = { visitor: '' };

    beforeAll(async () => {
      const directory = await freshDirectory();
      const rapporteur = await openRapporteur(readSettings({ DATA_DIR: directory }));
      receipt = await reported(rapporteur.forum, attribution);
      await rapporteur.close();
      served = server({ directory, port: await freePort() });
      await served.ready;
      for (const who of ['kenya', 'peru']) cookies[who] = await signIn(served.address, who);
    }, 120_000);

    afterAll(async () => {
      served.child.kill('SIGTERM');
      await served.ended;
    });

    async function read(address: string, who: string): Promise<string> {
      const headers = { accept: 'text/html', cookie: cookies[who]! };
      const answer = await fetch(served.address + address, { headers, redirect: 'manual' });
      expect(answer.status, address).toBeLessThan(500);
      // What it links to its own address with is no telling.
      return (await answer.text()).replaceAll(/report\/lines\/peru|report%2Flines%2Fperu/g, '');
    }

    it('the pages that anybody reads are there to be looked through', async () => {
      for (const page of ['', '/report', '/matrix', '/table', '/lists', '/report/versions', '/meeting'])
        expect(await read(`/lake/rt/3${page}`, 'visitor'), page).toContain('Behind the door');
      expect(await read('/lake/rt/3/report', 'visitor')).toContain('It was asked that forms be shorter.');
      expect(await read('/lake/rt/3/matrix', 'visitor')).toMatch(/shorter forms/i);
    });

    // What is no page of the meeting knows of one policy that names nobody: two of them would tell no more.
    const others = attribution === 'not_attributed' ? [...ofEdition, ...formats] : [];
    it.each([...ofRoundtable, ...others])('%s names nobody', async (address) => {
      const found = async (who: string, what: RegExp) => what.exec(await read(address, who))?.[0];
      const all = [found('visitor', secret), found('kenya', secret), found('peru', othersSecret)];
      expect(await Promise.all(all)).toEqual([undefined, undefined, undefined]);
    });

    it.each(ofDelegations)('%s says nothing of what was said behind the door', async (address) => {
      for (const who of ['visitor', 'kenya'])
        expect({ who, found: wordsOnly.exec(await read(address, who))?.[0] }).toEqual({ who, found: undefined });
    });

    it('a receipt shows its holder their own words, and nobody else’s', async () => {
      const page = await read(`/receipts/${receipt}`, 'visitor');
      expect(page).toContain(receipt);
      expect(othersSecret.exec(page)?.[0]).toBeUndefined();
    });
  });

/** Drafted, circulated, corrected by Peru, and final; gives the code of the receipt of Peru's comment. */
async function reported(forum: Forum, attribution: 'not_attributed' | 'by_constituency'): Promise<string> {
  const { edition, roundtable, delegate, people } = await closedMeeting(forum, attribution);
  const points = await forum.db.selectFrom('point').select('id').where('message', 'like', '%form%').execute();
  await perform(forum, program, nameIssue, { roundtable, kind: 'main_issue', title: 'Shorter forms', points: points.map(({ id }) => id) }); // prettier-ignore
  const peru = await viewerOf(forum.db, people[0]!);
  await perform(forum, peru, submitComment, { roundtable, body: 'Forms first.' });
  const { code } = await forum.db.selectFrom('receipt').select('code').executeTakeFirstOrThrow();
  for (const [who, person] of [['kenya', delegate.personId!], ['peru', people[0]!]] as const)
    await perform(forum, program, openAccount, { edition, person, email: `${who}@example.org`, password }); // prettier-ignore
  const { id: report } = await perform(forum, program, draftReport, { roundtable });
  for (const to of ['co_chair_review', 'correction_window'] as const)
    await perform(forum, program, moveReport, { report, to });
  const row = await reports(forum.db).where('report.id', '=', report).executeTakeFirstOrThrow();
  const { id: delegation } = await forum.db.selectFrom('delegation').select('id').where('slug', '=', 'peru').executeTakeFirstOrThrow(); // prettier-ignore
  const own = (await ownLines(forum.db, peru, row, { id: delegation, slug: 'peru' }))!;
  const [{ sentence }] = own.lines as [(typeof own.lines)[number]];
  const { id: correction } = await perform(forum, peru, askLineCorrection, { report, delegation, sentence: sentence.id, body: 'It was asked that forms be shorter.', reason: 'As Peru said.' }); // prettier-ignore
  await perform(forum, program, decideLineCorrection, { correction, decision: 'accepted', words: 'As Peru asks.' });
  await perform(forum, program, moveReport, { report, to: 'final' });
  return code;
}

async function signIn(address: string, who: string): Promise<string> {
  const answer = await fetch(`${address}/sign-in?/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, accept: 'text/html' },
    body: new URLSearchParams({ email: `${who}@example.org`, password }),
  });
  expect(answer.status, who).toBe(303);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!).join('; '); // prettier-ignore
}
