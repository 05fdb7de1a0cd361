// Leaks planted in a report under the Chatham House Rule, and clean sentences beside them. `npm run bench:leaks`
import { leaks } from '#report/checks/leaks.ts';
import type { CheckedReport } from '#report/checks/finding.ts';
import { theRegister } from '#engine/register.ts';
import { usualScale } from '#report/quantifier.ts';
import { clean } from './leaks/clean.ts';
import { planted } from './leaks/planted.ts';
import { sources } from './leaks/record.ts';
import { table } from './machine.ts';

function found(text: string) {
  const sentence = { id: 's', letter: 'a', text, writtenBy: 'person' as const, rests: [] };
  const paragraph = { id: 'p', number: 1, heading: null, section: 'discussion', sentences: [sentence] };
  const report: CheckedReport = { attribution: 'not_attributed', language: 'en', paragraphs: [paragraph] };
  return leaks.run({ report, sources, register: theRegister(), scale: usualScale });
}

const missed = planted.filter(([, marked]) => {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return !found(marked.replace(/[⟦⟧]/g, '')).some(({ place }) => place.start < end && start < place.end);
});
const flagged = clean.map((text) => ({ text, words: found(text).map(({ values }) => `${values.words} (${values.what ?? 'off the record'})`) })).filter(({ words }) => words.length > 0); // prettier-ignore
table('Leaks under the Chatham House Rule', [
  ['what', 'measured', 'target'],
  ['planted leaks found', `${planted.length - missed.length} of ${planted.length}`, '100 of 100'],
  ['clean sentences flagged', `${flagged.length} of ${clean.length} (${((flagged.length / clean.length) * 100).toFixed(1)} %)`, '≤ 5 %'], // prettier-ignore
]);
for (const [kind, sentence] of missed) console.log(`missed (${kind}): ${sentence}`);
for (const { text, words } of flagged) console.log(`flagged: ${text} – ${words.join('; ')}`);
if (planted.length !== 100 || missed.length > 0 || flagged.length > clean.length * 0.05) process.exitCode = 1;
