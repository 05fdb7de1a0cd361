import type { Forum } from '#record/forum.ts';
import { addressOf, officeHolders } from '#mail/addresses.ts';
import { post } from '#mail/post.ts';
import { focalPointsToReach } from '#people/credentials/reaching.ts';

/** To the delegation's focal points, or where it has none the support unit: that somebody asks to speak for it. */
export async function tellCredentialAsked(forum: Forum, id: string): Promise<void> {
  const asked = await credentialToWriteOf(forum, id);
  if (asked?.decision !== 'asked') return;
  const { edition, delegation_id, decided } = asked;
  const focalPoints = await focalPointsToReach(forum.db, edition, delegation_id);
  const examiners = focalPoints.filter(({ person }) => person !== asked.person_id);
  const reached = examiners.length > 0 ? examiners : await officeHolders(forum.db, edition, 'support_unit');
  for (const { person, to } of reached)
    await post(forum, {
      to,
      person,
      edition,
      code: 'mail.credential_asked',
      key: `credential ${decided} ${person}`,
      values: {
        ...asked.values,
        said: asked.words ? 'yes' : 'no',
        words: asked.words,
        page: `${forum.origin}/${asked.slug}/${examiners.length > 0 ? `delegations/${asked.delegation}/credentials` : 'desk/credentials'}`,
      },
    });
}

/** To whoever asked: that it is verified, or refused and why. */
export async function tellCredentialDecided(forum: Forum, id: string): Promise<void> {
  const given = await credentialToWriteOf(forum, id);
  const to = given && (await addressOf(forum.db, { person: given.person_id }));
  if (!to || (given.decision !== 'verified' && given.decision !== 'refused')) return;
  await post(forum, {
    to,
    person: given.person_id,
    edition: given.edition,
    code: `mail.credential_${given.decision}`,
    key: `credential ${given.decided}`,
    values: { ...given.values, how: given.how, page: `${forum.origin}/${given.slug}` },
  });
}

/** A credential with the last decision on it. */
async function credentialToWriteOf({ db }: Forum, id: string) {
  const row = await db
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .innerJoin('delegation', 'delegation.id', 'credential.delegation_id')
    .innerJoin('edition', 'edition.id', 'credential.edition_id')
    .innerJoin('credential_decision as last', 'last.credential_id', 'credential.id')
    .select(['credential.person_id', 'delegation_id', 'credential.words', 'credential.function', 'person.name'])
    .select(['delegation.short_name', 'delegation.slug as delegation', 'edition.id as edition', 'edition.slug'])
    .select(['edition.short_name as forum', 'last.id as decided', 'last.decision', 'last.how'])
    .where('credential.id', '=', id)
    .orderBy('last.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, short_name, forum, function: office } = row;
  return { ...row, values: { name, delegation: short_name, forum, function: office ?? '' } };
}
