import type { delegates, delegationCalled } from '#people/queries.ts';
import type { addressesIn } from '#routes/addresses.ts';
import type { StatementView } from '#statements/queries.ts';
import type { Tag } from '#ui/tag.ts';
import type { Standing } from './standing.ts';

type Delegation = NonNullable<Awaited<ReturnType<typeof delegationCalled>>>;

interface Around {
  people: Awaited<ReturnType<typeof delegates>>;
  said: readonly StatementView[];
  /** Also what others said that it is on record for or against. */
  involved: readonly StatementView[];
  roundtables: readonly { statements: readonly { standings: Standing[] }[] }[];
}

interface Showing {
  to: ReturnType<typeof addressesIn>;
  say(code: string, values?: Record<string, unknown>): string;
}

/** A delegation's name and facts, and in one sentence what it said and what became of it. */
export function headOf(delegation: Delegation, around: Around, { to, say }: Showing) {
  const { short_name: name, formal_name, code, kind, region, aliases, members, groups } = delegation;
  const { people, said, involved, roundtables } = around;
  const [first, ...others] = people;
  const fact = (named: string, text: string | null | undefined) => (text ? [{ name: say(named), text }] : []);
  const tags = (named: string, list: Tag[]) => (list.length > 0 ? [{ name: say(named), tags: list }] : []);
  const supported = involved.filter(({ id }) => !said.some((one) => one.id === id)).length;
  return {
    name,
    slug: delegation.slug,
    kind,
    code,
    region,
    lead:
      said.length > 0
        ? [spoke(said, say), became(roundtables, say)].filter(Boolean).join(' ')
        : say('reading.said_nothing'),
    facts: [
      ...(formal_name === name ? [] : fact('reading.formal_name', formal_name)),
      ...fact('reading.also_called', aliases.map(({ alias }) => alias).join(', ')),
      ...fact(first?.capacity === 'head' ? 'reading.head' : 'reading.delegate', first && calling(first)),
      ...fact('reading.also', others.map(calling).join('; ')),
      ...tags('reading.groups', groups.map(to.tag)),
      ...tags('reading.members', members.map(to.tag)),
      ...fact('reading.joined', supported > 0 ? say('reading.joined_in', { count: supported }) : ''),
    ],
  };
}

function calling({ name, title, function: office }: { name: string; title: string | null; function: string | null }) {
  return [[title, name].filter(Boolean).join(' '), office].filter(Boolean).join(', ');
}

function spoke(said: readonly StatementView[], say: Showing['say']): string {
  const written = said.filter(({ mode }) => mode === 'written').length;
  return say('reading.spoke', {
    spoke: said.length - written,
    wrote: written,
    roundtables: new Set(said.map(({ roundtable }) => roundtable.id)).size,
  });
}

/** Counts statements, each by the report that has most of it. */
function became(roundtables: Around['roundtables'], say: Showing['say']): string {
  const statements = roundtables.flatMap(({ statements }) => statements);
  const inSome = (states: string[]) =>
    statements.filter(({ standings }) => standings.some(({ state }) => states.includes(state))).length;
  const reported = statements.filter(({ standings }) => standings.length > 0).length;
  if (reported === 0) return '';
  return say('reading.became', { of: reported, reflected: inSome(['reflected', 'merged']), open: inSome(['open']) });
}
