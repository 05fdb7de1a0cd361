import { eachPoint } from '#engine/points.ts';
import { constituencies } from '#engine/register/constituencies.ts';
import type { Register } from '#engine/register.ts';
import { keyOf } from '#report/draft-record.ts';
import type { Sources } from './finding.ts';

/** Of a constituency with fewer speakers than this, every one could be told. */
const fewest = 3;

// The kinds of delegations that a word for speakers may mean.
const kinds: [kinds: string[], words: string][] = [
  [['state', 'observer', 'group'], 'states?|governments?|countr(?:y|ies)|états?|estados?'],
  [['un', 'treaty_body', 'igo'], '(?:international|intergovernmental) organi[sz]ations?|UN (?:entit(?:y|ies)|agenc(?:y|ies))|organisations? internationales?|organizaci(?:ón|ones) internacional(?:es)?'],
  [['union'], '(?:trade |labour )?unions?|workers[’\']? organi[sz]ations?|syndicats?|sindicatos?'],
  [['firm'], '(?:private )?enterprises?|compan(?:y|ies)|employers?|private sector|entreprises?|empresas?'],
  [['city'], 'local authorit(?:y|ies)|cit(?:y|ies)|municipalit(?:y|ies)|towns?|villes?|communes?|ciudad(?:es)?|municipios?|collectivités locales'],
  [['academia', 'individual'], 'universit(?:y|ies)|academics?|academia|experts?|universités?|universidad(?:es)?'],
  [['diaspora'], '(?:diaspora|migrant) (?:organi[sz]ations?|associations?|networks?)|diaspora'],
  [['faith'], '(?:religious|faith) (?:communit(?:y|ies)|organi[sz]ations?)|congregations?'],
  [['youth'], 'youth (?:organi[sz]ations?|assembl(?:y|ies)|delegates?)'],
  [['civil', 'diaspora', 'faith', 'association', 'youth'], 'civil society(?: organi[sz]ations?)?|NGOs?|associations?|société civile|sociedad civil'],
]; // prettier-ignore

const speaks =
  '(?:(?:also|further|then|had|has|have|who)\\s+)*(?:stated|said|asked|proposed|noted|called|stressed|emphasi[sz]ed|supported|opposed|presented|suggested|recommended|urged|described|announced|recalled|welcomed|warned|underlined|highlighted|observed|questioned|replied|reported|agreed|spoke|a (?:dit|demandé|proposé|déclaré|souligné|appuyé)|ont (?:dit|demandé|proposé|déclaré|souligné|appuyé)|propuso|dijo|pidió|señaló|apoyó|propusieron|dijeron|pidieron)';

/** A constituency that speaks, with fewer than three behind it. */
export function smallConstituencies(sources: Sources, register: Register) {
  const speakers = new Map<string, Set<string>>();
  for (const { speakers: some } of sources.statements)
    for (const one of some) if (one.kind) speakers.set(one.kind, (speakers.get(one.kind) ?? new Set()).add(keyOf(one)));
  const sizeOf = (some: readonly string[]) => new Set(some.flatMap((kind) => [...(speakers.get(kind) ?? [])])).size;
  const namesOf = (some: readonly string[]) => [...new Set(some.flatMap((kind) => [...(speakers.get(kind) ?? [])]))].join(', '); // prettier-ignore
  const small = kinds.filter(([some]) => sizeOf(some) > 0 && sizeOf(some) < fewest);
  const patterns = small.map(([some, words]) => ({
    whose: namesOf(some),
    pattern: new RegExp(`(?<!\\p{L})(?:(?:a|an|one|two|the|un|une|una|le|la|el|les|los|las|des)\\s+)?(?:${words})(?=,?\\s+(?:[^.;,]{0,60},\\s+)?${speaks}(?!\\p{L}))`, 'giu'), // prettier-ignore
  }));
  const crowds = crowdNames();
  return (text: string) => {
    const found = patterns.flatMap(({ pattern, whose }) =>
      [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length, whose })),
    );
    for (const point of eachPoint(text, { register }))
      for (const actor of point.actors) {
        const kind = crowds.get(actor);
        const part = kind && small.find(([some]) => some.includes(kind));
        const met = part && new RegExp(`(?<!\\p{L})(?:${part[1]})(?!\\p{L})`, 'iu').exec(text.slice(point.start, point.messageStart)); // prettier-ignore
        if (met) found.push({ start: point.start + met.index, end: point.start + met.index + met[0].length, whose: namesOf(part[0]) }); // prettier-ignore
      }
    return found;
  };
}

function crowdNames(): Map<string, string> {
  return new Map([...constituencies.matchAll(/^(\w+): (.+?) =/gm)].map(([, kind, name]) => [name!, kind!]));
}
