import { askCredential, requireRelease, verifyCredential } from '#people/credentials/acts.ts';
import { addPaper, circulatePaper, revisePaper } from '#programme/papers/acts.ts';
import { submitComment } from '#statements/acts.ts';
import type { Doing, Event, Ids } from './world.ts';
import { asking, awaitingRelease, conceptNote, speakingForTwo } from './world/papers.ts';

/** A paper with a comment on one of its paragraphs, a comment that waits for release, a question to speak for somebody. */
export function paperAndCredentials(doing: Doing, ids: Ids): Event[] {
  return ids.roundtables.has(conceptNote.roundtable)
    ? [...paperEvents(doing, ids), ...credentialEvents(doing, ids)]
    : [];
}

function paperEvents(doing: Doing, ids: Ids): Event[] {
  const { added, circulated, revised, comment, by, roundtable, ...paper } = conceptNote;
  const place = ids.roundtables.get(roundtable)!;
  let id = '';
  let paragraphs: string[] = [];
  const add = async () => {
    id = (await doing(added, addPaper, { ...paper, roundtable: place, kind: 'concept_note' }, by)).id;
  };
  const revise = async () => {
    const version = { paper: id, basedOn: 1, text: revised.text };
    paragraphs = (await doing(revised.at, revisePaper, version, by)).paragraphs;
  };
  const discuss = () => {
    const paragraph = paragraphs[comment.paragraph - 1]!;
    const words = { roundtable: place, body: comment.body, language: 'en', paragraph };
    return doing(comment.at, submitComment, words, comment.by);
  };
  return [
    [added, add],
    [circulated, () => doing(circulated, circulatePaper, { paper: id }, by)],
    [revised.at, revise],
    [comment.at, discuss],
  ];
}

function credentialEvents(doing: Doing, ids: Ids): Event[] {
  const { focalPoint, required, comment } = awaitingRelease;
  const of = (slug: string) => ({ edition: ids.edition, delegation: ids.delegations.get(slug)! });
  const { at, by, words } = asking;
  let credential = '';
  const askForTwo = async () => {
    const { at, by, function: office, words, delegation } = speakingForTwo;
    credential = (await doing(at, askCredential, { ...of(delegation), function: office, words }, by)).id;
  };
  const verify = () => {
    const { verified, how, examiner } = speakingForTwo;
    return doing(verified, verifyCredential, { credential, how }, examiner);
  };
  return [
    [speakingForTwo.at, askForTwo],
    [speakingForTwo.verified, verify],
    [
      required,
      () => doing(required, requireRelease, { ...of(awaitingRelease.delegation), required: true }, focalPoint),
    ],
    [
      comment.at,
      () => {
        const { body, language } = comment;
        const roundtable = ids.roundtables.get(comment.roundtable)!;
        return doing(comment.at, submitComment, { roundtable, body, language }, comment.by);
      },
    ],
    [at, () => doing(at, askCredential, { ...of(asking.delegation), function: asking.function, words }, by)],
  ];
}
