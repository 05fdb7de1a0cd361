import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seatingOf, wrapped, type PictureGroup } from './seating.ts';

const seat = (name: string, on: 'raised' | 'against' | null = null) => ({ name, kind: 'state', isSilent: false, isCoChair: false, on, raised: [0] }); // prettier-ignore
const table = (sizes: number[]): PictureGroup[] => sizes.map((size, g) => ({ name: `Group ${g}`, seats: Array.from({ length: size }, (_, n) => seat(`Delegation ${g}.${n}`, n % 3 === 0 ? 'raised' : null)) })); // prettier-ignore
const issues = (n: number) => Array.from({ length: n }, (_, i) => ({ title: `Issue number ${i}`, count: n - i }));
const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

describe.each([[[3]], [[2, 1]], [[2, 14, 10, 8, 6]], [[2, 60, 50, 40, 30, 18]]])(
  'with seats in groups of %j',
  (sizes) => {
    // prettier-ignore
    const seating = seatingOf(table(sizes), issues(7), 0);

    test('every delegation has one seat, and no seat or name touches the next', () => {
      expect(seating.seats).toHaveLength(sizes.reduce((a, b) => a + b, 0));
      seating.seats.forEach((one, i) => {
        const next = seating.seats[(i + 1) % seating.seats.length]!;
        if (seating.seats.length > 1) expect(apart(one.text, next.text)).toBeGreaterThan(13);
      });
    });

    test('no name stands on its head or leaves the picture', () => {
      const { box } = seating;
      for (const { text, x, y } of seating.seats) {
        expect(Math.abs(((text.turn + 540) % 360) - 180)).toBeLessThanOrEqual(90);
        expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(true);
      }
    });

    test('lines of the issue looked at are drawn apart from the others', () => {
      expect(seating.chosen.raised.split('M').length - 1).toBe(
        seating.seats.filter(({ on }) => on === 'raised').length,
      );
      expect(seating.lines[0]!.d).toBe('');
      expect(seating.chosen.against).toBe('');
    });
  },
);

test('hubs keep apart from each other and lie inside the table', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 }), (n) => {
      const { hubs, centre, radius } = seatingOf(table([2, 20]), issues(n), 0);
      hubs.forEach((hub, i) => {
        expect(apart(hub, centre)).toBeLessThan(radius - 40);
        for (const other of hubs.slice(i + 1)) expect(apart(hub, other)).toBeGreaterThan(40);
      });
    }),
  );
});

test('a long title is cut only in the picture, after three lines', () => {
  expect(wrapped('Money that reaches cities')).toEqual(['Money that', 'reaches cities']);
  expect(wrapped('one two three four five six seven eight nine ten eleven')).toHaveLength(3);
});
