import type { Browser, Page } from 'playwright-core';
import type { Row } from '../machine.ts';
import { dangersHere } from './dangers.ts';
import { isTyped, kindOf, misshapen, placeOf, post, typedInto, type Form, type Glass, type Posting, type Sent } from './forms.ts'; // prettier-ignore

/** What other texts become of these would end the roles and sessions with which the others are tried. */
const last = /sign-out|password|sessions|passkey|withdraw|handOver|hand_over|merge|erase|remove|close|move/i;
/** So many are on their way at once: a refusal of whoever signs in takes its time on purpose. */
const atOnce = 6;
/** Less than what a page would refuse to show again. */
const longestTogether = 9000;

export async function signIn(address: string, login: string): Promise<string> {
  if (login === 'visitor') return '';
  const body = new URLSearchParams({ email: `${login}@lakeforum.example`, password: 'every voice counts' });
  const headers = { origin: address, accept: 'text/html' };
  const answer = await fetch(`${address}/sign-in?/password`, { method: 'POST', redirect: 'manual', headers, body });
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '); // prettier-ignore
}

/**
 * Each form as everyone who has it, with texts; then one of each kind, as whoever came furthest with it: with all texts
 * together in each field, its answer shown in a browser; with each text in each field, answered as data, since to draw the
 * page again for each would take a day; and as no page sends it.
 */
export async function fillForms(
  address: string,
  launch: () => Promise<Browser>,
  cookies: Map<string, string>,
  forms: Form[],
  { inputs, isQuick }: { inputs: readonly string[]; isQuick: boolean },
) {
  const glass = await openGlass(launch);
  const posting: Posting = { posts: 0, closed: 0, statuses: new Map(), wrong: [] };
  const ordered = [...forms].sort((a, b) => Number(last.test(a.action)) - Number(last.test(b.action)));
  const isWithTexts = ({ fields }: Form) => fields.some((field) => isTyped(field) || field.type === 'file');
  const send = (form: Form, body: Sent['body']) =>
    post({ to: address, cookie: cookies.get(form.who)!, form, body }, glass, posting);
  const again = async ({ who, action }: Form) => {
    if (last.test(action)) cookies.set(who, await signIn(address, who));
  };
  const counted = (from: number) => posting.posts - from;

  let next = 0;
  const furthest = new Map<string, { form: Form; rank: number }>();
  for (const form of ordered) {
    const kind = kindOf(form);
    let rank = 0;
    if (isWithTexts(form)) {
      const { status, text } = await send(form, typedInto(form, inputs, next));
      next += form.fields.filter(isTyped).length;
      await glass.show(text);
      rank = ranks.indexOf(status);
    }
    if (rank > (furthest.get(kind)?.rank ?? -2)) furthest.set(kind, { form, rank });
  }
  const asEveryone = posting.posts;
  tell(`${asEveryone} forms sent as everyone`, posting);

  const kinds = [...furthest.values()].map(({ form }) => form);
  const typed = kinds.filter(isWithTexts);
  const joined = together(inputs);
  for (const form of typed)
    for (const text of joined) {
      await glass.show((await send(form, typedInto(form, [text], 0))).text);
    }
  const inOne = counted(asEveryone);
  tell(`${inOne} with all texts together`, posting);

  for (const [i, form] of isQuick ? [] : typed.entries()) {
    await eachOf(inputs.keys(), atOnce, (from) => send(form, { ...typedInto(form, inputs, from), asData: true }));
    await again(form);
    if (i % 10 === 9) tell(`${i + 1} of ${typed.length} kinds with each text`, posting);
  }
  const each = counted(asEveryone + inOne);
  for (const form of isQuick ? [] : kinds) {
    await eachOf(misshapen(form), atOnce, (body) => send(form, body));
    await again(form);
  }
  const amiss = counted(asEveryone + inOne + each);
  tell(`${amiss} sent as no page sends them`, posting);
  await glass.close();

  const fields = new Set(typed.flatMap((form) => form.fields.filter(isTyped).map(({ name }) => `${placeOf(form.action)} ${name}`))); // prettier-ignore
  const statuses = [...posting.statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${n} × ${status}`).join(', '); // prettier-ignore
  const rows: Row[] = [
    ['forms of pages, by everyone who has them', `${forms.length}, of ${kinds.length} kinds; ${typed.length} with ${fields.size} fields to type into`, ''],
    ['sent as everyone, with some of the texts', `${asEveryone}`, ''],
    ['one of each kind, all texts together in each field', `${inOne} in ${joined.length} parts, read and shown in a browser`, ''],
    ['one of each kind, each text in each field', `${each}: ${inputs.length} texts × ${fields.size} fields = ${inputs.length * fields.size}`, ''],
    ['sent as no page sends them', String(amiss), ''],
    ['answers', `${statuses}; ${posting.closed} far too long ones hung up on`, 'none from 500 on'],
    ['answers that broke, told of the inside or hold what would run', String(posting.wrong.length), '0'],
    ['run in answers to forms', String(glass.ran.length), '0'],
  ]; // prettier-ignore
  return { rows, wrong: [...posting.wrong, ...glass.ran] };
}

/** From least to furthest: not found, not for these, not signed in, not so, not now, done. */
const ranks = [404, 403, 401, 400, 409, 200, 303];

function tell(what: string, { wrong }: Posting): void {
  const last = wrong.length > 0 ? `, the last: ${wrong.at(-1)}` : '';
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}; ${wrong.length} wrong${last}`);
}

// After so many pages a browser is begun anew: one that reads ten thousand does not live to the end.
const looksInOne = 500;

/** A browser of its own without a content policy, to which answers are shown that hold what was typed. */
async function openGlass(launch: () => Promise<Browser>): Promise<Glass> {
  const ran: string[] = [];
  const open = async () => {
    const context = await (await launch()).newContext({ bypassCSP: true });
    await context.exposeFunction('hit', () => ran.push('run in an answer to a form'));
    const page = await context.newPage();
    page.on('dialog', (dialog) => (ran.push('a dialog in an answer to a form'), dialog.dismiss()));
    await page.goto('about:blank');
    return page;
  };
  let looking = await open();
  let looks = 0;
  const openAgain = async () => {
    await looking.context().browser()?.close();
    looking = await open();
    looks = 0;
  };
  // One after another; over what a browser breaks is read once more in another.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(look: (page: Page) => Promise<T>) => {
    const looked = turn.then(async () => {
      if (looks++ >= looksInOne) await openAgain();
      return look(looking).catch(async () => {
        await openAgain();
        return look(looking);
      });
    });
    turn = looked.catch(() => {});
    return looked;
  };
  return {
    ran,
    dangersIn: (html) => inTurn((page) => page.evaluate(dangersHere, html)),
    async show(html) {
      if (!/hit\b|alert\(1\)/.test(html)) return;
      await inTurn((page) => page.setContent(html, { waitUntil: 'domcontentloaded' }).catch(() => {}));
    },
    close: async () => looking.context().browser()?.close(),
  };
}

/** All of them one after another, in as few texts as stay short enough; those that are only long stay out. */
function together(inputs: readonly string[]): string[] {
  const parts: string[] = [];
  for (const text of inputs) {
    const before = parts.at(-1);
    if (text.length > longestTogether / 4) continue;
    if (before === undefined || before.length + text.length > longestTogether) parts.push(text);
    else parts[parts.length - 1] = `${before} ${text}`;
  }
  return parts;
}

async function eachOf<T>(all: Iterable<T>, most: number, work: (one: T) => Promise<unknown>): Promise<void> {
  const left = all[Symbol.iterator]();
  const one = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: most }, one));
}
