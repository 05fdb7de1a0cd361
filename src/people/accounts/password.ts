import type { SignIn } from '#people/sign-in.server.ts';
import type { Forum } from '#record/forum.ts';
import { Refusal } from '#record/refusals.ts';
import { isKnownDevice } from './devices.ts';
import { networkOf, spend, type Limit } from './limits.ts';
import { guesses } from './rules.ts';
import { tellSignIn } from './tell-sign-in.ts';

interface Guess {
  email: string;
  password: string;
  /** The address it comes from. */
  address: string;
  /** The marks its browser carries from earlier sign-ins. */
  marks?: string | undefined;
  headers: Headers;
}

/**
 * Opens a session for whoever knows the password, and returns the answer that carries its cookies. Whatever is wrong, the
 * refusal is `account.sign_in_failed`, after the same work: a guess is told nothing. Beyond the limits nothing is tried,
 * and the refusal is `account.wait`.
 */
export async function signInByPassword(forum: Forum, signIn: SignIn, guess: Guess): Promise<Response> {
  const email = guess.email.trim().toLowerCase().slice(0, 200);
  const tell = (outcome: 'refused' | 'held back') => tellSignIn(forum, { by: '/sign-in', outcome, email });
  const tried = await spend(forum, limitsFor(forum, email, guess)).catch((error) => {
    tell('held back');
    throw error;
  });
  // One letter more than the longest that can be set: cut shorter, a longer one might be right.
  const body = { email, password: guess.password.slice(0, 129) };
  const response = await signIn.api.signInEmail({ body, headers: guess.headers, asResponse: true });
  if (!response.ok) {
    tell('refused');
    throw new Refusal('account.sign_in_failed');
  }
  await tried.giveBack();
  return response;
}

function limitsFor(forum: Forum, email: string, { address, marks }: Guess): Limit[] {
  if (isKnownDevice(forum, email, marks))
    return [{ what: `password of ${email} from a known device`, ...guesses.fromKnownDevices }];
  const network = networkOf(address);
  return [
    { what: `password of ${email} from ${network}`, ...guesses.fromAddress },
    { what: `password of ${email}`, ...guesses.fromAnywhere },
    { what: `passwords from ${network}`, ...guesses.byAddress },
  ];
}
