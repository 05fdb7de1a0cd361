import { carriedArchive } from '#report/export/archive/carried.ts';
import { xml, xmlFile, type Xml } from '#report/export/xml.ts';
import type { Annexes, PrintedStatement, WholeReport } from '#report/export/whole.ts';

const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** A whole Akoma Ntoso 3.0 file: what it is and who is in it, then its text. */
export function akomaNtoso(
  kind: 'debate' | 'debateReport',
  report: WholeReport,
  content: Xml[],
  said: readonly PrintedStatement[],
  archive: string | null = null,
): string {
  return xmlFile(
    xml(
      'akomaNtoso',
      { xmlns: namespace },
      xml(
        kind,
        { name: kind === 'debate' ? 'record' : 'report', contains: 'originalVersion' },
        meta(kind, report, said, archive),
        content,
      ),
    ),
  );
}

/** An element with the identifier the standard wants on nearly all of them. */
export function identified(name: string, eId: string, ...content: Parameters<typeof xml>[2][]): Xml {
  return xml(name, { eId }, ...content);
}

/** A paragraph in one language; where it is not the document's own, it says so. */
export function words(eId: string, text: string, language: string, report: WholeReport): Xml {
  return xml('p', { eId, 'xml:lang': language === report.language ? null : language }, text);
}

/** By which a delegation is referred to. */
export function agent(slug: string): string {
  return `#${agentId(slug)}`;
}

function agentId(slug: string): string {
  return `delegation-${slug}`;
}

function meta(kind: string, report: WholeReport, said: readonly PrintedStatement[], archive: string | null): Xml {
  const { address, language, createdAt, forum, number, sequence, title } = report;
  const day = createdAt.toISOString().slice(0, 10);
  const work = `/akn/un/${kind.toLowerCase()}/${day}/${number}`;
  const level = (name: string, uri: string, date: string, extra: Xml[] = []) =>
    xml(
      name,
      {},
      xml('FRBRthis', { value: `${uri}/!main` }),
      xml('FRBRuri', { value: uri }),
      name === 'FRBRWork' && xml('FRBRalias', { value: address, name: 'page' }),
      xml('FRBRdate', { date, name: 'drafted' }),
      xml('FRBRauthor', { href: '#rapporteur', as: '#author' }),
      extra,
    );
  const named = new Map(said.flatMap(({ speakers }) => speakers.map(({ slug, name }) => [slug, name])));
  return xml(
    'meta',
    {},
    xml(
      'identification',
      { source: '#forum' },
      level('FRBRWork', work, day, [
        xml('FRBRcountry', { value: 'un' }),
        xml('FRBRnumber', { value: number }),
        xml('FRBRname', { value: title }),
      ]),
      level('FRBRExpression', `${work}/${language}@`, day, [xml('FRBRlanguage', { language })]),
      level('FRBRManifestation', `${work}/${language}@.${sequence}.xml`, day, [
        xml('FRBRformat', { value: 'application/akn+xml' }),
      ]),
    ),
    xml(
      'references',
      { source: '#forum' },
      xml('TLCOrganization', { eId: 'forum', href: '/ontology/organization/forum', showAs: forum }),
      [...named].map(([slug, name]) =>
        xml('TLCOrganization', { eId: agentId(slug), href: `/ontology/organization/${slug}`, showAs: name }),
      ),
      xml('TLCPerson', { eId: 'rapporteur', href: '/ontology/person/rapporteur', showAs: report.rapporteur ?? forum }),
      xml('TLCRole', { eId: 'author', href: '/ontology/role/author', showAs: 'author' }),
    ),
    report.annexes?.head && headNote(report.annexes.head),
    archive !== null && carriedArchive(archive),
  );
}

/** The signed head of the record, line by line: whoever checks it joins them with line feeds. */
function headNote({ title, about, note }: NonNullable<Annexes['head']>): Xml {
  const lines = [title, about, ...note.trimEnd().split('\n')];
  return xml(
    'notes',
    { source: '#forum' },
    xml(
      'note',
      { eId: 'record_head' },
      lines.map((line, n) => xml('p', { eId: `record_head__p_${n + 1}` }, line)),
    ),
  );
}
