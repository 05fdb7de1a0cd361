import { plainName } from '#people/register/rules.ts';

interface Membership {
  group: string;
  since: string | null;
  until: string | null;
}

interface Named {
  id: string;
  shortName: string;
  formalName: string;
  aliases: string[];
}

/** Memberships as the desk writes them, one a line: `African Union`, `East African Community; 2000-07-07; 2024-01-01`. */
export function groupsText(groups: readonly { name: string; since: unknown; until: unknown }[]): string {
  return groups.map(({ name, since, until }) => [name, since ?? '', until ?? ''].join('; ').replace(/[; ]+$/, '')).join('\n'); // prettier-ignore
}

/** The memberships in these lines, with the groups' ids; the first line whose group is not on the register is told. */
export function groupsFrom(text: string, register: readonly Named[]): { groups: Membership[] } | { unknown: string } {
  const groups: Membership[] = [];
  for (const line of text.split('\n').map((line) => line.trim())) {
    if (line === '') continue;
    const [name = '', since = '', until = ''] = line.split(';').map((part) => part.trim());
    const wanted = plainName(name);
    const group = register.find(({ shortName, formalName, aliases }) =>
      [shortName, formalName, ...aliases].some((other) => plainName(other) === wanted),
    );
    if (!group) return { unknown: name };
    groups.push({ group: group.id, since: since || null, until: until || null });
  }
  return { groups };
}
