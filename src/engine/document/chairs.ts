import type { Block, ReadRoundtable } from '#engine/types.ts';
import { sentencesOf } from '#engine/reading/sentences.ts';
import { tokens } from '#engine/reading/tokens.ts';
import type { Register } from '#engine/register.ts';

const chaired =
  /\b(?:co-?chaired|chaired|co-?présidée?|présidée?|copresidid[ao]|presidid[ao]|co-chairs?(?: were| are)?|coprésidents?)\b/i;

/** The co-chairs a roundtable names, each where it is printed: "co-chaired by El Salvador and Sri Lanka". */
export function chairsOf(text: string, page: Block[], register: Register): ReadRoundtable['coChairs'] {
  for (const block of page.slice(0, 8)) {
    for (const sentence of sentencesOf(text, block)) {
      const hit = chaired.exec(sentence.text);
      if (!hit || !/\b(?:by|par|por|were|are|:)\b/.test(sentence.text.slice(hit.index))) continue;
      const found = namesIn(text, sentence.start + hit.index + hit[0].length, sentence.end, register);
      if (found.length) return found;
    }
  }
  return [];
}

function namesIn(text: string, start: number, end: number, register: Register): ReadRoundtable['coChairs'] {
  const row = tokens(text, start, end);
  const found: ReadRoundtable['coChairs'] = [];
  for (let i = 0; i < row.length; i++) {
    const met = register.meet(row, i);
    if (!met || met.adjective) continue;
    const last = row[i + met.length - 1]!;
    found.push({
      name: met.actor.name,
      start: row[i]!.start,
      end: last.end,
      text: text.slice(row[i]!.start, last.end),
    });
    i += met.length - 1;
  }
  return found;
}
