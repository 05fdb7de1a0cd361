import type { Browser, Page } from 'playwright-core';
import type { Row } from '../machine.ts';
import { isTyped, kindOf, misshapen, placeOf, post, typedInto, type Form, type Posting, type Sent } from './forms.ts';

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
  browser: Browser,
  cookies: Map<string, string>,
  forms: Form[],
  { inputs, isQuick }: { inputs: readonly string[]; isQuick: boolean },
) {
  const { looking, ran, show, close } = await glass(browser);
  const posting: Posting = { posts: 0, closed: 0, statuses: new Map(), wrong: [] };
  const ordered = [...forms].sort((a, b) => Number(last.test(a.action)) - Number(last.test(b.action)));
  const isWithTexts = ({ fields }: Form) => fields.some((field) => isTyped(field) || field.type === 'file');
  const send = (form: Form, body: Sent['body']) =>
    post({ to: address, cookie: cookies.get(form.who)!, form, body }, looking, posting);
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
      await show(text);
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
      await show((await send(form, typedInto(form, [text], 0))).text);
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
  await close();

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
    ['run in answers to forms', String(ran.length), '0'],
  ]; // prettier-ignore
  return { rows, wrong: [...posting.wrong, ...ran] };
}

/** From least to furthest: not found, not for these, not signed in, not so, not now, done. */
const ranks = [404, 403, 401, 400, 409, 200, 303];

function tell(what: string, { wrong }: Posting): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}; ${wrong.length} wrong`);
}

/** A browser without a content policy, to which answers are shown that hold what was typed. */
async function glass(browser: Browser) {
  const context = await browser.newContext({ bypassCSP: true });
  const ran: string[] = [];
  await context.exposeFunction('hit', () => ran.push('run in an answer to a form'));
  const looking: Page = await context.newPage();
  looking.on('dialog', (dialog) => (ran.push('a dialog in an answer to a form'), dialog.dismiss()));
  await looking.goto('about:blank');
  return {
    looking,
    ran,
    async show(text: string): Promise<void> {
      if (!/hit\b|alert\(1\)/.test(text)) return;
      await looking.setContent(text, { waitUntil: 'domcontentloaded' }).catch(() => {});
    },
    close: () => context.close(),
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
