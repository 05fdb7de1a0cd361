import type { Reason } from '#record/refusals.ts';

/** How often something may be tried in so many minutes. */
export interface Often {
  most: number;
  minutes: number;
}

/**
 * Guesses at one account's password: from one address, from all of them together, and from the browsers its owner has
 * used. The last two together are thirty an hour, and a guesser fills the first long before the second.
 */
export const guesses = {
  fromAddress: { most: 10, minutes: 60 },
  fromAnywhere: { most: 20, minutes: 60 },
  fromKnownDevices: { most: 10, minutes: 60 },
  /** Wrong ones from one address at whatever accounts: two hundred delegates behind it may each mistype once. */
  byAddress: { most: 300, minutes: 60 },
} as const satisfies Record<string, Often>;

/** For how long a link in a letter opens, in minutes. */
export const linkMinutes = { signIn: 10, reset: 60, signUp: 24 * 60, invitation: 14 * 24 * 60 } as const;

/**
 * Letters to one mailbox: as many as it takes, and since each link outlives the wait, whoever uses them all up for somebody
 * has sent them links that open.
 */
export const letters = {
  signIn: { most: 3, minutes: linkMinutes.signIn },
  reset: { most: 3, minutes: linkMinutes.reset },
  /** They go to whatever address somebody types. */
  signUp: { most: 3, minutes: 60 },
  /** Asked for from one address, for whatever mailboxes. */
  byAddress: { most: 600, minutes: 60 },
} as const satisfies Record<string, Often>;

/** Codes tried at the set-up page, by everyone together: sixty random bits are behind each. */
export const setUpTries = { most: 20, minutes: 60 } as const satisfies Often;

/** The demo's password is printed for everyone on the machine: it must go on opening the demo. */
export function passwordRefusal(login: { demo: boolean }): Reason | null {
  return login.demo ? 'account.demo_password_stays' : null;
}

/** A name made of what cannot be seen, or that turns the direction of what follows, can imitate another. */
export function nameRefusal(name: string): Reason | null {
  // Joiners belong between the letters of many scripts, where Latin, Greek and Cyrillic know none.
  const plain = name.replace(/(?<=[^\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\P{L}]\p{M}*)[\u200c\u200d](?=\p{L})/gu, '');
  return /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u.test(plain) || !/\p{L}/u.test(plain) ? 'people.name_unseen' : null;
}
