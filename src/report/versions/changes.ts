/** A sentence as it stands in one version of a report. */
export interface StoredSentence {
  id: string;
  text: string;
  /** Its paragraph's number and its letter: “12b”. */
  paragraph: number;
  letter: string;
  /** What it rests on, as one text: the same where nothing changed. */
  rests: string;
}

/** What happened to one sentence from one version to the next. */
export interface SentenceChange {
  kind: 'changed' | 'added' | 'removed' | 'rests_changed';
  earlier: StoredSentence | null;
  later: StoredSentence | null;
}

/**
 * What changed between two versions, sentence by sentence, in the order of the later one; what was removed stands where it
 * stood. A sentence is the same one by its id, and where it was drafted anew by its words. Pure.
 */
export function changesBetween(earlier: readonly StoredSentence[], later: readonly StoredSentence[]): SentenceChange[] {
  const partner = partners(earlier, later);
  const partnered = new Set(partner.values());
  const places = new Map(earlier.map((one, i) => [one, i]));
  const gone = (from: number, to: number): SentenceChange[] =>
    earlier
      .slice(from, to)
      .flatMap((one) => (partnered.has(one) ? [] : [{ kind: 'removed', earlier: one, later: null }]));
  const changes: SentenceChange[] = [];
  let at = 0;
  for (const one of later) {
    const before = partner.get(one) ?? null;
    const place = before ? places.get(before)! : -1;
    if (place >= at) {
      changes.push(...gone(at, place));
      at = place + 1;
    }
    const kind = !before ? 'added' : before.text !== one.text ? 'changed' : before.rests !== one.rests ? 'rests_changed' : null; // prettier-ignore
    if (kind) changes.push({ kind, earlier: before, later: one });
  }
  return [...changes, ...gone(at, earlier.length)];
}

function partners(earlier: readonly StoredSentence[], later: readonly StoredSentence[]) {
  const byId = new Map(earlier.map((one) => [one.id, one]));
  const partner = new Map<StoredSentence, StoredSentence>();
  const free = new Map(byId);
  for (const one of later) {
    const same = byId.get(one.id);
    if (same) partner.set(one, same);
    free.delete(one.id);
  }
  const byText = Map.groupBy(free.values(), ({ text }) => text);
  for (const one of later) {
    const same = partner.has(one) ? undefined : byText.get(one.text)?.shift();
    if (same) partner.set(one, same);
  }
  return partner;
}
