/** The delegations of one region, in their order round the table: true when that delegation has said something. */
export type RingGroup = { name: string; seats: boolean[] };

export type Seat = { x: number; y: number; said: boolean };

const centre = 150;
const outermost = 136;
const perRow = 130;
const gap = 1.6;

/**
 * Where the seats stand in a picture of 300 by 300: clockwise from the top, one group after the other with a gap
 * between them, in as many rows as keep every seat apart (one up to 130 seats). `size` is the width of a seat.
 */
export function ringOf(groups: RingGroup[]): { seats: Seat[]; size: number } {
  const count = groups.reduce((sum, group) => sum + group.seats.length, 0);
  const rows = Math.max(1, Math.ceil(count / perRow));
  const filled = groups.filter((group) => group.seats.length > 0);
  const columns = filled.reduce((sum, group) => sum + Math.ceil(group.seats.length / rows), 0);
  const gaps = filled.length > 1 ? filled.length * gap : 0;
  const step = (2 * Math.PI) / Math.max(1, columns + gaps);
  const size = Math.min(7.2, 0.76 * step * (outermost - (rows - 1) * 9));
  const seats: Seat[] = [];
  let column = gaps ? gap / 2 + 0.5 : 0;
  for (const group of filled) {
    group.seats.forEach((said, n) => {
      const angle = (column + Math.floor(n / rows)) * step;
      const radius = outermost - (n % rows) * (size + 1.5);
      seats.push({ x: centre + radius * Math.sin(angle), y: centre - radius * Math.cos(angle), said });
    });
    column += Math.ceil(group.seats.length / rows) + gap;
  }
  return { seats, size };
}

/** A path of dots: a stroke of no length at each seat, which a round line cap turns into a disc. */
export function dotsOf(seats: Seat[]): string {
  return seats.map(({ x, y }) => `M${Number(x.toFixed(1))} ${Number(y.toFixed(1))}h0`).join('');
}
