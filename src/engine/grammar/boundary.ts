import { bareGerund, gerundAt } from './gerund.ts';
import { hangingOn, ownView, pastAside } from './hanging.ts';
import { otherSubject } from './newSubject.ts';
import { sameSubject } from './predicate.ts';
import { low } from './reader.ts';
import type { Reader } from './reader.ts';
import { subjectAt } from './subject.ts';
import type { Subject } from './subject.ts';
import { trailing } from './trailing.ts';
import { verbAt } from './verb.ts';
import type { Verb } from './verb.ts';

/** What comes after a message: another predicate of the same speakers, a new subject, a relation, or nothing. */
export type Next =
  | { sort: 'verb' | 'gerund'; end: number; verb: Verb; beside: Beside; from?: number }
  | { sort: 'frame'; end: number; verb: Verb; subject: Subject }
  | {
      sort: 'relation';
      end: number;
      kind: 'support' | 'oppose' | 'behalf' | 'names';
      names: string[];
      after: number;
      also?: Next;
    }
  | { sort: 'gap'; end: number; subject: Subject; from: number }
  | { sort: 'denial'; end: number; subject: Subject; after: number }
  | { sort: 'view'; end: number; from: number }
  | { sort: 'end'; end: number };

/** Who joins from a predicate on: "and, with the EU, suggested", "and, supported by Sudan, proposed". */
export type Beside = Record<'alongside' | 'support' | 'oppose' | 'behalf', string[]>;
export const nobody = (): Beside => ({ alongside: [], support: [], oppose: [], behalf: [] });

export interface Current {
  verb: Verb | null;
  gerund: boolean;
  /** The message is a clause ("that …"): a bare "and this will" still belongs to it. */
  clause: boolean;
}

/** The first boundary at or after `from`. */
export function nextAfter(reader: Reader, from: number, current: Current): Next {
  const { row } = reader;
  let depth = 0;
  for (let k = pastAside(reader, from); k < row.length; k = pastAside(reader, k + 1)) {
    if (low(reader, k) === '(') depth++;
    else if (low(reader, k) === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const found = mayPart(reader, k, from, current)
      ? boundaryAt(reader, k, from, current)
      : hangingOn(reader, k, from, current);
    if (found) return found;
  }
  return { sort: 'end', end: row.length };
}

/** A pause, a conjunction, or a participle that says something. */
function mayPart(reader: Reader, k: number, from: number, current: Current): boolean {
  const { tongue } = reader;
  const token = reader.row[k]!;
  if (token.sort === 'mark')
    return [',', ';', '–', ':'].includes(token.low) || (token.low === '"' && low(reader, k - 1) === ',');
  if (k === from && current.clause) return false;
  return tongue.and.has(token.low) || tongue.contrast.has(token.low) || bareGerund(reader, k, from, current);
}

function boundaryAt(reader: Reader, k: number, from: number, current: Current): Next | undefined {
  const { tongue } = reader;
  if (low(reader, k) === ':') return afterColon(reader, k);
  const pause = reader.row[k]!.sort === 'mark' && low(reader, k) !== '/';
  let c = pause ? k + 1 : k;
  const conjunction = tongue.and.has(low(reader, c)) || tongue.contrast.has(low(reader, c));
  const contrast = tongue.contrast.has(low(reader, c));
  if (conjunction) c++;
  if (low(reader, c) === 'que' && contrast) c++;
  const view = low(reader, k) === ';' ? ownView(reader, k + 1) : -1;
  if (view > 0) return { sort: 'view', end: k, from: view };
  const relation = pause || contrast ? trailing(reader, k, pause ? k + 1 : k) : undefined;
  if (relation) return relation;
  return (
    gerundAt(reader, k, c, from, current, pause, contrast) ??
    sameSubject(reader, k, c, current, pause, conjunction) ??
    otherSubject(reader, k, c, from, current, pause, conjunction, contrast) ??
    clauseEnd(reader, k, c, current, conjunction)
  );
}

/** "views diverged: the EU wanted a workshop": only a name on the register opens a clause after a colon. */
function afterColon(reader: Reader, k: number): Next | undefined {
  const subject = subjectAt(reader, k + 1);
  if (!subject?.sorts.has('held')) return undefined;
  const verb = verbAt(reader, subject.end, subject.plural ? 'plural' : 'finite');
  return verb && !verb.passive ? { sort: 'frame', end: k, verb, subject } : undefined;
}

/** ", and the matter was referred to a small group": what became of it, told by the writer. */
function copulaSoon(reader: Reader, c: number): boolean {
  for (let i = c + 2; i < c + 5 && reader.row[i]?.sort === 'word'; i++)
    if (low(reader, i) === 'was' || low(reader, i) === 'were')
      return !!verbAt(reader, i, 'finite')?.passive || low(reader, i + 1).endsWith('ed');
  return false;
}

/** "I thank the note-takers, and that will conclude …": a clause of its own, said by nobody. */
function clauseEnd(reader: Reader, k: number, c: number, current: Current, conjunction: boolean): Next | undefined {
  const { tongue } = reader;
  if (low(reader, k) === ';' && /^(?:no|none|nobody)$/.test(low(reader, k + 1)))
    return { sort: 'relation', end: k, kind: 'support', names: [], after: reader.row.length };
  if (!conjunction || current.clause || !current.verb) return undefined;
  const told = low(reader, k) === ',' && tongue.determiners.has(low(reader, c)) && copulaSoon(reader, c);
  if (!told && !tongue.clauseStarts.has(low(reader, c))) return undefined;
  if (!told && !tongue.copulas.has(low(reader, c + 1)) && !tongue.auxiliaries.has(low(reader, c + 1))) return undefined;
  return { sort: 'relation', end: k, kind: 'support', names: [], after: reader.row.length };
}
