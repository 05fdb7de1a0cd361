import type { ActClass } from '#engine/types.ts';
import { BASE, FINITE, GERUND, PARTICIPLE } from './tongue.ts';
import type { Sense } from './tongue.ts';
import { englishForms, frenchForms, spanishForms } from './conjugation.ts';

type Forms = (lemma: string, irregular: string) => [string, number][];
const conjugations: Record<string, Forms> = { en: englishForms, fr: frenchForms, es: spanishForms };

/** Reads a list of verbs (see englishVerbs.ts for its marks) into every form under which one can be met. */
export function sensesOf(list: string, code: 'en' | 'fr' | 'es'): Map<string, Sense[]> {
  const senses = new Map<string, Sense[]>();
  for (const paragraph of list.trim().split(/\n(?=\w+:)/)) {
    const [act, entries] = [paragraph.slice(0, paragraph.indexOf(':')), paragraph.slice(paragraph.indexOf(':') + 1)];
    for (const entry of entries.split(';')) enter(entry.trim(), act as ActClass);
  }
  for (const row of senses.values()) row.sort((a, b) => weight(b) - weight(a));
  return senses;

  function enter(entry: string, act: ActClass): void {
    if (!entry) return;
    const [, lemma, irregular, rest] = /^(\S+(?: like)?)(?: \(([^)]*)\))?(.*)$/.exec(entry)!;
    const pattern = rest!.trim() ? rest!.trim().split(/\s+/) : [];
    const particle = pattern.find((word) => word[0] === '+');
    const sense = {
      act,
      steps: pattern.filter((word) => word[0] !== '+').map((word) => (word === '~' ? null : new Set(word.split('|')))),
      particles: particle ? new Set(particle.replace(/^\+|!$/g, '').split('|')) : null,
      needsParticle: particle?.endsWith('!') ?? false,
    };
    let head = lemma!;
    let reflexive = false;
    if (code === 'fr' && (head === 'se' || head.startsWith("s'"))) return enterReflexive(entry, act);
    if (code === 'es' && head.endsWith('se') && head.length > 4) {
      head = head.slice(0, -2);
      reflexive = true;
    }
    keep(head, irregular ?? '', sense, reflexive);
    if (head === 'be' && code === 'en' && sense.steps.length) keep('remain', '', sense, reflexive);
  }

  /** "se féliciter +de", "s'opposer +à": the verb comes after its reflexive word. */
  function enterReflexive(entry: string, act: ActClass): void {
    const bare = entry.replace(/^se |^s'/, '');
    const [, head, irregular, rest] = /^(\S+)(?: \(([^)]*)\))?(.*)$/.exec(bare)!;
    const pattern = rest!.trim() ? rest!.trim().split(/\s+/) : [];
    const particle = pattern.find((word) => word[0] === '+');
    const steps = pattern
      .filter((word) => word[0] !== '+')
      .map((word) => (word === '~' ? null : new Set(word.split('|'))));
    const particles = particle ? new Set(particle.replace(/^\+|!$/g, '').split('|')) : null;
    keep(head!, (irregular ?? '').replace(/s'/g, ''), { act, steps, particles, needsParticle: false }, true);
  }

  function keep(
    lemma: string,
    irregular: string,
    sense: Omit<Sense, 'forms' | 'lemma' | 'reflexive'>,
    reflexive: boolean,
  ): void {
    const bits = new Map<string, number>();
    for (const [form, bit] of conjugations[code]!(lemma, irregular)) bits.set(form, (bits.get(form) ?? 0) | bit);
    for (const [form, forms] of bits) {
      const row = senses.get(form) ?? [];
      row.push({ ...sense, lemma, forms, reflexive });
      senses.set(form, row);
    }
  }
}

/** The more words a sense asks for, the surer it is. */
const weight = (sense: Sense) =>
  sense.steps.length * 4 + (sense.reflexive ? 2 : 0) + (sense.needsParticle ? 1 : 0) + (sense.particles ? 0.5 : 0);

export { BASE, FINITE, GERUND, PARTICIPLE };
