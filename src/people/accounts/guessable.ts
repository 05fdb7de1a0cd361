import type { Reason } from '#record/refusals.ts';

/** What passwords are made of most often, and rows of keys. */
const usual = ['password', 'passwort', 'motdepasse', 'contrasena', 'senha', 'parola', 'welcome', 'letmein', 'iloveyou', 'changeme', 'default', 'whatever', 'trustno', 'secret', 'master', 'monkey', 'dragon', 'football', 'baseball', 'princess', 'sunshine', 'superman', 'batman', 'starwars', 'pokemon', 'liverpool', 'chelsea', 'arsenal', 'computer', 'internet', 'administrator', 'admin', 'login', 'guest', 'user', 'test', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', 'azertyuiop', 'azerty', 'qwertzuiop', 'qwertz', '1q2w3e4r5t6y', '1q2w3e4r', '1qaz2wsx3edc', '1qaz2wsx', 'qazwsxedc', 'qazwsx']; // prettier-ignore
/** Words of the place; with them the names of this forum, and whoever’s password it is. */
const ofThePlace = ['rapporteur', 'roundtable', 'forum', 'conference', 'migration', 'development', 'delegation', 'delegate', 'chair', 'support', 'ministry', 'government', 'embassy', 'unitednations']; // prettier-ignore

const fewestSurprises = 6;
const fewestLetters = 4;
const shortestOwn = 4;

/**
 * Whether a guesser who knows the forum and the person comes to a password soon: where little is left once the words everyone
 * tries are gone, and letters that only go on from the one before. `about`: names and addresses. Any composition will do.
 */
export function guessableRefusal(password: string, about: readonly string[]): Reason | null {
  const own = about
    .flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= shortestOwn);
  const words = [...usual, ...ofThePlace, ...own].sort((a, b) => b.length - a.length);
  const asWritten = plain(password).replace(/\s/g, '');
  const isLittle = [asWritten, unmasked(asWritten)].some((text) => {
    const surprises = surprisesIn(words.reduce((rest, word) => rest.replaceAll(word, ' '), text));
    return surprises.length < fewestSurprises || new Set(surprises).size < fewestLetters;
  });
  return isLittle ? 'people.password_guessable' : null;
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const masks: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }; // prettier-ignore

function unmasked(text: string): string {
  return text.replace(/[013457@$!]/g, (letter) => masks[letter]!);
}

/** Letters and digits that neither repeat the one before nor go on from it, as in “aaa”, “abc” and “321”. */
function surprisesIn(text: string): string[] {
  return [...text].filter((letter, i, all) => {
    const before = all[i - 1];
    return letter !== ' ' && (before === undefined || Math.abs(letter.codePointAt(0)! - before.codePointAt(0)!) > 1);
  });
}
