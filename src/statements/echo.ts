import type { SpeakerView, StatementView } from './rows.ts';

type Delegation = NonNullable<SpeakerView['delegation']>;

/** Who is on record for and against a statement, and who replied to it. */
export interface Echo {
  agreed: Delegation[];
  opposed: Delegation[];
  answeredBy: Delegation[];
  /** The replies themselves, in their order. */
  answers: StatementView[];
}

/** What others made of a statement of the delegation with this slug, in the thread as one person may see it. */
export function echoOf(statement: StatementView, thread: readonly StatementView[], slug: string): Echo {
  const others = (speakers: readonly SpeakerView[], part: string) =>
    speakers.flatMap((one) =>
      one.part === part && one.delegation && one.delegation.slug !== slug ? [one.delegation] : [],
    );
  const answers = thread.filter(({ repliesTo, body }) => repliesTo === statement.number && body !== null);
  const answering = answers.flatMap(({ speakers }) => others(speakers, 'speaker'));
  return {
    agreed: others(statement.speakers, 'supported_by'),
    opposed: others(statement.speakers, 'opposed_by'),
    answeredBy: [...new Map(answering.map((one) => [one.slug, one])).values()],
    answers,
  };
}

/** Whether the delegation with this slug said it, or it was said on its behalf. */
export function speaksIn({ speakers }: Pick<StatementView, 'speakers'>, slug: string): boolean {
  return speakers.some(
    ({ part, delegation }) => (part === 'speaker' || part === 'on_behalf_of') && delegation?.slug === slug,
  );
}
