// The desk as it stands in the browser: what the server said last, where one is in each pane, and the words in hand.
import { tick } from 'svelte';
import type { ToldFinding } from '#report/checks/told.ts';
import type { DeskPoint, DeskSaid, DeskText } from '#report/editing/views.ts';
import type { LedgerState } from '#report/ledger/rules.ts';
import type { Here } from './present.ts';
import { Layout, type Placed } from './desk-layout.ts';
import type { Deed, Line } from './sending.ts';
import type { Answer, Synced } from './synced.ts';
import { Deciding, isIn } from './deciding.svelte.ts';
import { Hand } from './hand.svelte.ts';

export const panes = ['statements', 'points', 'report'] as const;
export type Pane = (typeof panes)[number];
export type Filter = 'all' | 'unreflected' | LedgerState;

/** As what a point is dragged. */
export const pointKind = 'text/x-rapporteur-point';

type Undo = () => Promise<unknown>;

/** The ids of rows, as they are found on the page. */
export const rowOf: Record<Pane, string> = { statements: 'm', points: 'p', report: 's' };

interface Given {
  report: { id: string };
  sequence: number;
  text: DeskText;
  said: DeskSaid;
  readOnly: string | null;
  decides: boolean;
}

export class ReportDesk {
  text: DeskText = $state.raw()!;
  said: DeskSaid = $state.raw()!;
  /** Why nothing is changed here now. */
  readOnly: string | null = $state.raw(null);
  here: Here[] = $state.raw([]);
  pane: Pane = $state('report');
  at: Record<Pane, string | null> = $state({ statements: null, points: null, report: null });
  /** What is to be in sight beside it. */
  reached: Record<Pane, string | null> = $state({ statements: null, points: null, report: null });
  filter: Filter = $state('all');
  looking = $state('');
  /** A statement in full, to be cited from. */
  opened: { id: string; body: string; language: string } | null = $state.raw(null);
  isDeciding = $state(false);
  /** The last answer: what was refused, and why. */
  refused: string | null = $state.raw(null);
  isAlone = $state(false);
  /** By sentence, and those about the whole under the empty name. */
  findings: Map<string, ToldFinding[]> = $state.raw(new Map());
  sequence: number;
  readonly report: string;
  readonly hand: Hand;
  /** Whether this viewer decides about points and issues. */
  readonly decides: boolean;
  readonly deciding: Deciding;
  line: Line | null = null;
  #isUndoing = false;
  #done: Undo[] = [];

  layout = $derived.by(() => new Layout(this.text, this.said));
  counts = $derived(this.layout.counts());
  shares = $derived(this.layout.shares());
  shown = $derived.by(() => this.said.statements.filter((one) => this.#isShown(one.id)));
  groups = $derived.by(() => this.#groups());
  points = $derived(this.groups.flatMap(({ points }) => points));
  lit = $derived.by(() => this.#lit());
  /** Objections that neither this report nor the one of their roundtable tells, each with that roundtable. */
  untold = $derived.by(() => this.#untold());

  constructor({ report, sequence, text, said, readOnly, decides }: Given) {
    this.report = report.id;
    this.text = text;
    this.said = said;
    this.readOnly = readOnly;
    this.sequence = sequence;
    this.hand = new Hand(this);
    this.decides = decides;
    this.deciding = new Deciding(this);
  }

  #isShown(id: string): boolean {
    const state = this.layout.ledger.get(id)!;
    const isWanted =
      this.filter === 'all' || state === this.filter || (this.filter === 'unreflected' && isUnreflected(state));
    return isWanted && this.#isFound(id);
  }

  #isFound(id: string): boolean {
    const wanted = this.looking.trim().toLowerCase();
    if (wanted === '') return true;
    const { number, voices, opening } = this.layout.statements.get(id)!;
    return String(number) === wanted || `${voices.map(({ name }) => name).join(' ')} ${opening}`.toLowerCase().includes(wanted); // prettier-ignore
  }

  /** Points of the statements that are shown, each once, under the first issue it belongs to. */
  #groups() {
    const isNarrow = this.filter !== 'all' || this.looking.trim() !== '';
    const shown = isNarrow ? new Set(this.shown.map(({ id }) => id)) : null;
    const isWanted = isIn(this.deciding.view, this.untold);
    const points = this.said.points.filter((point) => (!shown || shown.has(point.statement)) && isWanted(point));
    const issueOf = new Map<string, string>();
    for (const issue of this.said.issues) for (const point of issue.points) if (!issueOf.has(point)) issueOf.set(point, issue.id); // prettier-ignore
    const order = new Map(this.said.statements.map(({ id }, i) => [id, i]));
    points.sort((a, b) => order.get(a.statement)! - order.get(b.statement)! || a.start - b.start);
    const under = Map.groupBy(points, ({ id }) => issueOf.get(id) ?? '');
    const known = new Map(this.said.points.map((point) => [point.id, point]));
    const voices = (some: readonly DeskPoint[]) => this.layout.voicesIn(some);
    const named = this.said.issues.map(({ id, title, points }) => ({ id, title, points: under.get(id) ?? [], ...voices(points.flatMap((point) => known.get(point) ?? [])) })); // prettier-ignore
    const rest = { id: '', title: '', points: under.get('') ?? [], ...voices(under.get('') ?? []) };
    return [...named, rest].filter((group) => group.points.length > 0);
  }

  #untold(): Map<string, string> {
    const points = new Map(this.said.points.map((point) => [point.id, point]));
    const left = this.said.untold.filter(({ point }) => {
      const one = points.get(point);
      return one && this.layout.sentencesOn(one).length === 0;
    });
    return new Map(left.map(({ point, roundtable }) => [point, roundtable]));
  }

  /** What belongs to what one is at: its sources, or what rests on it. */
  #lit(): Record<Pane, Set<string>> {
    const lit = { statements: new Set<string>(), points: new Set<string>(), report: new Set<string>() };
    const { layout, pane } = this;
    const id = this.at[pane];
    if (!id) return lit;
    if (pane === 'report') {
      const sentence = layout.placed.get(id);
      for (const { statement } of sentence?.cites ?? []) if (statement) lit.statements.add(statement);
      for (const point of sentence ? layout.pointsIn(sentence) : []) lit.points.add(point.id);
    } else if (pane === 'statements') {
      for (const sentence of layout.citing.get(id) ?? []) lit.report.add(sentence.id);
      for (const point of layout.pointsOf(id)) lit.points.add(point.id);
    } else {
      const point = this.said.points.find((one) => one.id === id);
      if (!point) return lit;
      lit.statements.add(point.statement);
      for (const sentence of layout.sentencesOn(point)) lit.report.add(sentence.id);
    }
    return lit;
  }

  /** The rows of a pane, in the order in which one goes through them. */
  rows(pane: Pane): readonly { id: string }[] {
    if (pane === 'statements') return this.shown;
    return pane === 'points' ? this.points : this.layout.sentences;
  }

  current(): Placed | undefined {
    return this.layout.placed.get(this.at.report ?? '') ?? undefined;
  }

  /** Goes to a row, and shows in the other panes what belongs to it. */
  async go(pane: Pane, id: string | null): Promise<void> {
    this.pane = pane;
    if (id) this.at[pane] = id;
    await tick();
    if (id) focusOn(document.getElementById(`${rowOf[pane]}-${id}`));
    for (const other of panes) {
      const first = other === pane ? undefined : this.rows(other).find((row) => this.lit[other].has(row.id));
      if (!first) continue;
      // The sentence one is at stays: it is the one that points and words go to.
      if (other !== 'report') this.at[other] = first.id;
      this.reached[other] = first.id;
      await tick();
      document.getElementById(`${rowOf[other]}-${first.id}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  step(by: number): void {
    const rows = this.rows(this.pane);
    const at = rows.findIndex(({ id }) => id === this.at[this.pane]);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))];
    this.refused = null;
    if (next) void this.go(this.pane, next.id);
  }

  turn(by: number): void {
    const to = panes[Math.max(0, Math.min(2, panes.indexOf(this.pane) + by))]!;
    void this.enter(to);
  }

  enter(pane: Pane): Promise<void> {
    this.refused = null;
    const here = this.rows(pane).find(({ id }) => id === this.at[pane]) ?? this.rows(pane)[0];
    return this.go(pane, here?.id ?? null);
  }

  /** Does something with the text, and remembers how it is undone. */
  async act(name: string, input: object, undo?: (outcome: never) => Promise<unknown>): Promise<Answer | null> {
    // Why a key does nothing is said where one is; the notice above may be out of sight.
    if (this.readOnly) this.refused = this.readOnly;
    if (!this.line || this.readOnly) return null;
    return this.#answered(await this.line.act(name, input), undo && ((outcome) => () => undo(outcome)));
  }

  /** The same with points and issues, which are decided about whatever the report is. */
  async decide(deed: Deed, undo: (outcome: object) => Undo | null): Promise<Answer | null> {
    if (!this.line || !this.decides) return null;
    return this.#answered(await this.line.decide(deed), undo);
  }

  #answered(answer: Answer | null, undo?: (outcome: never) => Undo | null): Answer | null {
    if (answer && 'sentence' in answer) this.refused = answer.sentence;
    else if (answer) {
      this.refused = null;
      const back = this.#isUndoing ? null : undo?.(answer.outcome as never);
      if (back) this.#done.push(back);
    }
    return answer;
  }

  /** Undoes what was done last here; false where there is nothing. */
  async undo(): Promise<boolean> {
    const last = this.#done.pop();
    this.#isUndoing = true;
    await last?.();
    this.#isUndoing = false;
    return last !== undefined;
  }

  /** The version of the paragraph in which a sentence stands now. */
  versionOf(sentence: string): number {
    return this.layout.placed.get(sentence)?.paragraph.version ?? 1;
  }

  have(): [string, number][] {
    return this.text.paragraphs.map(({ id, version }) => [id, version]);
  }

  writingIn(): string | null {
    return this.hand.editing?.paragraph ?? null;
  }

  heard({ here, sequence, changes, said, readOnly }: Synced): void {
    // Words that could not be saved while nobody answered are saved now.
    if (this.isAlone) this.hand.rest();
    this.isAlone = false;
    if (JSON.stringify(here) !== JSON.stringify(this.here)) this.here = here;
    if (!changes) return;
    this.sequence = sequence;
    this.readOnly = readOnly;
    const { changed, order, isSaid: _, ...standing } = changes;
    const byId = new Map([...this.text.paragraphs, ...changed].map((paragraph) => [paragraph.id, paragraph]));
    const ids = order ?? this.text.paragraphs.map(({ id }) => id);
    this.#forgetFindings(changed);
    this.text = { ...standing, paragraphs: ids.flatMap((id) => byId.get(id) ?? []) };
    if (said) this.said = said;
    if (this.at.report && !this.layout.placed.has(this.at.report)) this.at.report = null;
  }

  /** What was found in words that have changed since is found no more. */
  #forgetFindings(changed: DeskText['paragraphs']): void {
    const old = changed.flatMap(({ sentences }) => sentences.filter(({ id, text }) => this.findings.has(id) && this.layout.placed.get(id)?.text !== text)); // prettier-ignore
    if (old.length === 0) return;
    const findings = new Map(this.findings);
    for (const { id } of old) if (id !== this.hand.editing?.sentence) findings.delete(id);
    this.findings = findings;
  }

  alone(): void {
    this.isAlone = true;
  }
}

/** Goes there no further than needed: who is missing stays in sight above the panes. */
export function focusOn(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
}

export function isUnreflected(state: LedgerState): boolean {
  return state === 'open' || state === 'noted' || state === 'omitted';
}
