import type { Reason } from '#record/refusals.ts';

/** The longest text that is taken for one document, in UTF-16 code units: about a thousand pages. */
export const longestText = 2_000_000;

/** The longest archive of a report that is taken: it needs no understanding, only entering. */
export const longestArchive = 20_000_000;

/** Whether a text says of itself that it is the archive of a report, as JSON or carried in Akoma Ntoso. */
export function isArchive(text: string): boolean {
  const head = text.slice(0, 2000);
  return /^\s*\{\s*"archive"\s*:\s*"rapporteur-report"/.test(head) || /<akomaNtoso[\s>]/.test(head);
}

/** A document is entered once: the same text again would make every voice in it count twice. */
export function importedAlreadyRefusal(
  imported: { at: Date; edition: string; number: string | null } | undefined,
): Reason | null {
  if (!imported) return null;
  const { at, edition, number } = imported;
  return { code: 'document.imported_already', values: { at, edition, number: number ?? '' } };
}

/** Something must have been recognised: a report in which somebody speaks, or a page that asks for comments. */
export function nothingFoundRefusal(understood: {
  kind: 'report' | 'announcement' | 'other';
  name: string;
}): Reason | null {
  return understood.kind === 'other' ? { code: 'document.nothing_found', values: { name: understood.name } } : null;
}

export function tooLongRefusal({ name, text }: { name: string; text: string }): Reason | null {
  const most = isArchive(text) ? longestArchive : longestText;
  return text.length > most ? { code: 'document.too_long', values: { name, most } } : null;
}

/** Within one document, too, a number stands for one roundtable. */
export function numberTwiceRefusal(numbers: readonly string[]): Reason | null {
  const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
  return twice === undefined ? null : { code: 'document.number_twice', values: { number: twice } };
}

/** A number stands once in an edition; only the cluster of an announcement may stand there before it. */
export function numberTakenRefusal(
  plan: { kind: string; cluster: { number: string } | null },
  taken: readonly { number: string; title: string }[],
): Reason | null {
  const joins = plan.kind === 'announcement' ? plan.cluster?.number : undefined;
  const clash = taken.find(({ number }) => number !== joins);
  return clash ? { code: 'roundtable.number_taken', values: { number: clash.number, title: clash.title } } : null;
}
