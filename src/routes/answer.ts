import { error, fail, isActionFailure, type ActionFailure } from '@sveltejs/kit';
import { troubleOf } from '#db/trouble.ts';
import { logError } from '#log/log.ts';
import { say } from '#messages/say.ts';
import type { Values } from '#record/refusals.ts';

/** What a form is told when its act was not performed: one sentence, one more for each wrong field, and what was typed. */
export interface Unanswered {
  code: string;
  sentence: string;
  fields: Record<string, string>;
  given: Record<string, string>;
}

/**
 * The one place where the outcomes of an act become answers to a form: 409 with a sentence for a refusal, also of a file that
 * cannot be read, 400 with one for each wrong field, 404 for what is not there or not this person's to see, 503 when the disk is full or the database does not
 * answer. Anything else is a bug and is thrown on.
 */
export async function answer<T>(
  work: Promise<T>,
  { language, given = {} }: { language: string; given?: FormData | Record<string, string> },
): Promise<T | ActionFailure<Unanswered>> {
  try {
    return await work;
  } catch (thrown) {
    const { name = '', code: said = '', values, fields = {} } = (troubleOf(thrown) ?? thrown) as Expected;
    const code = name === 'DocumentRefusal' ? `document.${said}` : said;
    if (name === 'NotFound') error(404, say('page.not_found', {}, language));
    const status = statuses[name];
    if (!status) throw thrown;
    if (status === 503) logError('A form could not be answered', thrown);
    const wrong = Object.fromEntries(Object.entries(fields).map(([field, why]) => [field, say(why, values, language)]));
    return fail(status, {
      code,
      sentence: Object.values(wrong).join(' ') || say(code, values, language),
      fields: wrong,
      given: given instanceof FormData ? textsOf(given) : given,
    });
  }
}

const statuses: Record<string, number> = {
  Refusal: 409,
  DocumentRefusal: 409,
  InvalidInput: 400,
  DatabaseUnavailable: 503,
};

/** Whether an act was not performed, and its form is to be shown again with the reason. */
export function isUnanswered<T>(outcome: T | ActionFailure<Unanswered>): outcome is ActionFailure<Unanswered> {
  return isActionFailure(outcome);
}

/** An outcome of `perform`, known by its name, since the pages and the command line are built apart. */
interface Expected {
  name?: string;
  code?: string;
  values?: Values;
  fields?: Record<string, string>;
}

// A list that is carried from its reading to its entering; all that anyone types is far shorter.
const longestTexts = 8_000_000;

/**
 * A form's texts as plain data; files and repeated fields are left to whoever expects them. No form of ours has `__proto__`.
 * More than eight million letters are refused here: with the reason they would be shown again, many times over in memory.
 */
export function textsOf(form: FormData): Record<string, string> {
  const isText = (entry: [string, FormDataEntryValue]): entry is [string, string] => typeof entry[1] === 'string';
  const texts = [...form].filter(isText).filter(([name]) => name !== '__proto__');
  if (texts.reduce((sum, [, text]) => sum + text.length, 0) > longestTexts) error(413, say('page.too_much'));
  return Object.fromEntries(texts);
}
