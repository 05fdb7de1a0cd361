import { perform } from '#record/act.ts';
import type { Forum } from '#record/forum.ts';
import { InvalidInput, refuseIf, type Reason } from '#record/refusals.ts';
import type { Viewer } from '#record/viewer.ts';
import { registeredNames } from '#people/register/queries.ts';
import { fingerprint, importDocument } from './acts.ts';
import { archiveIn } from './archive/read.ts';
import { understoodArchive } from './archive/understand.ts';
import { correct, corrections, type Corrections } from './corrections.ts';
import { numbersOf } from './numbering.ts';
import type { Destination } from './preview.ts';
import { editionMeant, importedText, numbersTaken } from './queries.ts';
import { importedAlreadyRefusal, isArchive, nothingFoundRefusal, numberTakenRefusal, tooLongRefusal } from './rules.ts';
import { understand } from './understand.ts';
import type { Understanding } from './understanding.ts';

/** A document as it was read from a file, and where it is to go. */
export interface Document {
  /** The file's name. */
  name: string;
  text: string;
  /** The slug, name or short name of an edition. A new one is opened where none is given, or none is called so. */
  edition?: string | undefined;
}

export interface Preview {
  plan: Understanding;
  destination: Destination;
  /** What has to be corrected before it can be entered: a number that is taken. */
  problem: Reason | null;
}

/**
 * What an import would enter, with what has been corrected so far. Writes nothing. Refuses what no correction can mend: a
 * document that was imported already, one that is too long, one in which nothing is recognised.
 */
export async function previewImport(forum: Forum, document: Document, given: Corrections = {}): Promise<Preview> {
  const { edition } = document;
  const understood = await understoodFrom(forum, document);
  // What an archive says is entered as it stands.
  const plan = isArchive(document.text)
    ? understood
    : correct(understood, checked(given), await registeredNames(forum.db));
  const standing = edition ? await editionMeant(forum.db, edition) : undefined;
  const taken = standing ? await numbersTaken(forum.db, standing.id, numbersOf(plan)) : [];
  return {
    plan,
    destination: { name: standing?.name ?? (edition || plan.edition.name), isNew: !standing },
    problem: numberTakenRefusal(plan, taken),
  };
}

/** The document as it is understood before anyone has corrected anything. Refuses as `previewImport` does. */
export async function understoodFrom(forum: Forum, { name, text }: Document): Promise<Understanding> {
  refuseIf(tooLongRefusal({ name, text }));
  refuseIf(importedAlreadyRefusal(await importedText(forum.db, fingerprint(text))));
  const archive = archiveIn(text);
  const source = { name, text, register: await registeredNames(forum.db) };
  const plan = archive ? understoodArchive(archive, source) : understand(source);
  refuseIf(nothingFoundRefusal(plan));
  return plan;
}

/** Enters the document as corrected, in one transaction, and says what was created. */
export function performImport(forum: Forum, viewer: Viewer, document: Document, corrections: Corrections = {}) {
  return perform(forum, viewer, importDocument, { ...document, corrections });
}

function checked(given: Corrections) {
  const result = corrections.safeParse(given);
  if (result.success) return result.data;
  throw new InvalidInput(Object.fromEntries(result.error.issues.map(({ path, message }) => [path.join('.'), message])));
}
