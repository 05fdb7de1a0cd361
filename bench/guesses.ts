// Ten thousand guesses at one account from a thousand addresses in five hours: how many are tried, and whether its owner and
// two hundred delegates behind one address still come in. `npm run bench:guesses`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRapporteur } from '#open.ts';
import { openAccount } from '#people/acts.ts';
import { markDevice } from '#people/accounts/devices.ts';
import { sendLink } from '#people/accounts/letters.ts';
import { signInByPassword } from '#people/accounts/password.ts';
import { openSignIn } from '#people/sign-in.server.ts';
import { perform } from '#record/act.ts';
import { program } from '#record/viewer.ts';
import { readSettings } from '#settings.ts';
import { smallForum } from '../test/small-forum.ts';
import { table } from './machine.ts';

const guesses = 10_000;
const hours = 5;
const email = 'wanjiru@kenya.example';
const password = 'a sentence to keep';

const directory = mkdtempSync(join(tmpdir(), 'rapporteur-guesses-'));
const rapporteur = await openRapporteur(readSettings({ DATA_DIR: directory }));
try {
  let now = new Date('2026-06-01T12:00:00Z').getTime();
  const forum = { ...rapporteur.forum, now: () => new Date(now) };
  const { edition, delegate } = await smallForum(forum);
  await perform(forum, program, openAccount, { edition, person: delegate.personId!, email, password });
  const links: string[] = [];
  const signIn = openSignIn(forum, { sendLink: async (_, token) => void links.push(token) });
  const marks = markDevice(forum, email);
  const knock = (guess: object) =>
    signInByPassword(forum, signIn, { email, password, address: '192.0.2.1', headers: new Headers(), ...guess })
      .then(() => 'in')
      .catch(({ code }: { code: string }) => code);

  const tried: number[] = [];
  let owner = 0;
  let tries = 0;
  for (let n = 0; n < guesses; n++) {
    now += (hours * 3_600_000) / guesses;
    const address = `203.0.${(n >> 8) & 3}.${n & 255}`;
    // Every tenth guesser has got hold of a browser the owner has used.
    const outcome = await knock({
      password: `guess ${n}`,
      address,
      ...(n % 10 ? {} : { marks: markDevice(forum, email) }),
    });
    if (outcome === 'account.sign_in_failed') tried.push(now);
    if (n % 1000 !== 999) continue;
    tries += 1;
    const before = links.length;
    await sendLink(forum, signIn, { email, address: '192.0.2.9', headers: new Headers() });
    const opened = await signIn.api.magicLinkVerify({ query: { token: links[before]! }, headers: new Headers(), asResponse: true }); // prettier-ignore
    if (opened.status === 200) owner += 1;
  }
  const inHour = (from: number) => tried.filter((at) => at >= from && at < from + 3_600_000).length;
  const most = Math.max(...tried.map(inHour));
  now += 3_600_001;
  const known = await knock({ marks });
  let blocked = 0;
  for (let n = 0; n < 200; n++) {
    const outcome = await knock({
      email: `delegate-${n}@kenya.example`,
      password: 'mistyped',
      address: '198.51.100.1',
    });
    if (outcome !== 'account.sign_in_failed') blocked += 1;
  }
  table(`${guesses} guesses at one account from 1,024 addresses in ${hours} hours`, [
    ['passwords tried in the worst hour', String(most), '≤ 30'],
    ['passwords tried at all', String(tried.length), ''],
    ['the owner, by a link, meanwhile', `${owner} of ${tries}`, 'each time'],
    ['the owner, by password, from a known browser an hour later', known, 'in'],
    ['delegates behind one address held back after one mistake each', `${blocked} of 200`, '0'],
  ]);
  if (most > 30 || owner < tries || known !== 'in' || blocked > 0) process.exitCode = 1;
} finally {
  await rapporteur.close();
  rmSync(directory, { recursive: true, force: true });
}
