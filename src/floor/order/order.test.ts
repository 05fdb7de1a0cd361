import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, orders, type OrderRule, type Waiting } from './rules.ts';

const plain: OrderRule = { by: 'asked', firstTimeFirst: false, everyThird: false };
let clock = 0;

function who(id: string, more: Partial<Waiting> = {}): Waiting {
  const usual = { queue: 'list', class: 'state', kind: 'state', region: 'Africa', rank: 'other' } as const;
  return { id, ...usual, requestedAt: clock++, hasSpoken: false, isMoved: false, position: null, ...more };
}
const city = { class: 'stakeholder', kind: 'city', region: null } as const;
const ids = (waiting: readonly Waiting[]) => waiting.map(({ id }) => id).join(' ');

describe('the order of the list', () => {
  const cases: [string, OrderRule, Waiting[], string][] = [
    ['as asked', plain, [who('a'), who('b'), who('c')], 'a b c'],
    ['a minister before an ambassador', { ...plain, by: 'rank' }, [who('a', { rank: 'ambassador' }), who('b', { rank: 'minister' })], 'b a'],
    ['equal ranks: groups before States', { ...plain, by: 'rank' }, [who('a'), who('g', { class: 'group', kind: 'group' })], 'g a'],
    ['groups before States', { ...plain, by: 'groups_first' }, [who('a'), who('g', { class: 'group', kind: 'group' }), who('b')], 'g a b'],
    ['constituencies in turn', { ...plain, by: 'constituencies' }, [who('a'), who('b'), who('c', city), who('d', city)], 'a c b d'],
    ['regions in turn', { ...plain, by: 'regions' }, [who('a'), who('b'), who('c', { region: 'Asia' })], 'a c b'],
    ['first-time speakers first', { ...plain, firstTimeFirst: true }, [who('a', { hasSpoken: true }), who('b')], 'b a'],
    ['every third place to others', { ...plain, everyThird: true }, [who('a'), who('b'), who('c'), who('x', city), who('y', city)], 'a b x c y'],
    ['no others wait', { ...plain, everyThird: true }, [who('a'), who('b'), who('c')], 'a b c'],
    ['a point of order first', plain, [who('a'), who('p', { queue: 'point_of_order' })], 'p a'],
    ['rights of reply after the list', plain, [who('r', { queue: 'right_of_reply' }), who('a')], 'a r'],
    ['whom the chair moved keeps the place', plain, [who('a', { position: 2 }), who('b', { position: 3 }), who('c', { position: 1, isMoved: true })], 'c a b'],
  ]; // prettier-ignore
  it.each(cases)('%s', (_, rule, waiting, expected) => expect(ids(inOrder(rule, waiting))).toBe(expected));

  it('counts the States that spoke just before', () => {
    const waiting = [who('a'), who('x', city)];
    expect(ids(inOrder({ ...plain, everyThird: true }, waiting, ['state', 'state']))).toBe('x a');
    expect(ids(inOrder({ ...plain, everyThird: true }, waiting, ['state', 'stakeholder']))).toBe('a x');
  });

  const slot: fc.Arbitrary<Omit<Waiting, 'id'>> = fc.record({
    queue: fc.constantFrom('list', 'list', 'list', 'right_of_reply', 'point_of_order'),
    class: fc.constantFrom('co_chair', 'panel', 'group', 'state', 'organisation', 'stakeholder'),
    kind: fc.constantFrom('state', 'group', 'un', 'city', 'faith', 'union'),
    region: fc.constantFrom('Africa', 'Asia', null),
    rank: fc.constantFrom('minister', 'ambassador', 'other'),
    requestedAt: fc.nat(5),
    hasSpoken: fc.boolean(),
    isMoved: fc.boolean(),
    position: fc.option(fc.integer({ min: 1, max: 30 })),
  });
  const rules = fc.record({ by: fc.constantFrom(...orders), firstTimeFirst: fc.boolean(), everyThird: fc.boolean() });

  it('loses nobody, doubles nobody, puts points of order first, and gives the same again', () => {
    fc.assert(
      fc.property(rules, fc.array(slot, { maxLength: 30 }), (rule, slots) => {
        const waiting = slots.map((one, i): Waiting => ({ id: String(i).padStart(2, '0'), ...one }));
        const ordered = inOrder(rule, waiting);
        expect(ordered.map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id));
        const queued = ordered.map(({ queue }) => ['point_of_order', 'list', 'right_of_reply'].indexOf(queue));
        expect(queued).toEqual([...queued].sort());
        expect(inOrder(rule, [...waiting].reverse())).toEqual(ordered);
        const placed = ordered.map((one, i) => ({
          ...one,
          isMoved: one.isMoved && one.position !== null,
          position: i + 1,
        }));
        expect(inOrder(rule, placed).map(({ id }) => id)).toEqual(ordered.map(({ id }) => id));
      }),
    );
  });
});
