// Who is at which desk, and in which paragraph: known while they ask every few seconds, mentioned to the other processes of
// this forum, and kept nowhere.
import { z } from 'zod';
import type { Live } from '#record/live.ts';

const here = z.object({
  /** One window of a person's browser. */
  window: z.string().max(40),
  person: z.string().max(40),
  name: z.string(),
  paragraph: z.uuid().nullable(),
});

export type Here = z.output<typeof here>;

const told = z.object({ at: z.literal('report'), report: z.uuid(), who: here });

const patience = 7000;
/** Whoever stays where they are is mentioned again so often that one lost word is not missed. */
const repeatsEvery = 3000;
const mostAtOneDesk = 200;

type Desks = Map<string, Map<string, Here & { at: number }>>;

const known = new WeakMap<Live, Desks>();

/** Notes that somebody is at a report's desk; tells who else is, in whichever process they asked. */
export function beHere(live: Live, report: string, me: Here, now = Date.now()): Here[] {
  const desks = desksIn(live);
  const before = desks.get(report)?.get(me.window);
  const isNews = !before || before.paragraph !== me.paragraph || now - before.at >= repeatsEvery;
  // What was mentioned last counts from when it was: in between this window is merely still there.
  if (isNews) {
    note(desks, report, me, now);
    live.mention(JSON.stringify({ at: 'report', report, who: me } satisfies z.input<typeof told>));
  }
  return [...(desks.get(report)?.values() ?? [])]
    .filter(({ window, at }) => window !== me.window && now - at <= patience)
    .map(({ window, person, name, paragraph }) => ({ window, person, name, paragraph }));
}

function desksIn(live: Live): Desks {
  const desks: Desks = known.get(live) ?? new Map();
  if (!known.has(live)) {
    known.set(live, desks);
    live.onMention((word) => {
      const { data } = told.safeParse(parsed(word));
      if (data) note(desks, data.report, data.who, Date.now());
    });
  }
  return desks;
}

function note(desks: Desks, report: string, who: Here, now: number): void {
  for (const [id, windows] of desks) {
    for (const [window, { at }] of windows) if (now - at > patience) windows.delete(window);
    if (windows.size === 0) desks.delete(id);
  }
  const desk = desks.get(report) ?? new Map<string, Here & { at: number }>();
  desks.set(report, desk);
  if (desk.size < mostAtOneDesk || desk.has(who.window)) desk.set(who.window, { ...who, at: now });
}

function parsed(word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    return null;
  }
}
