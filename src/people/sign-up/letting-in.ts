import type { Forum } from '#record/forum.ts';

/**
 * The token of a link that signs in whoever has an account with this address, once: for a letter of its own, or to let in at
 * once somebody who has just shown that they read the mailbox.
 */
export async function signInTokenFor(forum: Forum, email: string): Promise<string> {
  const { openSignIn } = await import('#people/sign-in.server.ts');
  let made = '';
  const sendLink = async (_: string, token: string) => void (made = token);
  await openSignIn(forum, { sendLink }).api.signInMagicLink({ body: { email }, headers: new Headers() });
  return made;
}
