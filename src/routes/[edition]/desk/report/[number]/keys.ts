// The keys of the desk: what each does, and its sentence on the page's help.
import { panes, type Filter, type ReportDesk } from './desk.svelte.ts';
import {
  joinNext,
  joinParagraph,
  moveParagraph,
  moveSentence,
  putBack,
  splitParagraph,
  takeOut,
  tell,
} from './doings.ts';

interface Key {
  keys: string[];
  /** rdesk.key.… */
  name: string;
  /** It is the first of those about … */
  begins?: 'statements' | 'report' | 'points' | 'desk';
  press(desk: ReportDesk): unknown;
}

const sentence =
  (work: (desk: ReportDesk, at: NonNullable<ReturnType<ReportDesk['current']>>) => unknown) => (desk: ReportDesk) => {
    const at = desk.current();
    return at ? work(desk, at) : undefined;
  };

const atPoint = (work: (desk: ReportDesk) => unknown) => (desk: ReportDesk) =>
  desk.pane === 'points' ? work(desk) : undefined;

/** In the order of the help. */
export const keys: readonly Key[] = [
  { keys: ['ArrowDown', 'j'], name: 'down', press: (desk) => desk.step(1) },
  { keys: ['ArrowUp', 'k'], name: 'up', press: (desk) => desk.step(-1) },
  { keys: ['ArrowRight', 'l'], name: 'right', press: (desk) => desk.turn(1) },
  { keys: ['ArrowLeft', 'h'], name: 'left', press: (desk) => desk.turn(-1) },
  { keys: ['1'], name: 'statements', press: (desk) => desk.enter(panes[0]) },
  { keys: ['2'], name: 'points', press: (desk) => desk.enter(panes[1]) },
  { keys: ['3'], name: 'report', press: (desk) => desk.enter(panes[2]) },
  { keys: ['Enter'], name: 'open', press: open },
  { keys: ['c'], name: 'cite', begins: 'statements', press: (desk) => openStatement(desk) },
  { keys: ['d'], name: 'decide', press: decide },
  { keys: ['u'], name: 'unreflected', press: (desk) => filterBy(desk, desk.filter === 'unreflected' ? 'all' : 'unreflected') }, // prettier-ignore
  { keys: ['f'], name: 'filter', press: (desk) => filterBy(desk, filters[(filters.indexOf(desk.filter) + 1) % filters.length]!) }, // prettier-ignore
  { keys: ['/'], name: 'find', press: () => document.getElementById('find')?.focus() },
  { keys: ['n'], name: 'add', begins: 'report', press: (desk) => desk.hand.add() },
  { keys: ['m'], name: 'join', press: sentence(joinNext) },
  { keys: ['Alt+ArrowUp'], name: 'move_up', press: sentence((desk, at) => moveSentence(desk, at, -1)) },
  { keys: ['Alt+ArrowDown'], name: 'move_down', press: sentence((desk, at) => moveSentence(desk, at, 1)) },
  { keys: ['p'], name: 'split_paragraph', press: sentence(splitParagraph) },
  { keys: ['P'], name: 'join_paragraph', press: sentence(joinParagraph) },
  { keys: ['Alt+Shift+ArrowUp'], name: 'paragraph_up', press: sentence((desk, at) => moveParagraph(desk, at, -1)) },
  { keys: ['Alt+Shift+ArrowDown'], name: 'paragraph_down', press: sentence((desk, at) => moveParagraph(desk, at, 1)) },
  { keys: ['x', 'Delete'], name: 'take_out', press: sentence(takeOut) },
  { keys: ['b'], name: 'put_back', press: (desk) => (desk.text.removed[0] ? putBack(desk, desk.text.removed[0].id) : undefined) }, // prettier-ignore
  { keys: ['a'], name: 'accept', begins: 'points', press: atPoint((desk) => desk.deciding.accept()) },
  { keys: ['e'], name: 'edit', press: atPoint((desk) => desk.deciding.decide('edit')) },
  { keys: ['r'], name: 'reject', press: atPoint((desk) => desk.deciding.decide('reject')) },
  { keys: ['s'], name: 'split', press: atPoint((desk) => desk.deciding.decide('split')) },
  { keys: ['t'], name: 'merge', press: atPoint((desk) => desk.deciding.decide('merge')) },
  { keys: ['v'], name: 'issue', press: atPoint((desk) => desk.deciding.decide('issue')) },
  { keys: ['o'], name: 'use', press: atPoint((desk) => desk.deciding.decide('use')) },
  { keys: ['i'], name: 'view', press: (desk) => desk.deciding.turn() },
  { keys: ['z'], name: 'undo', begins: 'desk', press: (desk) => desk.undo() },
  { keys: ['g'], name: 'finding', press: nextFinding },
  { keys: ['w'], name: 'missing', press: () => document.getElementById('missing')?.focus() },
];

/** The keys by what they are about, in the order of the help; the first are those by which one goes about. */
export const keyGroups = keys.reduce<{ about: NonNullable<Key['begins']> | 'going'; keys: Key[] }[]>(
  (groups, key) => {
    if (key.begins) return [...groups, { about: key.begins, keys: [key] }];
    groups.at(-1)!.keys.push(key);
    return groups;
  },
  [{ about: 'going', keys: [] }],
);

/** Those that are pressed while writing; the text field minds them itself. */
export const writingKeys = ['Enter', 'Escape', 'Ctrl+Enter', 'Backspace'] as const;

export const filters: readonly Filter[] = ['all', 'unreflected', 'open', 'reflected', 'merged', 'noted', 'not_retained', 'omitted', 'held', 'withdrawn']; // prettier-ignore

const byKey = new Map(keys.flatMap((key) => key.keys.map((name) => [name, key] as const)));

/** Does what a key stands for; true when it stands for something. Nothing while somebody writes, or holds Ctrl. */
export function pressed(desk: ReportDesk, event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || target.closest('textarea, input, select, dialog, summary, button'))
    return false;
  // A link of the page that is no row goes where it leads.
  if (event.key === 'Enter' && target.closest('a') && !target.closest('[data-go]')) return false;
  const name = [event.altKey ? 'Alt+' : '', event.shiftKey && event.key.length > 1 ? 'Shift+' : '', event.key].join('');
  const key = byKey.get(name);
  if (!key) return false;
  void key.press(desk);
  return true;
}

function open(desk: ReportDesk): unknown {
  const id = desk.at[desk.pane];
  if (!id) return undefined;
  if (desk.pane === 'statements') return openStatement(desk);
  return desk.pane === 'points' ? tell(desk, id, desk.current()) : desk.hand.write(id);
}

/** Opens the statement one is at, to select words in it. */
export async function openStatement(desk: ReportDesk): Promise<void> {
  const id = desk.at.statements;
  if (!id) return;
  desk.isDeciding = false;
  const response = await fetch(`${location.pathname}/words?statement=${id}`).catch(() => null);
  if (!response?.ok) return;
  desk.opened = (await response.json()) as ReportDesk['opened'];
  desk.pane = 'statements';
  setTimeout(() => document.getElementById('said')?.focus());
}

function decide(desk: ReportDesk): void {
  if (!desk.at.statements || desk.readOnly) return;
  desk.isDeciding = true;
  desk.pane = 'statements';
  setTimeout(() => document.querySelector<HTMLElement>('#deciding :is(input:checked, select)')?.focus());
}

export function filterBy(desk: ReportDesk, filter: Filter): void {
  desk.filter = filter;
  void desk.enter('statements');
}

function nextFinding(desk: ReportDesk): unknown {
  const { sentences } = desk.layout;
  const at = desk.current()?.at ?? -1;
  const found = [...sentences.slice(at + 1), ...sentences.slice(0, at + 1)].find(({ id }) => desk.findings.has(id));
  return found && desk.go('report', found.id);
}
