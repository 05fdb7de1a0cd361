import { eachPoint } from '#engine/points.ts';
import { constituencies } from '#engine/register/constituencies.ts';
import type { Actor } from '#engine/types.ts';
import { quotationsIn } from '#report/quotation.ts';
import { eachSentence, type Check, type Checked, type CheckedSentence, type Finding } from './finding.ts';
import { groundOf, ownVoice, registeredName, voicesOf, type Ground } from './ground.ts';
import { namesMet } from './names-met.ts';

/** Whoever a sentence says spoke must have spoken, in what it cites. */
export const actors: Check = {
  codes: ['actor_silent', 'actor_elsewhere'],
  run(checked) {
    const { report, sources, register } = checked;
    const found: Finding[] = [];
    const named = (some: Iterable<{ name: string }>) =>
      new Set([...some].map(({ name }) => registeredName(checked, name)));
    const everyone = named(voicesOf(sources.statements).values());
    const chairs = named(sources.coChairs);
    for (const { sentence, at } of eachSentence(report)) {
      const ground = groundOf(sentence, sources);
      if (!ground) continue;
      const voices = named(voicesOf(ground.statements).values());
      const told = named(ground.texts.flatMap((text) => namesMet(text, register).map(({ actor }) => actor)));
      for (const { name, start, end } of actorsIn(sentence, ground, checked)) {
        if (voices.has(name) || told.has(name) || (chairs.has(name) && ground.texts.length > 0)) continue;
        const check = everyone.has(name) ? 'actor_elsewhere' : 'actor_silent';
        found.push({ check, place: at(start, end), values: { name } });
      }
    }
    return found;
  },
};

/** The registered actors a sentence lets speak, where they are printed. */
function actorsIn({ text }: CheckedSentence, ground: Ground, { register, report }: Checked) {
  const own = ownVoice(text);
  const met = namesMet(own, register).filter(({ adjective, actor }) => !adjective && isSomebody(actor));
  const speaking = new Set<string>();
  for (const point of eachPoint(own, { register, ...(isRead(report.language) ? { language: report.language } : {}) }))
    for (const name of [...point.actors, ...point.onBehalfOf, ...point.supportedBy, ...point.opposedBy])
      speaking.add(name);
  if (ground.isCited) for (const name of introducing(text, met)) speaking.add(name);
  const once = new Map(met.filter(({ actor }) => speaking.has(actor.name)).map((one) => [one.actor.name, one]));
  return [...once].map(([name, { start, end }]) => ({ name, start, end }));
}

/** Whoever is named right before words in quotation marks is taken to say them. */
function introducing(text: string, met: ReturnType<typeof namesMet>): string[] {
  return quotationsIn(text).flatMap(({ start }) => {
    const before = text.slice(0, start - 1);
    const clause = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf('”'));
    const subject = met.find((one) => one.start > clause && one.end < start);
    return subject && /[:,]\s*$|\b(?:that|stated|said)\s*$/.test(before) ? [subject.actor.name] : [];
  });
}

/** Constituencies and roles are spoken of, they are not somebody. */
function isSomebody({ kind, name }: Actor): boolean {
  return kind !== 'role' && !crowds.has(name);
}

const crowds = new Set([...constituencies.matchAll(/^\w+: (.+?) =/gm)].map(([, name]) => name!));

function isRead(language: string): language is 'en' | 'fr' | 'es' {
  return ['en', 'fr', 'es'].includes(language);
}
