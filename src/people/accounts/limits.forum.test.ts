import { expect, test } from 'vitest';
import { forumTest, testNow } from '#test/forum.ts';
import { networkOf, spend } from './limits.ts';
import { guesses } from './rules.ts';

forumTest('two hundred delegates behind one address all come in, each after a mistake', async ({ forum }) => {
  const limits = [{ what: 'passwords from 192.0.2.1', ...guesses.byAddress }];
  for (let n = 0; n < 200; n++) {
    await spend(forum, limits);
    await (await spend(forum, limits)).giveBack();
  }
  const { tries } = await forum.db.selectFrom('login_limit').select('tries').executeTakeFirstOrThrow();
  expect(tries).toHaveLength(200);
});

forumTest('no hour holds more of them than the limit, wherever it begins', async ({ forum }) => {
  const tried: number[] = [];
  for (let minute = 0; minute < 240; minute += 2) {
    const clock = { ...forum, now: () => new Date(testNow.getTime() + minute * 60_000) };
    await spend(clock, [{ what: 'a thing', most: 20, minutes: 60 }]).then(
      () => tried.push(minute),
      () => {},
    );
  }
  const inHourFrom = (from: number) => tried.filter((at) => at >= from && at < from + 60).length;
  expect(Math.max(...tried.map(inHourFrom))).toBe(20);
  expect(tried.length).toBe(80);
});

forumTest('what was given back can be spent again, and at the same instant only once', async ({ forum }) => {
  const limit = [{ what: 'a thing', most: 2, minutes: 10 }];
  const [first] = [await spend(forum, limit), await spend(forum, limit)];
  await expect(spend(forum, limit)).rejects.toMatchObject({ code: 'account.wait', values: { minutes: 10 } });
  await first.giveBack();
  await spend(forum, limit);
  await expect(spend(forum, limit)).rejects.toMatchObject({ code: 'account.wait' });
});

test('an address stands for its network', () => {
  expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
  expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(networkOf('2001:db8:0:7::1')).toBe(networkOf('2001:0DB8:0:7:ffff::2'));
  expect(networkOf('2001:db8:0:7::1')).not.toBe(networkOf('2001:db8:0:8::1'));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
});
