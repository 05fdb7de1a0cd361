// The desk as it stands in the browser: what the server said last, with what this device has done since laid over it.
import type { DeskLine, DeskState, TurnView } from '#notes/desk/queries.ts';
import { namesOf, readLine, type LineRead, type Named, type Names } from '#notes/line/rules.ts';
import { lettersOf, pairsOf, type Keep, type Merge, type Pair } from '#notes/rules.ts';
import { openDevice, type Answer, type Device, type InHand, type Kept } from './kept.ts';

/** A line at the desk: as the server has it, or as it waits here. */
export type ShownLine = Omit<DeskLine, 'typedAt'> & { typedAt: Date; waits: boolean; kept: Kept | null };

/** A row of the desk: a line or two side by side, or a turn nobody noted a word of. */
export type DeskRow = { at: Date; turn: TurnView | null } & ({ pair: Pair<ShownLine> } | { pair: null });

/** A version 4 UUID, also where a page is not served over https: there the browser makes none by itself. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export class NotesDesk {
  state: DeskState = $state.raw()!;
  kept: Kept[] = $state.raw([]);
  line = $state('');
  correcting: InHand['correcting'] = $state.raw(null);
  /** Since when the server has not answered; null: it does. */
  aloneSince: Date | null = $state.raw(null);
  /** Whoever sends to the server is told to sign in again. */
  isSignedOut = $state(false);
  readonly register: readonly Named[];
  readonly me: string | null;
  #device: Device | null = null;
  #n = 0;
  /** How far the server's clock is ahead of this one, in milliseconds. */
  #ahead = 0;

  names: Names = $derived.by(() => namesOf(this.register, this.state.turns.flatMap(({ delegation }) => delegation?.id ?? []))); // prettier-ignore
  read: LineRead = $derived.by(() => readLine(this.line, this.names));
  current = $derived(this.state.turns.findLast(({ state }) => state === 'speaking') ?? this.state.turns.findLast(({ startedAt }) => startedAt)); // prettier-ignore
  letters = $derived.by(() => lettersOf([...this.state.noteTakers.map(({ id }) => id), this.me]));
  lines: ShownLine[] = $derived.by(() => this.#laidOver());
  rows: DeskRow[] = $derived.by(() => this.#inRows());
  /** The first two lines about the same that wait for a word. */
  waiting = $derived(this.rows.find((row) => row.pair?.waits)?.pair ?? null);
  /** What the server did not take, and why not or over whose words: it waits for a word from here. */
  undecided = $derived(this.kept.filter(({ isConflict, why }) => isConflict || why));
  conflict = $derived(this.undecided[0] ?? null);

  constructor({ state, register, me }: { state: DeskState; register: readonly Named[]; me: string | null }) {
    this.state = state;
    this.register = register;
    this.me = me;
  }

  /** Takes up what this device kept of the desk before. */
  async open(desk: string): Promise<void> {
    this.#ahead = Date.parse(this.state.now) - Date.now();
    this.#device = await openDevice(`${desk} ${this.me}`);
    this.kept = this.#device.kept;
    const { inHand } = this.#device;
    this.#n = Math.max(0, inHand?.n ?? 0, ...this.kept.map(({ n }) => n));
    // Whatever was typed before the page was ready is newer.
    if (inHand && this.line === '') [this.line, this.correcting] = [inHand.line, inHand.correcting];
    else if (this.line !== '') this.typed();
  }

  /** At every keystroke: the line in hand is on the device before the next one comes. */
  typed(): void {
    const { line, correcting } = this;
    this.#device?.holdInHand({ line, correcting, n: ++this.#n });
  }

  put(line: string): void {
    this.line = line;
    this.typed();
  }

  /** Keeps the line in hand: on the device at once, with the server when it answers. */
  keep(): boolean {
    const { line, correcting, read } = this;
    if (line.trim() === '' && !correcting) return false;
    if (read.asksVerbs) return false;
    const delegation = read.actor?.id ?? null;
    if (correcting) this.#correct(correcting, line, delegation);
    else this.#hold({ kind: 'take', id: newId(), line, delegation, typedAt: new Date(this.now()).toISOString(), n: ++this.#n }); // prettier-ignore
    this.correcting = null;
    this.put('');
    return true;
  }

  #correct({ note, basedOn }: { note: string; basedOn: number }, line: string, delegation: string | null): void {
    // A line the server has not seen yet is corrected where it waits.
    const unsent = this.kept.find((one) => (one.kind === 'take' ? one.id === note : one.kind === 'correct' && one.note === note)); // prettier-ignore
    if (unsent?.kind === 'take' && line.trim() === '') this.drop(unsent.id);
    else if (unsent && unsent.kind !== 'merge') this.#replace({ ...unsent, line, delegation, n: ++this.#n });
    else this.#hold({ kind: 'correct', id: newId(), note, basedOn, line, delegation, n: ++this.#n });
  }

  /** The two lines of a pair in the order of their letters, each with what says that it stands. */
  sidesOf({ line, other }: Pair<ShownLine>): { keep: Keep; line: ShownLine; letter: string }[] {
    const letterOf = ({ by }: ShownLine) => this.letters.get(by) ?? '';
    return [
      { keep: 'first' as const, line, letter: letterOf(line) },
      ...(other ? [{ keep: 'second' as const, line: other, letter: letterOf(other) }] : []),
    ].sort((a, b) => (a.letter < b.letter ? -1 : 1));
  }

  merge(pair: Pair<ShownLine>, keep: Keep): void {
    this.#hold({ kind: 'merge', id: newId(), first: pair.line.id, second: pair.other!.id, keep, n: ++this.#n }); // prettier-ignore
  }

  /** Takes the line above the one in hand into it, to be corrected; a later one with `down`. */
  reach(down = false): void {
    const all = this.lines;
    const at = this.correcting ? all.findIndex(({ id }) => id === this.correcting!.note) : all.length;
    const next = all[at + (down ? 1 : -1)];
    if (next) this.take(next);
    else if (down) this.leave();
  }

  take({ id, revision, line }: Pick<ShownLine, 'id' | 'revision' | 'line'>): void {
    this.correcting = { note: id, basedOn: revision };
    this.put(line);
  }

  leave(): void {
    this.correcting = null;
    this.put('');
  }

  /** After a conflict: mine is sent again, over theirs; or theirs stands. */
  settle(kept: Kept, mine: boolean): void {
    const theirs = kept.kind === 'correct' && this.state.lines.find(({ id }) => id === kept.note);
    if (!mine || !theirs) return this.drop(kept.id);
    const { isConflict: _, ...again } = kept;
    this.#replace({ ...again, id: newId(), basedOn: theirs.revision, n: ++this.#n }, kept.id);
  }

  /** What cannot be taken goes back into hand, whole. */
  takeBack(kept: Kept): void {
    if (kept.kind !== 'merge') this.put(this.line === '' ? kept.line : `${this.line} ${kept.line}`);
    this.drop(kept.id);
  }

  drop(id: string): void {
    this.#device?.drop(id);
    this.kept = this.kept.filter((one) => one.id !== id);
  }

  /** What is to be sent: all but what waits for a word from here. */
  toSend(): Kept[] {
    return this.kept.filter((one) => !this.undecided.includes(one)).slice(0, 50);
  }

  /** What the server said of what it was sent, and how it stands there now. */
  answered(sent: readonly Kept[], answers: readonly Answer[], state: DeskState): void {
    this.heard(state);
    for (const { id, is, why } of answers) {
      const kept = this.kept.find((one) => one.id === id);
      // Changed here while it was on its way: it is sent again.
      if (!kept || kept !== sent.find((one) => one.id === id)) continue;
      if (is === 'taken') this.drop(id);
      else this.#replace({ ...kept, n: kept.n + 1, ...(is === 'conflict' ? { isConflict: true } : { why: why! }) });
    }
  }

  heard(state: DeskState): void {
    this.state = state;
    this.#ahead = Date.parse(state.now) - Date.now();
    this.aloneSince = null;
    this.isSignedOut = false;
  }

  alone(): void {
    this.aloneSince ??= new Date(this.now());
  }

  /** By the server's clock, in milliseconds. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  #hold(one: Kept): void {
    this.#device?.holdKept(one);
    this.kept = [...this.kept, one];
  }

  #replace(one: Kept, before = one.id): void {
    if (before !== one.id) this.#device?.drop(before);
    this.#device?.holdKept(one);
    this.kept = this.kept.map((other) => (other.id === before ? one : other));
  }

  #laidOver(): ShownLine[] {
    const lines = new Map(this.state.lines.map((line) => [line.id, { ...line, typedAt: new Date(line.typedAt), waits: false, kept: null as Kept | null }])); // prettier-ignore
    for (const kept of this.kept) {
      if (kept.kind === 'merge') continue;
      const before = lines.get(kept.kind === 'take' ? kept.id : kept.note);
      // Sent and taken, though the answer was lost.
      if (kept.kind === 'take' && before) continue;
      if (kept.kind === 'correct' && (!before || kept.isConflict || kept.why)) continue;
      if (kept.line.trim() === '') lines.delete(before!.id);
      else lines.set(before?.id ?? kept.id, this.#waiting(kept, before));
    }
    return [...lines.values()].sort((a, b) => +a.typedAt - +b.typedAt);
  }

  #waiting(kept: Exclude<Kept, { kind: 'merge' }>, before: ShownLine | undefined): ShownLine {
    const read = readLine(kept.line, this.names);
    const delegation = kept.delegation ? (this.register.find(({ id }) => id === kept.delegation) ?? null) : null;
    const typedAt = kept.kind === 'take' ? new Date(kept.typedAt) : before!.typedAt;
    const turn = before?.slot ?? this.#turnAt(typedAt, kept.delegation)?.id ?? null;
    const { verb, words, isExact, toCheck, questions, follows } = read;
    return { id: before?.id ?? kept.id, slot: turn, by: before?.by ?? this.me, typedAt, revision: before?.revision ?? 1, line: kept.line, delegation, verb: verb?.verb ?? null, act: verb?.act ?? null, words, isExact, onRecord: !read.isOffRecord, toCheck: toCheck || read.doubt !== null, questions, follows, waits: true, kept }; // prettier-ignore
  }

  /** The turn a line belongs to, as far as is known here; the server finds it again. */
  #turnAt(at: Date, delegation: string | null): TurnView | undefined {
    const begun = this.state.turns.filter(
      (turn) =>
        turn.startedAt !== null &&
        new Date(turn.startedAt) <= at &&
        (delegation === null || turn.delegation?.id === delegation),
    );
    // After a point of order it is the speech that was interrupted.
    return begun.findLast(({ endedAt }) => endedAt === null || new Date(endedAt) > at) ?? begun.at(-1);
  }

  #inRows(): DeskRow[] {
    const merges: Merge[] = [...this.state.merges];
    for (const kept of this.kept) if (kept.kind === 'merge') merges.unshift(kept);
    const turns = new Map(this.state.turns.map((turn) => [turn.id, turn]));
    const slots = new Map<string | null, ShownLine[]>();
    for (const line of this.lines) slots.set(line.slot, [...(slots.get(line.slot) ?? []), line]);
    const noted: DeskRow[] = [...slots].flatMap(
      ([slot, lines]) =>
      pairsOf(lines, merges).map((pair) => ({ at: pair.line.typedAt, turn: slot ? (turns.get(slot) ?? null) : null, pair })), // prettier-ignore
    );
    const silent = this.state.turns.filter(({ id, state }) => state === 'spoken' && !slots.has(id));
    const open: DeskRow[] = silent.map((turn) => ({ at: new Date(turn.startedAt!), turn, pair: null }));
    return [...noted, ...open].sort((a, b) => +a.at - +b.at);
  }
}
