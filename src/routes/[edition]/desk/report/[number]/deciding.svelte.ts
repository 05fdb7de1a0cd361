// The middle pane: which point is decided about, by which of its forms, and what each decision is undone by.
import { tick } from 'svelte';
import type { PointPart } from '#analysis/points/rules.ts';
import type { DeskPoint } from '#report/editing/views.ts';
import type { DeedName } from '#routes/[edition]/desk/deciding/deeds.ts';
import type { OpenedPoint, Ordered } from '#routes/[edition]/desk/deciding/opened.ts';
import { focusOn, type ReportDesk } from './desk.svelte.ts';
import { isOfPoints, passing, views, type View } from './views-of-points.ts';

/** What a form sends: names may come more than once. */
export type Form = [name: string, value: string][];

export class Deciding {
  view: View = $state('points');
  open: OpenedPoint | null = $state.raw(null);
  part: PointPart = $state('edit');
  order: Ordered | null = $state.raw(null);
  /** Of a report that covers several, the roundtable whose issues are shown. */
  roundtable = $state('');
  /** What was typed into a form that was refused, where it came without script. */
  typed: Record<string, string> = {};
  /** What was done last, to be read out. */
  told: DeedName | null = $state(null);
  readonly #desk: ReportDesk;

  constructor(desk: ReportDesk) {
    this.#desk = desk;
    this.roundtable = desk.said.statements[0]?.roundtable ?? '';
  }

  /** What is open as the page comes. */
  begin(
    given: { view: View; roundtable: string; point: OpenedPoint | null; order: Ordered | null },
    typed: Record<string, string>,
  ): void {
    this.view = given.view;
    this.roundtable = given.roundtable;
    this.open = given.point;
    this.order = given.order;
    this.typed = typed;
    this.#desk.at.points = given.point?.point.id ?? null;
  }

  current(): DeskPoint | undefined {
    return this.#desk.said.points.find(({ id }) => id === this.#desk.at.points);
  }

  async show(view: View): Promise<void> {
    this.view = view;
    this.open = null;
    this.#desk.pane = 'points';
    await this.#reload();
    if (isOfPoints(view)) return this.#desk.enter('points');
    await tick();
    this.#toFirstForm();
  }

  #toFirstForm(): void {
    focusOn(document.querySelector<HTMLElement>('#points :is(summary, .again select, form button)'));
  }

  /** How many stand in a view; null where that is no matter. */
  count(view: View): number | null {
    const { said, untold } = this.#desk;
    if (view === 'points' || view === 'decided') return null;
    if (view === 'issues' || view === 'again') return said[view].length;
    if (view === 'untold') return untold.size;
    return said.points.filter(isIn(view, untold)).length;
  }

  get views(): readonly View[] {
    return views.filter((view) => !passing.includes(view) || this.view === view || this.count(view)! > 0);
  }

  turn(): Promise<void> {
    return this.show(this.views[(this.views.indexOf(this.view) + 1) % this.views.length]!);
  }

  /** Opens one of the forms of the point one is at. */
  async decide(part: PointPart): Promise<void> {
    const point = this.current();
    if (!point || !this.#desk.decides) return;
    const open = await this.#ask<OpenedPoint>({ point: point.id, roundtable: this.#roundtableOf(point) });
    if (!open) return;
    this.open = open;
    this.part = part;
    await tick();
    const fields = '.change :is(input:not([type=hidden]), textarea, select, button)';
    focusOn(document.querySelector<HTMLElement>(`#points ${fields}`));
  }

  async close(): Promise<void> {
    const at = this.open?.point.id;
    this.open = null;
    if (at) await this.#desk.go('points', at);
  }

  async accept(): Promise<void> {
    const point = this.current();
    if (point?.state === 'proposed') await this.do('accept', [['points', point.id]]);
  }

  /** Puts a point under an issue, out of the one it is shown under; under none, where that is empty. */
  async move(point: string, issue: string): Promise<void> {
    const from = this.#desk.groups.find(({ points }) => points.some(({ id }) => id === point))?.id;
    if (from === issue) return;
    this.#desk.at.points = point;
    if (issue === '') return void (await this.do('takeOut', [['points', point], ['issue', from ?? '']])); // prettier-ignore
    await this.do('place', [['points', point], ['issue', issue], ...(from ? [['from', from] as Form[number]] : [])]); // prettier-ignore
  }

  /** Does what a form asks for, and goes back to the row it was about, or to the one that took its place. */
  async do(deed: DeedName, form: Form): Promise<boolean> {
    const desk = this.#desk;
    const place = Math.max(0, desk.points.findIndex(({ id }) => id === desk.at.points)); // prettier-ignore
    if (!(await this.#perform(deed, form))) return false;
    this.told = deed;
    this.open = null;
    await tick();
    if (!isOfPoints(this.view)) {
      await this.#reload();
      if (this.view === 'again') this.#toFirstForm();
      return true;
    }
    const stays = desk.points.some(({ id }) => id === desk.at.points);
    const next = stays ? desk.at.points : (desk.points[Math.min(place, desk.points.length - 1)]?.id ?? null);
    if (!next) desk.at.points = null;
    await desk.go('points', next);
    return true;
  }

  async #perform(deed: DeedName, form: Form): Promise<boolean> {
    const point = this.current();
    const was = Object.fromEntries(form);
    const again = this.#desk.said.again.find((one) => deed === 'carry' && one.point === was.point);
    const roundtable = again?.roundtable ?? (this.view === 'issues' || !point ? this.roundtable : this.#roundtableOf(point)); // prettier-ignore
    const title = this.#desk.said.issues.find(({ id }) => id === was.issue)?.title ?? '';
    const answer = await this.#desk.decide({ deed, form, roundtable }, (outcome) => {
      const back = undoing(deed, form, { ...outcome, title });
      return back.length === 0 ? null : async () => {
        for (const [deed, ...form] of back) await this.do(deed, form);
      }; // prettier-ignore
    });
    return answer !== null && 'outcome' in answer;
  }

  /** What the pane shows beside the points is asked for anew when it is looked at, and after what was done in it. */
  async #reload(): Promise<void> {
    if (this.view === 'issues' || this.view === 'decided')
      this.order = await this.#ask<Ordered>({ roundtable: this.roundtable });
  }

  #roundtableOf({ statement }: DeskPoint): string {
    return this.#desk.layout.statements.get(statement)?.roundtable ?? this.roundtable;
  }

  async #ask<T>(about: Record<string, string>): Promise<T | null> {
    const response = await fetch(`${location.pathname}/points?${new URLSearchParams(about)}`).catch(() => null);
    if (!response) this.#desk.alone();
    return response?.ok ? ((await response.json()) as T) : null;
  }
}

/** Whether a point stands in a view; `untold` holds the objections that no report tells. */
export function isIn(view: View, untold: ReadonlyMap<string, string>): (point: DeskPoint) => boolean {
  if (view === 'proposed') return ({ state }) => state === 'proposed';
  if (view === 'untold') return ({ id }) => untold.has(id);
  if (view === 'questions') return ({ toQuestion }) => toQuestion !== null;
  return () => true;
}

interface Came {
  id?: string;
  decision?: string;
  decisions?: string[];
  /** What the issue it was about was called. */
  title: string;
}

/** By what each deed is undone, the latest first; nothing where it cannot honestly be. */
function undoing(deed: DeedName, form: Form, { id, decision, decisions, title }: Came): [DeedName, ...Form][] {
  const { issue = '', from } = Object.fromEntries(form);
  const points = form.filter(([name]) => name === 'points');
  const taken = decisions ?? (decision ? [decision] : []);
  if (taken.length > 0) return taken.toReversed().map((one) => ['undo', ['decision', one]]);
  if (deed === 'place' && from) return [['place', ...points, ['issue', from], ['from', issue]]];
  if (deed === 'place') return [['takeOut', ...points, ['issue', issue]]];
  if (deed === 'takeOut') return [['place', ...points, ['issue', issue]]];
  if (deed === 'name' && id && points.length > 0) return [['takeOut', ...points, ['issue', id]]];
  if (deed === 'answered' || deed === 'unanswered') return [[deed === 'answered' ? 'unanswered' : 'answered', ...form]];
  if (deed === 'rename') return [['rename', ['issue', issue], ['title', title]]];
  return deed === 'mergeIssue' ? [['apart', ['issue', issue]]] : [];
}
