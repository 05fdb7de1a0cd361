import type { CorrigendumChange } from '#report/versions/corrigenda.ts';
import type { Printing } from './print.ts';
import type { PrintedClosing } from './whole.ts';

/** What closes a report: who signed it, and each corrigendum with what is to be read for what. */
export function printedClosing({ gathered, dates, say }: Printing): PrintedClosing[] {
  const { signed, corrigenda } = gathered;
  const names = signed.map(({ name, capacity, at }) =>
    say('sign_off.signed', { name, capacity: say('sign_off.capacity', { capacity }), when: dates.moment(at) }),
  );
  const change = ({ kind, place, earlier, later, asked }: CorrigendumChange) => {
    const at = say('corrigendum.at', { place });
    const what = say(`corrigendum.line.${kind}`, { earlier: earlier?.text ?? '', later: later?.text ?? '' });
    const who = asked.map(({ name, reason }) => say('corrigendum.asked_by', { name: name ?? 'none', why: reason ? 'yes' : 'no', reason })); // prettier-ignore
    return [`${at}: ${what}`, ...who].join(' ');
  };
  return [
    ...(names.length > 0 ? [{ title: say('sign_off.title'), lines: names }] : []),
    ...corrigenda.map(({ number, at, changes }) => ({
      title: say('corrigendum.title', { number }),
      lines: [say('corrigendum.issued', { when: dates.moment(at) }), ...(changes?.map(change) ?? [say('corrigendum.closed')])], // prettier-ignore
    })),
  ];
}
