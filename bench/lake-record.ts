import { isFirstPerson } from '#analysis/rules.ts';
import { asActors } from '#analysis/register.ts';
import { theRegister, type Register } from '#engine/register.ts';
import { findPoints } from '#engine/points.ts';
import type { SourceStatement } from '#report/checks/finding.ts';
import type { DraftPoint, Speaker } from '#report/draft-record.ts';
import { delegations } from '#test/world/delegations.ts';
import { people } from '#test/world/people.ts';
import { statements } from '#test/world/statements.ts';

/** The demo's register, as the engine reads it. */
export const lakeRegister: Register = theRegister(
  asActors(
    delegations.map(({ code = null, region = null, aliases = [], ...same }) => ({ ...same, code, region, aliases })),
  ),
);

const known = new Map(delegations.map((one) => [one.slug, one]));

/** What stands on the record of one of the demo's roundtables, with the points that the engine finds in it. */
export function lakeRecord(roundtable: string): SourceStatement[] {
  return statements
    .filter((one) => one.roundtable === roundtable && one.onRecord !== false && !one.withdrawn)
    .map((one, i): SourceStatement => {
      const speakers = one.speakers.map(({ delegation, person, capacity }) => speakerOf(delegation, person, capacity));
      const source = one.kind === 'intervention' ? 'note_taker' : 'own_hand';
      return {
        id: one.key,
        number: i + 1,
        roundtable,
        kind: one.kind,
        mode: one.mode,
        body: one.body,
        language: one.language,
        speakers,
        onBehalfOf: (one.onBehalfOf ?? []).map((slug) => speakerOf(slug)),
        supportedBy: [],
        opposedBy: [],
        points: pointsOf(one.key, one.body, one.language, speakers, isFirstPerson({ source, kind: one.kind, body: one.body })), // prettier-ignore
        people: [],
      };
    });
}

function speakerOf(slug: string | undefined, person?: string, capacity = 'delegate'): Speaker {
  const delegation = slug ? known.get(slug) : undefined;
  const name = delegation?.shortName ?? people.find(({ key }) => key === person)?.name ?? person ?? 'a speaker';
  return { slug: slug ?? null, name, kind: delegation?.kind ?? null, capacity };
}

/** The engine's points as a draft takes them. */
export function pointsOf(
  of: string,
  body: string,
  language: string,
  speakers: readonly Speaker[],
  firstPerson: boolean,
  register = lakeRegister,
): DraftPoint[] {
  const read = ['en', 'fr', 'es'].includes(language) ? { language: language as 'en' } : {};
  const found = findPoints(body, { register, ...read, ...(firstPerson ? { author: speakers[0]?.name ?? 'Somebody' } : {}) }); // prettier-ignore
  const asSpeakers = (names: readonly string[]) =>
    names.map((name): Speaker => {
      const actor = register.find(name);
      return speakers.find((one) => one.name === name) ?? { name, slug: name.toLowerCase().replace(/\s+/g, '-'), kind: actor?.kind ?? null, capacity: null }; // prettier-ignore
    });
  return found
    .filter((point) => point.messageStart < point.messageEnd)
    .map((point, i) => ({
      id: `${of}#${i + 1}`,
      sentenceStart: point.start,
      sentenceEnd: point.end,
      messageStart: point.messageStart,
      messageEnd: point.messageEnd,
      verb: point.verb,
      act: point.act,
      polarity: point.polarity,
      attribution: point.attribution,
      actors: asSpeakers(point.actors),
      onBehalfOf: asSpeakers(point.onBehalfOf),
      supportedBy: asSpeakers(point.supportedBy),
      opposedBy: asSpeakers(point.opposedBy),
    }));
}
