// Who is at which desk, and in which paragraph: known to this process while they ask every few seconds, and kept nowhere.

export interface Here {
  /** One window of a person's browser. */
  window: string;
  person: string;
  name: string;
  paragraph: string | null;
}

const patience = 7000;
const desks = new Map<string, Map<string, Here & { at: number }>>();

/** Notes that somebody is at a report's desk; tells who else is. */
export function beHere(report: string, me: Here, now = Date.now()): Here[] {
  const desk = desks.get(report) ?? new Map<string, Here & { at: number }>();
  desks.set(report, desk);
  for (const [window, { at }] of desk) if (now - at > patience) desk.delete(window);
  if (desk.size < 200 || desk.has(me.window)) desk.set(me.window, { ...me, at: now });
  for (const [id, others] of desks) if ([...others.values()].every(({ at }) => now - at > patience)) desks.delete(id);
  return [...desk.values()]
    .filter(({ window }) => window !== me.window)
    .map(({ window, person, name, paragraph }) => ({ window, person, name, paragraph }));
}
