import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOffsets } from './golden/promises.ts';
import { preview } from './preview.ts';
import { understand } from './understand.ts';
import type { Understanding } from './understanding.ts';

const golden = new URL('golden/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, golden), 'utf8');
const read = (name: string, text = textOf(name)) => understand({ name, text, register: [] });

describe('understanding', () => {
  it.each(readdirSync(golden).filter((name) => /^[a-z]+\.txt$/.test(name)))(
    '%s gives what is written beside it',
    async (name) => {
      const plan = read(name);
      const shown = `${preview(plan, { name: plan.edition.name, isNew: true })}\n\n${paragraphsShown(plan)}\n`;
      await expect(shown).toMatchFileSnapshot(new URL(`${name.replace('.txt', '')}.understood.txt`, golden).pathname);
    },
  );

  it('is the same with line ends of any kind', () => {
    const unix = read('report.txt');
    const windows = read('report.txt', textOf('report.txt').replaceAll('\n', '\r\n'));
    expect(paragraphsShown(windows)).toBe(paragraphsShown(unix));
  });

  it('finds nothing in a text where nobody speaks', () => {
    expect(read('novel.txt', 'It was a dark evening. The lamps were lit, and the river rose.').kind).toBe('other');
  });

  it('takes a report without numbered roundtables for one roundtable', () => {
    const plan = read('minutes.txt', 'Notes of the day\n\nKenya stressed the need for wells. Peru supported it.\n');
    expect(plan.kind).toBe('report');
    expect(plan.cluster).toBeNull();
    expect(plan.roundtables.map(({ number }) => number)).toEqual(['1']);
    expect(plan.roundtables[0]!.statements.map(({ speakers }) => speakers)).toEqual([['Kenya'], ['Peru']]);
  });

  it('knows the register by any of its names', () => {
    const kenya = { slug: 'kenya', shortName: 'Kenya (host)', formalName: 'Republic of Kenya', kind: 'state' as const };
    const register = [{ ...kenya, code: 'KEN', region: 'Africa', aliases: [] }];
    const plan = understand({ name: 'report.txt', text: textOf('report.txt'), register });
    const found = plan.delegations.filter(({ as }) => as === 'registered');
    expect(found.map(({ slug, shortName }) => [slug, shortName])).toEqual([['kenya', 'Kenya (host)']]);
  });

  it('reproduces every message and quotes every passage from one place, whatever the text', () => {
    const pieces = ['Kenya stressed wells. ', '**Peru:** on roads. ', 'They asked for “time”.\n\n', '- India agreed.\n', 'Rain. ', '** ', 'This was opposed by Chile. ', 'RT 2.1: Water\n\n', 'Kenya stressed wells. ']; // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        checkOffsets(read('any.txt', parts.join('')));
      }),
    );
  });
});

/** Every sentence with the keys of the statements cut from it, or what else it rests on. */
function paragraphsShown({ paragraphs }: Understanding): string {
  return paragraphs
    .map(({ section, heading, sentences }) => {
      const lines = sentences.map(({ text, passages, questions, fact }) => {
        const rests = [
          ...passages.map(({ statement }) => statement),
          ...questions.map(() => 'question'),
          ...(fact ? [fact] : []),
        ];
        return `  ${rests.join(' ')} | ${text}`;
      });
      return [`[${section}]${heading ? ` ${heading}` : ''}`, ...lines].join('\n');
    })
    .join('\n');
}
