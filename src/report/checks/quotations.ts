import { findQuotation, isIn, quotationsIn } from '#report/quotation.ts';
import { eachSentence, type Check, type Finding, type Sources } from './finding.ts';
import { groundOf, normalisedBody, type Ground } from './ground.ts';

/** What stands in quotation marks must be a unique exact substring of its source, after normalisation. */
export const quotations: Check = {
  codes: ['quotation_not_in_source', 'quotation_not_unique'],
  run({ report, sources }) {
    const found: Finding[] = [];
    for (const { sentence, at } of eachSentence(report)) {
      const ground = groundOf(sentence, sources);
      if (!ground) continue;
      for (const { start, end, text } of quotationsIn(sentence.text)) {
        const standing = standingOf(text, ground, sources);
        if (standing === 'unique') continue;
        const place = at(start, end);
        if (standing === 'repeated') found.push({ check: 'quotation_not_unique', place, values: { words: text } });
        else found.push({ check: 'quotation_not_in_source', place, values: { words: text }, ...meant(text, ground) });
      }
    }
    return found;
  },
};

function standingOf(words: string, ground: Ground, sources: Sources): 'unique' | 'repeated' | 'nowhere' {
  if (ground.isCited && ground.words.some((cited) => findQuotation(words, cited))) return 'unique';
  if (ground.texts.some((text) => isIn(words, text))) return 'unique';
  const bodies = ground.statements.map((statement) => normalisedBody(sources, statement));
  const holding = bodies.filter((body) => isIn(words, body));
  if (holding.length === 0) return 'nowhere';
  const isOnce = holding.some((body) => findQuotation(words, body));
  // A file does not say whom it quotes: then the words must stand in one statement only.
  return isOnce && (ground.isCited || holding.length === 1) ? 'unique' : 'repeated';
}

/** The words of the source that were probably meant: they begin and end as the quotation does. */
function meant(words: string, ground: Ground): { fix?: string } {
  const tokens = words.split(/\s+/);
  if (tokens.length < 5) return {};
  const [first, last] = [
    tokens.slice(0, 2).join(' '),
    tokens
      .slice(-2)
      .join(' ')
      .replace(/[.,;:]+$/, ''),
  ];
  for (const { body } of ground.statements) {
    const from = findQuotation(first, body);
    const to = findQuotation(last, body);
    if (!from || !to || to.end <= from.start) continue;
    const length = to.end - from.start;
    if (length > words.length * 0.6 && length < words.length * 1.6) return { fix: body.slice(from.start, to.end) };
  }
  return {};
}
