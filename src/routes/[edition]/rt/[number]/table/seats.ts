import type { Raised, Seated } from '#report/lists/raised.ts';
import type { PictureGroup, PictureSeat } from '#ui/seating.ts';

/** With more seats than this the lines of the issues that are not looked at would be a grey disc. */
const mostWithLines = 90;
/** With more the inside of the table is too small for all: the rest are in the list. */
export const mostHubs = 14;

const parts: Record<string, string> = { group: 'groups', un: 'organisations', treaty_body: 'organisations', igo: 'organisations', city: 'cities', none: 'others', role: 'others' }; // prettier-ignore
const order = ['groups', 'organisations', 'partners', 'cities', 'others'];

/** Everyone round the table: co-chairs on top, States by region, then everyone else; silent seats among the others. */
export function seatedByPart(
  { spoke, silent, issues }: Pick<Raised, 'spoke' | 'silent'> & { issues: Pick<Raised['issues'][number], 'raisedBy' | 'againstBy'>[] }, // prettier-ignore
  chosen: number,
  say: (part: string) => string,
): PictureGroup[] {
  const hasLines = spoke.length + silent.length <= mostWithLines;
  const seat = (isSilent: boolean) => (one: Seated) => {
    const at = issues[chosen];
    const on = at?.againstBy.includes(one.key) ? 'against' : at?.raisedBy.includes(one.key) ? 'raised' : null;
    const raised = hasLines ? issues.flatMap(({ raisedBy, againstBy }, i) => ([...raisedBy, ...againstBy].includes(one.key) ? [i] : [])) : []; // prettier-ignore
    return { seated: one, picture: { name: one.name, kind: one.kind, isSilent, isCoChair: one.isCoChair, on, raised } satisfies PictureSeat }; // prettier-ignore
  };
  const all = [...spoke.map(seat(false)), ...silent.map(seat(true))];
  const partOf = ({ isCoChair, kind, region }: Seated) =>
    isCoChair ? 'chairs' : kind === 'state' || kind === 'observer' ? `region ${region ?? ''}` : (parts[kind] ?? 'partners'); // prettier-ignore
  const grouped = Map.groupBy(all, ({ seated }) => partOf(seated));
  const regions = [...grouped.keys()].filter((part) => part.startsWith('region ')).sort();
  const byName = (a: { seated: Seated }, b: { seated: Seated }) => (a.seated.name < b.seated.name ? -1 : 1);
  return ['chairs', ...regions, ...order].flatMap((part) => {
    const seats = grouped
      .get(part)
      ?.toSorted(byName)
      .map(({ picture }) => picture);
    const name = part.startsWith('region ') ? part.slice(7) || say('states') : part === 'chairs' ? '' : say(part);
    return seats ? [{ name, seats }] : [];
  });
}

/** Where nobody is named: as many seats as spoke in each column, those first that raised the issue looked at. */
export function seatedUnnamed(
  { columns, issues }: Pick<Raised, 'columns'> & { issues: Pick<Raised['issues'][number], 'cells'>[] },
  chosen: number,
  name: (column: string) => string,
): PictureGroup[] {
  return columns.map(({ key, voices }) => {
    const { raised = 0, against = 0 } = issues[chosen]?.cells[key] ?? {};
    const on = (n: number) => (n < raised ? 'raised' : n < raised + against ? 'against' : null);
    return { name: name(key), seats: voices.map((_, n): PictureSeat => ({ name: '', kind: key, isSilent: false, isCoChair: false, on: on(n), raised: [] })) }; // prettier-ignore
  });
}
