import type { Actor, ActorKind } from './types.ts';
import { folded, tokens } from './reading/tokens.ts';
import type { Token } from './reading/tokens.ts';
import { constituencies } from './register/constituencies.ts';
import { groups } from './register/groups.ts';
import { organisations } from './register/organisations.ts';
import { states } from './register/states.ts';

/** One spelling of an actor, as the words to be met in a row. */
interface Spelling {
  words: string[];
  actor: Actor;
  /** Acronyms ("US", "WHO") match only in capitals, or "us" and "who" would speak. */
  capitals: boolean;
  adjective: boolean;
}

export interface Met {
  actor: Actor;
  /** How many tokens it takes. */
  length: number;
  /** "Norwegian" rather than "Norway": speaks only before a noun such as "delegation". */
  adjective: boolean;
}

export interface Register {
  actors: Actor[];
  /** Any spelling, any case, any of the three languages; a leading "the" is ignored. Undefined when not held. */
  find(name: string): Actor | undefined;
  /** The longest spelling that begins at `at` in a row of tokens. */
  meet(row: Token[], at: number): Met | undefined;
}

let standing: Register | undefined;

/**
 * The register of actors: States, observers, groups and organisations, and those an edition adds of its own.
 * Entries given in `extra` come before the standing ones with the same spelling. Built once, when first asked for.
 */
export function theRegister(extra: Actor[] = []): Register {
  standing ??= registerOf([
    ...states(),
    ...listed(groups, 'group'),
    ...listed(organisations),
    ...listed(constituencies),
  ]);
  return extra.length ? registerOf([...standing.actors, ...extra]) : standing;
}

/** Reads the lists of groups and organisations: "kind: Short name = other | other". */
function listed(list: string, kind?: ActorKind): Actor[] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [, before, name, others] = /^(?:(\w+): )?(.+?) = (.+)$/.exec(line)!;
      const aliases = [...new Set(others!.split(' | '))];
      const code = [name!, ...aliases].find((spelling) => /^[A-Z][A-Za-z-]*[A-Z0-9]s?$/.test(spelling));
      return { name: name!, kind: kind ?? (before as ActorKind), aliases, ...(code ? { code } : {}) };
    });
}

function registerOf(actors: (Actor & { adjectives?: string[] })[]): Register {
  const byFirst = new Map<string, Spelling[]>();
  const byName = new Map<string, Actor>();
  for (const actor of actors) {
    for (const alias of [actor.name, actor.formalName, actor.code, ...actor.aliases])
      if (alias) enter(alias, actor, false);
    for (const adjective of actor.adjectives ?? []) enter(adjective, actor, true);
  }
  for (const spellings of byFirst.values()) spellings.sort((a, b) => b.words.length - a.words.length);

  function enter(alias: string, actor: Actor, adjective: boolean): void {
    const words = wordsOf(alias);
    if (!words.length) return;
    const isCode = alias === actor.code && actor.kind !== 'group' && alias.length === 3;
    const capitals =
      words.length === 1 &&
      (isCode || (alias.length <= 9 && /^\p{Lu}.*\p{Lu}/u.test(alias) && alias === alias.toUpperCase()));
    if (!adjective) byName.set(words.join(' '), actor);
    if (isCode && (actor.kind === 'state' || actor.kind === 'observer') && !actor.aliases.includes(alias)) return;
    keep({ words, actor, capitals, adjective });
    const apart = words.flatMap((word) => word.split('-'));
    if (apart.length > words.length) keep({ words: apart, actor, capitals: false, adjective });
  }

  function keep(spelling: Spelling): void {
    const row = byFirst.get(spelling.words[0]!);
    if (!row) byFirst.set(spelling.words[0]!, [spelling]);
    else {
      const same = row.findIndex(
        (one) =>
          one.adjective === spelling.adjective &&
          one.words.length === spelling.words.length &&
          one.words.every((word, i) => word === spelling.words[i]),
      );
      if (same >= 0) row[same] = spelling;
      else row.push(spelling);
    }
  }

  return {
    actors,
    find(name) {
      const words = tokens(name).map((token) => folded(token.text));
      return (
        byName.get(words.join(' ')) ??
        (words[0] === 'the' || words[0] === 'la' || words[0] === 'le'
          ? byName.get(words.slice(1).join(' '))
          : undefined)
      );
    },
    meet(row, at) {
      const first = row[at];
      if (!first || first.sort === 'mark') return undefined;
      if (!first.upper && !(first.low in lowerOpenings)) return undefined;
      const spellings = byFirst.get(folded(first.text));
      if (!spellings) return undefined;
      for (const spelling of spellings)
        if (matches(row, at, spelling))
          return { actor: spelling.actor, length: spelling.words.length, adjective: spelling.adjective };
      return undefined;
    },
  };
}

/** The words of a spelling, cut as the reader cuts a text; plain ones the short way, as there are thousands. */
function wordsOf(alias: string): string[] {
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(alias)) return alias.toLowerCase().split(' ');
  if (/^[^\s'’.,()&/\d-][^\s'’.,()&/\d]*(?: [^\s'’.,()&/\d-][^\s'’.,()&/\d]*)*$/.test(alias))
    return folded(alias).split(' ');
  return tokens(alias).map((token) => folded(token.text));
}

/** Names that open in lower case: "pays les moins avancés", "petits États insulaires". */
const lowerOpenings: Record<string, true> = {
  pays: true,
  petits: true,
  países: true,
  pequeños: true,
  civil: true,
  société: true,
  sociedad: true,
  organisations: true,
  organizaciones: true,
  trade: true,
  syndicats: true,
  sindicatos: true,
  private: true,
  secteur: true,
  sector: true,
  local: true,
  autorités: true,
  autoridades: true,
  diaspora: true,
  migrant: true,
  associations: true,
  religious: true,
  academia: true,
  academics: true,
};

function matches(row: Token[], at: number, spelling: Spelling): boolean {
  if (spelling.capitals && !isAcronym(row[at]!, spelling)) return false;
  for (let i = 1; i < spelling.words.length; i++) {
    const token = row[at + i];
    if (!token || folded(token.text) !== spelling.words[i]) return false;
  }
  return true;
}

/** "LDCs" and "UNICEF" pass, "Us" and "Who" at the head of a sentence do not. */
function isAcronym(token: Token, spelling: Spelling): boolean {
  return (
    token.capitals ||
    (spelling.words[0]!.length > 3 && /\p{Lu}.*\p{Lu}/u.test(token.text)) ||
    spelling.words[0]!.length >= 5
  );
}
