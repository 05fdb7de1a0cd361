import { wordsOf } from './printed.ts';

interface Named {
  name: string;
  text: string;
  title: string;
}

/**
 * What to call the edition a document belongs to: the forum's name as printed ("Ninth Summit of the Lake Forum"), its
 * acronym where it speaks of itself ("the GFMD prefers …"), a file name that reads like words, or the title.
 */
export function editionNameOf({ name, text, title }: Named): { name: string; shortName: string } {
  const head = wordsOf(text, { start: 0, end: Math.min(text.length, 3000) });
  const forum = forumName.exec(head)?.[0] ?? selfNamed(text) ?? readable(name) ?? title.trim();
  const whole = (forum || name).slice(0, 200).trim();
  return { name: whole, shortName: whole.slice(0, 60).trim() };
}

// Capitalised words before and after "Forum", "Summit" or "Conference"; a roundtable's own title is none of these.
const forumName =
  /(?:\p{Lu}[\p{L}’'-]+ |\d+(?:st|nd|rd|th) |[A-Z]{3,8} )+(?:Forum|Summit|Conference|Congress)(?: (?:on|of|for|and|the) (?:(?:on|of|for|and|the) )*\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)*(?: \d{4})?/u;

/** An acronym that asks, invites or prefers speaks for whoever runs the meeting. */
function selfNamed(text: string): string | undefined {
  const spoke =
    /\b[Tt]he ([A-Z]{3,8}(?: (?:forum|summit|conference))?) (?:prefers|invites|asks|welcomes|encourages|reserves|thanks)\b/;
  return spoke.exec(text)?.[1];
}

const anyFile =
  /^(?:(?:final|draft|report|announcement|document|untitled|new|scan|copy|page|file|rapport|informe)\s*)+\d*$/i;

/** "lake-forum-report.txt" → "lake forum report"; nothing for a name that is mostly digits, or could be any file's. */
function readable(name: string): string | undefined {
  const words = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_\-.\s]+/g, ' ')
    .trim();
  const letters = words.replace(/[^\p{L}]/gu, '').length;
  const long = words.split(' ').some((word) => /^\p{L}{3,}$/u.test(word));
  return long && letters > words.length / 2 && !anyFile.test(words) ? words : undefined;
}
