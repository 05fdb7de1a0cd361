/**
 * What somebody wrote themselves in an answer by e-mail: without what it quotes, the line that introduces the quotation,
 * the headers of a forwarded letter, and their signature. `marker` is the line our letters put above their text: what
 * stands over it is the answer; where nothing does, they answered below, between the lines quoted.
 */
export function ownWords(text: string, marker: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n');
  const at = lines.findIndex((line) => line.includes(marker));
  const above = at < 0 ? '' : written(lines.slice(0, at));
  return above || written(lines);
}

function written(lines: readonly string[]): string {
  const forwarded = lines.findIndex((_, at) => beginsForwarded(lines, at));
  const theirs = forwarded < 0 ? lines : lines.slice(0, forwarded);
  const kept = theirs.filter((line, at) => !isQuoted(line) && !introducesQuotation(theirs, at));
  const signature = kept.findIndex((line) => /^-- ?$/.test(line));
  const unsigned = signature < 0 ? kept : kept.slice(0, signature);
  return unsigned
    .join('\n')
    .trim()
    .replace(
      /(^|\n+)(Sent from my|Sent from Mail|Get Outlook for|Envoyé de mon|Enviado desde mi|Von meinem) [^\n]*$/,
      '',
    )
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function isQuoted(line: string): boolean {
  return /^\s*>/.test(line);
}

/**
 * “On Tuesday, Ada wrote:”, in whatever language: up to three lines without a blank between them, the last of which ends
 * with a colon and stands over a quotation, or over nothing more.
 */
function introducesQuotation(lines: readonly string[], at: number): boolean {
  for (let end = at; end < Math.min(at + 3, lines.length); end++) {
    const line = lines[end]!.trim();
    if (line === '' || isQuoted(line)) return false;
    if (!/[:：]$/.test(line)) continue;
    const next = lines.slice(end + 1).find((after) => after.trim() !== '');
    const introduction = lines.slice(at, end + 1).join(' ');
    // A colon before a quotation can also be somebody’s own; an introduction names an address or a time.
    return (next === undefined || isQuoted(next)) && /@|\d{1,2}[:.h]\d{2}|\b\d{4}\b/.test(introduction);
  }
  return false;
}

const sender = /^\W*(From|De|Von|Da|Van|От|发件人|من)\s*[:：]/i;
const sentOrTo =
  /^\W*(Sent|Date|To|Envoyé|À|Enviado|Fecha|Para|Gesendet|Datum|An|Отправлено|Дата|Кому|发送时间|日期|收件人|تاريخ|إلى)\s*[:：]/i;

/** The headers under which some programs put the whole letter they answer. */
function beginsForwarded(lines: readonly string[], at: number): boolean {
  const line = lines[at]!.trim();
  const next = lines.slice(at + 1, at + 6);
  if (/^-{2,} ?[^-\n]{4,40} ?-{2,}$/.test(line)) return next.some((after) => sender.test(after));
  if (/^_{10,}$/.test(line)) return next.some((after) => sender.test(after));
  return sender.test(line) && next.some((after) => sentOrTo.test(after));
}
