import { say } from '#messages/say.ts';
import type { PrintedRecommendation, WholeReport } from '#report/export/whole.ts';
import { xml, type Xml } from '#report/export/xml.ts';
import { identified, words } from './document.ts';

/** The recommendations as records of their own: a container each, with whoever stands behind it in a paragraph of theirs. */
export function recommendationsOf(report: WholeReport): Xml | false {
  const all = report.annexes?.recommendations ?? [];
  if (all.length === 0) return false;
  return identified(
    'section',
    'recommendations',
    identified('heading', 'recommendations__heading', say('rec.desk', {}, report.labels)),
    all.map((one) => recommendation(one, report)),
  );
}

function recommendation({ key, title, text, voices, lines }: PrintedRecommendation, report: WholeReport): Xml {
  const eId = `rec_${key.replace('/', '-')}`;
  const { labels, language } = report;
  return xml(
    'hcontainer',
    { eId, name: 'recommendation' },
    identified('num', `${eId}__num`, key),
    identified('heading', `${eId}__heading`, title),
    identified(
      'content',
      `${eId}__content`,
      identified('p', `${eId}__text`, text),
      voices.map(({ part, who, what, address }, n) =>
        xml(
          'p',
          { eId: `${eId}__voice_${n + 1}`, 'xml:lang': labels === language ? null : labels },
          `${part} ${who}, `,
          xml('ref', { eId: `${eId}__voice_${n + 1}__ref`, href: address }, what),
        ),
      ),
      lines.map((line, n) => words(`${eId}__line_${n + 1}`, line, labels, report)),
    ),
  );
}
