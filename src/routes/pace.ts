import type { RequestEvent } from '@sveltejs/kit';
import { networkOf, spend, type Limit } from '#people/accounts/limits.ts';
import { isFromHere } from '#routes/from-here.ts';

/**
 * How often something may be handed in: by one account; and by everyone without one behind one network, who may be many in
 * one room.
 */
export const paces = {
  comment: { account: { most: 30, minutes: 10 }, network: { most: 120, minutes: 10 }, refusal: 'pace.comments' },
  files: { account: { most: 40, minutes: 60 }, network: { most: 20, minutes: 60 }, refusal: 'pace.files' },
  erasure: { account: { most: 5, minutes: 60 }, network: { most: 10, minutes: 60 }, refusal: 'pace.erasures' },
} as const;

/**
 * Does what somebody asks for, unless they have just done it as often as is taken; what was refused does not count. Throws
 * the pace's refusal with the minutes to wait. The machine itself is not held back: its own limit is its owner.
 */
export async function atPace<T>(
  event: Pick<RequestEvent, 'locals' | 'getClientAddress' | 'request' | 'url'>,
  whats: readonly (keyof typeof paces)[],
  work: () => Promise<T>,
): Promise<T> {
  if (isFromHere(event)) return work();
  const { forum, viewer } = event.locals;
  const limits = whats.map((what): Limit => {
    const { account, network, refusal } = paces[what];
    return viewer.personId
      ? { what: `${what} by ${viewer.personId}`, refusal, ...account }
      : { what: `${what} from ${networkOf(event.getClientAddress())}`, refusal, ...network };
  });
  const done = await spend(forum, limits);
  try {
    return await work();
  } catch (error) {
    await done.giveBack();
    throw error;
  }
}
