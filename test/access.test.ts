// Who is shown what: every address of the program, tried by everyone there is, against the running demo.
import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyAddressBesidesPagesHasARow, tellsEveryoneTheSame } from './access/besides-pages.ts';
import { tellsAVisitorNothingHidden } from './access/hidden-words.ts';
import { demoDirectory } from './demo-once.ts';
import { freePort, server } from './faults/programs.ts';
import { dangersIn } from './security/answers.ts';
import {
  goesNowhereElse,
  heedsNoHost,
  raw,
  refusesBrokenForms,
  refusesForeignForms,
  staysInside,
} from './security/requests.ts';
import { demoPassword } from './world/demo-password.ts';

const logins = {
  visitor: null,
  delegate: 'amina.yusuf',
  'focal point': 'marisol.choc',
  'co-chair': 'wanjiru.kamau',
  rapporteur: 'leila.haddad',
  'note-taker': 'ruth.auma',
  'support unit': 'jonas.keller',
  'Chair’s office': 'grace.nakato',
} as const;
type Who = keyof typeof logins;

const everyone = Object.keys(logins) as Who[];
const nobody: Who[] = [];
const signedIn = everyone.filter((who) => who !== 'visitor');
const offices: Who[] = ['support unit', 'Chair’s office'];
const seers: Who[] = ['co-chair', 'rapporteur', ...offices];
const itsOwn: Who[] = ['focal point', ...offices];

const none = '00000000-0000-4000-8000-000000000000';
const desk = '/lake-forum/desk';
const rt = '/lake-forum/rt/3.1';
const practice = '/lake-forum/practices/a-consul-who-can-be-called-at-night';

/** Where it is, who gets in, and what the others are told: 404, as if it were not there, where nothing else is said. */
const table: Record<string, [at: string | (() => Promise<string>), opens: Who[], otherwise?: number]> = {
  '/': ['/', nobody, 303],
  '/[edition]': ['/lake-forum', everyone],
  '/[edition]/delegations': ['/lake-forum/delegations', everyone],
  '/[edition]/delegations/[slug]': ['/lake-forum/delegations/guatemala', everyone],
  '/[edition]/delegations/[slug]/cable': ['/lake-forum/delegations/guatemala/cable', everyone],
  '/[edition]/delegations/[slug]/cable.[format]': ['/lake-forum/delegations/guatemala/cable.docx', everyone],
  '/[edition]/delegations/[slug]/interventions': ['/lake-forum/delegations/guatemala/interventions', ['focal point']],
  '/[edition]/delegations/[slug]/credentials': ['/lake-forum/delegations/guatemala/credentials', everyone],
  '/[edition]/desk': [desk, ['note-taker', ...seers]],
  '/[edition]/desk/accounts': [`${desk}/accounts`, offices],
  '/[edition]/desk/credentials': [`${desk}/credentials`, offices],
  '/[edition]/desk/erasure': [`${desk}/erasure`, ['support unit']],
  '/[edition]/desk/erasure/[id]': [`${desk}/erasure/${none}`, nobody],
  '/[edition]/desk/floor': [`${desk}/floor`, ['co-chair', ...offices]],
  '/[edition]/desk/floor/[number]': [`${desk}/floor/2.1`, ['co-chair', ...offices]],
  '/[edition]/desk/mail': [`${desk}/mail`, ['support unit']],
  '/[edition]/desk/same-issues/[number]': [`${desk}/same-issues/2`, offices],
  '/[edition]/desk/corrections': [`${desk}/corrections`, ['rapporteur', ...offices]],
  '/[edition]/desk/corrections/[number]': [`${desk}/corrections/2.1`, seers],
  '/[edition]/desk/notes': [`${desk}/notes`, ['rapporteur', 'note-taker', ...offices]],
  '/[edition]/desk/notes/[number]': [`${desk}/notes/2.1`, ['rapporteur', 'note-taker', ...offices]],
  '/[edition]/desk/notes/[number]/lines': [`${desk}/notes/2.1/lines`, ['rapporteur', 'note-taker', ...offices]],
  '/[edition]/desk/points': [`${desk}/points`, ['rapporteur', ...offices]],
  '/[edition]/desk/points/[number]': [`${desk}/points/2.1`, ['rapporteur', ...offices]],
  '/[edition]/desk/practices': [`${desk}/practices`, offices],
  '/[edition]/desk/programme': [`${desk}/programme`, offices],
  '/[edition]/desk/programme/[number]': [`${desk}/programme/3.1`, offices],
  '/[edition]/desk/programme/[number]/papers': [`${desk}/programme/3.1/papers`, offices],
  '/[edition]/desk/recommendations': [`${desk}/recommendations`, ['co-chair', 'rapporteur', ...offices]],
  '/[edition]/desk/register': [`${desk}/register`, offices],
  '/[edition]/desk/register/[list].csv': [`${desk}/register/delegations.csv`, offices],
  '/[edition]/desk/register/[slug]': [`${desk}/register/kenya`, offices],
  '/[edition]/desk/register/import': [`${desk}/register/import`, offices],
  '/[edition]/desk/register/persons': [`${desk}/register/persons`, offices],
  '/[edition]/desk/register/persons/[id]': [
    () => linkOn(`${desk}/register/persons`, /"([^"]+\/persons\/[0-9a-f-]{36})/),
    offices,
  ],
  '/[edition]/desk/report': [`${desk}/report`, ['note-taker', ...seers]],
  '/[edition]/desk/report/[number]': [`${desk}/report/2.1`, ['note-taker', ...seers]],
  '/[edition]/desk/report/[number]/checks': [`${desk}/report/2.1/checks`, ['note-taker', ...seers]],
  '/[edition]/desk/report/[number]/points': [`${desk}/report/2.1/points?roundtable=2.1`, ['rapporteur', ...offices]],
  // Only ever asked with what was done.
  '/[edition]/desk/report/[number]/sync': [`${desk}/report/2.1/sync`, nobody, 405],
  '/[edition]/desk/report/[number]/words': [`${desk}/report/2.1/words?statement=${none}`, nobody],
  '/[edition]/desk/rulings': [`${desk}/rulings`, seers],
  '/[edition]/desk/rulings/[number]/[n]': [`${desk}/rulings/3.1/22`, offices],
  '/[edition]/desk/rulings/appeals': [`${desk}/rulings/appeals`, ['Chair’s office']],
  '/[edition]/desk/rulings/given': [`${desk}/rulings/given`, offices],
  '/[edition]/desk/rulings/several': [`${desk}/rulings/several`, ['Chair’s office']],
  '/[edition]/export': ['/lake-forum/export', everyone],
  '/[edition]/export.json': ['/lake-forum/export.json', everyone],
  '/[edition]/export/[table].csv': ['/lake-forum/export/statements.csv', everyone],
  '/[edition]/feed.atom': ['/lake-forum/feed.atom', everyone],
  '/[edition]/practices': ['/lake-forum/practices', everyone],
  '/[edition]/practices/[slug]': [practice, everyone],
  '/[edition]/practices/[slug]/edit': [`${practice}/edit`, itsOwn],
  '/[edition]/practices/[slug]/illustration': [`${practice}/illustration`, nobody],
  '/[edition]/practices/new': ['/lake-forum/practices/new', everyone],
  '/[edition]/record': ['/lake-forum/record', everyone],
  '/[edition]/reports': ['/lake-forum/reports', everyone],
  '/[edition]/rt/[number]': [rt, everyone],
  '/[edition]/rt/[number]/acknowledgements': [`${rt}/acknowledgements`, everyone],
  '/[edition]/rt/[number]/comment': [`${rt}/comment`, everyone],
  '/[edition]/rt/[number]/feed.atom': [`${rt}/feed.atom`, everyone],
  '/[edition]/rt/[number]/floor': [`${rt}/floor`, everyone],
  '/[edition]/rt/[number]/floor/screen': [`${rt}/floor/screen`, everyone],
  '/[edition]/rt/[number]/lists': ['/lake-forum/rt/2.1/lists', everyone],
  '/[edition]/rt/[number]/matrix': ['/lake-forum/rt/2.1/matrix', everyone],
  '/[edition]/rt/[number]/matrix.csv': ['/lake-forum/rt/2.1/matrix.csv', everyone],
  '/[edition]/rt/[number]/table': ['/lake-forum/rt/2.1/table', everyone],
  '/[edition]/rt/[number]/meeting': ['/lake-forum/rt/2.1/meeting', everyone],
  '/[edition]/rt/[number]/papers/[slug]': [`${rt}/papers/concept-note`, everyone],
  '/[edition]/rt/[number]/recommendations/[n]': ['/lake-forum/rt/2.1/recommendations/1', everyone],
  '/[edition]/rt/[number]/report/checks': [
    '/lake-forum/rt/2.1/report/checks',
    ['co-chair', 'rapporteur', 'note-taker', ...offices],
  ],
  '/[edition]/rt/[number]/report/lines/[slug]': ['/lake-forum/rt/2.1/report/lines/guatemala', ['focal point']],
  '/[edition]/rt/[number]/report/versions': ['/lake-forum/rt/2.1/report/versions', everyone],
  '/[edition]/rt/[number]/report/versions/[version]': ['/lake-forum/rt/2.1/report/versions/1', everyone],
  '/[edition]/rt/[number]/report/versions/changes': [
    '/lake-forum/rt/2.1/report/versions/changes?from=1&to=now',
    everyone,
  ],
  '/[edition]/rt/[number]/report/length': [
    '/lake-forum/rt/2.1/report/length',
    ['co-chair', 'rapporteur', 'note-taker', ...offices],
  ],
  '/[edition]/rt/[number]/report': ['/lake-forum/rt/2.1/report', everyone],
  '/[edition]/rt/[number]/report.[format]': ['/lake-forum/rt/2.1/report.docx', everyone],
  '/[edition]/rt/[number]/report/files': ['/lake-forum/rt/2.1/report/files', everyone],
  '/[edition]/rt/[number]/rulings': [`${rt}/rulings`, everyone],
  '/[edition]/rt/[number]/statements/[n]': [`${rt}/statements/8`, everyone],
  '/[edition]/rt/[number]/statements/[n]/attachments/[id]': [
    () => linkOn(rt, /"([^"]+\/attachments\/[0-9a-f-]+)/),
    everyone,
  ],
  // A delegation’s own people hand in its texts, and whoever takes the notes for it.
  '/[edition]/rt/[number]/texts': ['/lake-forum/rt/2.1/texts', everyone.filter((who) => who !== 'visitor')],
  '/[edition]/rulings.csv': ['/lake-forum/rulings.csv', everyone],
  '/[edition]/search': ['/lake-forum/search?q=night', everyone],
  '/account': ['/account', signedIn, 303],
  '/account/mail': ['/account/mail', signedIn, 303],
  '/account/passkeys': ['/account/passkeys', signedIn, 401],
  // Without a sign-in it says what a token is, and leads to the sign-in.
  '/account/tokens': ['/account/tokens', everyone],
  '/api': ['/api', everyone],
  '/api/v1/[...path]': ['/api/v1/editions', everyone],
  '/confirm/[statement]': [`/confirm/${none}`, nobody],
  '/import': ['/import', offices, 403],
  '/inbound-mail': ['/inbound-mail', nobody, 405],
  '/invitation/[id]': [`/invitation/${none}`, nobody],
  '/privacy': ['/privacy', everyone],
  '/record': ['/record', everyone],
  '/checkpoint': ['/checkpoint', everyone],
  '/tile/[...path]': ['/tile/entries/000', everyone],
  '/receipts': ['/receipts', everyone],
  // Whoever has the code may look: that is what it is for.
  '/receipts/[code]': [async () => `/receipts/${await receipt()}`, everyone],
  '/receipts/[code]/proof': [async () => `/receipts/${await receipt()}/proof`, everyone],
  '/receipts/[code]/words': [async () => `/receipts/${await receipt()}/words`, everyone],
  '/set-up': ['/set-up', everyone],
  '/sign-in': ['/sign-in', everyone],
  '/sign-in/callback/[provider]': ['/sign-in/callback/ministry', nobody, 303],
  '/sign-in/link': ['/sign-in/link', everyone],
  '/sign-in/ministry': ['/sign-in/ministry', nobody, 303],
  '/sign-in/passkey': ['/sign-in/passkey', everyone],
  '/sign-in/reset': ['/sign-in/reset', everyone],
  '/sign-in/reset/[login]': ['/sign-in/reset/nobody', everyone],
  '/sign-in/reset/done': ['/sign-in/reset/done', everyone],
  '/sign-out': ['/sign-out', nobody, 405],
  '/sign-up': ['/sign-up', everyone],
  '/sign-up/open': ['/sign-up/open', everyone],
  '/theme': ['/theme', nobody, 405],
  '/unsubscribe': ['/unsubscribe', nobody],
};

const cookies = new Map<Who, string>();
let demo: ReturnType<typeof server>;

beforeAll(async () => {
  demo = server({ directory: await demoDirectory(), port: await freePort(), words: ['--demo'] });
  await demo.ready;
  for (const who of everyone) cookies.set(who, await signIn(logins[who]));
}, 120_000);

afterAll(async () => {
  demo.child.kill('SIGTERM');
  await demo.ended;
});

it('every address the program has stands in the table', () => {
  const files = globSync('**/{+page.svelte,+server.ts}', { cwd: new URL('../src/routes/', import.meta.url).pathname });
  const routes = files.map((file) => `/${file.split('/').slice(0, -1).join('/')}`);
  expect(Object.keys(table).sort()).toEqual([...new Set(routes)].sort());
});

it('so does every stream and probe, and nothing else listens or answers', everyAddressBesidesPagesHasARow);

describe('opens for those it is meant for, and for nobody else', () => {
  it.each(Object.entries(table))('%s', async (_route, [at, opens, otherwise = 404]) => {
    const address = typeof at === 'string' ? at : await at();
    const answers = await Promise.all(everyone.map(async (who) => [who, await get(address, who)] as const));
    const found = answers.map(([who, { status }]) => [who, status]);
    const expected = everyone.map((who) => [who, opens.includes(who) ? 200 : otherwise]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    for (const [who, answer] of answers) expect({ [who]: await dangersIn(answer) }).toEqual({ [who]: [] });
  });
});

it('streams, what stands in for them, and probes tell everyone the same', { timeout: 60_000 }, () =>
  tellsEveryoneTheSame(demo.address, cookies),
);

it('a visitor finds no hidden word on any page, and no link that leads nowhere', { timeout: 180_000 }, () =>
  tellsAVisitorNothingHidden(demo.address),
);

describe('whoever asks in ways no page of ours would', () => {
  const addresses = () => Object.values(table).flatMap(([at]) => (typeof at === 'string' ? [at.split('?')[0]!] : []));
  it('changes nothing with a form from elsewhere', () =>
    // These two are answered by what they show – a signature, a secret – whatever sends them.
    refusesForeignForms(demo.address, addresses().filter((at) => !/^\/(unsubscribe|inbound-mail)$/.test(at)), cookies.get('Chair’s office')!)); // prettier-ignore
  it('gets nothing that repeats the name they call the server by', () =>
    heedsNoHost(demo.address, [...addresses(), '/lake-forum/feed.atom', '/api/v1/openapi.json']));
  it('gets a sentence for what is no form', () =>
    refusesBrokenForms(demo.address, ['/theme', `${rt}/comment`, '/sign-in?/password', desk, '/import'], cookies.get('Chair’s office')!)); // prettier-ignore
  it('stays inside', () => staysInside(demo.address));
  it('is led nowhere else', () => goesNowhereElse(demo.address));

  it('brings no session: each sign-in has its own, and ends the one before', async () => {
    const planted = `rapporteur.session_token=planted.${Buffer.alloc(32).toString('base64')}`;
    const one = await signIn('amina.yusuf', planted);
    const two = await signIn('amina.yusuf', one);
    expect(new Set([planted, one, two]).size).toBe(3);
    const opens = async (cookie: string) => (await raw(demo.address, '/account', { headers: { cookie } })).status;
    expect([await opens(planted), await opens(one), await opens(two)]).toEqual([303, 303, 200]);
    const out = await raw(demo.address, '/sign-out', { method: 'POST', headers: { cookie: two, origin: demo.address, 'content-type': 'application/x-www-form-urlencoded' } }); // prettier-ignore
    expect([out.status, await opens(two)]).toEqual([303, 303]);
  });
});

async function signIn(login: string | null, cookie = ''): Promise<string> {
  if (!login) return '';
  const answer = await fetch(`${demo.address}/sign-in?/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: demo.address, accept: 'text/html', cookie },
    body: new URLSearchParams({ email: `${login}@lakeforum.example`, password: demoPassword }),
  });
  const given = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  expect(
    given.some((cookie) => cookie.startsWith('rapporteur.')),
    login,
  ).toBe(true);
  return given.join('; ');
}

function get(address: string, who: Who): Promise<Response> {
  const headers = { accept: 'text/html', cookie: cookies.get(who)! };
  return fetch(demo.address + address, { redirect: 'manual', headers });
}

/** The first address on a page, as the support unit sees it, that looks like this. */
async function linkOn(page: string, pattern: RegExp): Promise<string> {
  const html = await (await get(page, 'support unit')).text();
  const [, link] = pattern.exec(html) ?? [];
  expect(link, `${page} has no such link`).toBeDefined();
  return link!;
}

/** The code of a receipt, from a letter that waits to be passed on. */
function receipt(): Promise<string> {
  return linkOn(`${desk}/mail`, /receipt ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/);
}
