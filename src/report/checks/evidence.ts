import { eachSentence, type Check, type Finding } from './finding.ts';
import { statementCalled } from './ground.ts';
import { isIn, normalise } from '#report/quotation.ts';

/** A sentence without evidence, and one whose evidence has gone or changed since it was cited. */
export const evidence: Check = {
  codes: ['no_evidence', 'source_gone', 'source_revised', 'report_changed', 'point_rejected'],
  run({ report, sources }) {
    const found: Finding[] = [];
    for (const { sentence, paragraph, at } of eachSentence(report)) {
      if (sentence.rests === null || paragraph.section === 'title') continue;
      const whole = at(0, sentence.text.length);
      if (sentence.rests.length === 0) found.push({ check: 'no_evidence', place: whole, values: {} });
      const [taken] = sentence.rests;
      // A compiled sentence is the one it was taken from, word for word, until a person writes it.
      if (sentence.writtenBy === 'template' && taken?.kind === 'text' && taken.report && taken.text !== sentence.text)
        found.push({ check: 'report_changed', place: whole, values: { words: taken.text, roundtable: taken.report } });
      for (const rest of sentence.rests) {
        if (rest.kind !== 'words') continue;
        if (rest.rejected) found.push({ check: 'point_rejected', place: whole, values: { words: rest.words } });
        const statement = statementCalled(sources, rest.statement);
        if (!statement) found.push({ check: 'source_gone', place: whole, values: { words: rest.words } });
        else {
          const stands = isIn(rest.words, normalise(statement.body));
          if (stands && rest.revised === undefined) continue;
          const { number, roundtable } = statement;
          const values = { words: rest.words, number, roundtable, revision: rest.revised ?? 0, stands: stands ? 'yes' : 'no' }; // prettier-ignore
          found.push({ check: 'source_revised', place: whole, values });
        }
      }
    }
    return found;
  },
};
