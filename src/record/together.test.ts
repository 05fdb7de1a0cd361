import { expect, test } from 'vitest';
import { Refusal } from './refusals.ts';
import { allEnded, LeftNothing, shareTransactions, type Commit } from './together.ts';

/** A store that keeps what a transaction said only when all of it went well, and takes a turn for each. */
function store() {
  const kept: string[][] = [];
  let fails = 0;
  const commit: Commit = async (work) => {
    const said: string[] = [];
    const outcome = await work({ say: (word: string) => void said.push(word) } as never, []);
    await new Promise((resolve) => setImmediate(resolve));
    if (fails-- > 0) throw new Error('the disk is full');
    kept.push(said);
    return outcome;
  };
  const share = shareTransactions(commit);
  const say = (word: string, fault?: (word: string) => unknown) =>
    share(async (tx) => {
      const { say } = tx as unknown as { say(word: string): void };
      if (fault) throw fault(word);
      say(word);
      return word.toUpperCase();
    });
  return { kept, say, failOnce: () => (fails = 1) };
}

test('what comes while a transaction is under way is done in the next, in the order it came', async () => {
  const { kept, say } = store();
  expect(await Promise.all(['one', 'two', 'three'].map((word) => say(word)))).toEqual(['ONE', 'TWO', 'THREE']);
  expect(kept).toEqual([['one'], ['two', 'three']]);
});

test('at most fifty share one, and none waits for ever', async () => {
  const { kept, say } = store();
  const words = Array.from({ length: 120 }, (_, i) => `word ${i}`);
  await Promise.all(words.map((word) => say(word)));
  expect(kept.map(({ length }) => length)).toEqual([1, 50, 50, 19]);
  expect(kept.flat()).toEqual(words);
});

test('those that share one are done side by side: each asks before another has been answered', async () => {
  const heard: string[] = [];
  const share = shareTransactions((work) => work(undefined as never, []));
  const ask = (word: string) =>
    share(async () => {
      heard.push(`${word} asks`);
      await new Promise((resolve) => setImmediate(resolve));
      heard.push(`${word} is answered`);
    });
  await Promise.all([ask('zero'), ask('one'), ask('two')]);
  expect(heard.slice(2)).toEqual(['one asks', 'two asks', 'one is answered', 'two is answered']);
});

test('the next transaction is begun while the one before waits for its commit', async () => {
  const heard: string[] = [];
  let begun = 0;
  const share = shareTransactions(async (work, written) => {
    const one = ++begun;
    heard.push(`${one} begins`);
    const outcome = await work(undefined as never, []);
    heard.push(`${one} is written`);
    written?.();
    await new Promise((resolve) => setTimeout(resolve, 5));
    heard.push(`${one} is committed`);
    return outcome;
  });
  await Promise.all(['one', 'two', 'three'].map((word) => share(async () => word)));
  expect(heard).toEqual(['1 begins', '1 is written', '2 begins', '2 is written', '1 is committed', '2 is committed']);
});

test('one that fails is waited for by those beside it, so that none writes when the transaction has ended', async () => {
  const heard: string[] = [];
  const share = shareTransactions(async (work) => {
    try {
      return await work(undefined as never, []);
    } finally {
      heard.push('ended');
    }
  });
  const failing = share(() => Promise.reject(new Error('a bug')));
  const slow = (word: string) =>
    share(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      heard.push(word);
    });
  await Promise.allSettled([failing, slow('one'), share(() => Promise.reject(new Error('another'))), slow('two')]);
  // The first by itself, and again; then three together; then each of the three.
  expect(heard).toEqual(['ended', 'ended', 'one', 'two', 'ended', 'one', 'ended', 'ended', 'two', 'ended']);
});

test('one that refuses before it writes is told, and the others are kept together', async () => {
  const { kept, say } = store();
  const refused = say('first').then(() => say('two', () => new LeftNothing(new Refusal('comment.closed'))));
  const others = Promise.all([say('one'), say('three')]);
  await expect(refused).rejects.toThrow(new Refusal('comment.closed'));
  expect(await others).toEqual(['ONE', 'THREE']);
  expect(kept.flat().sort()).toEqual(['first', 'one', 'three']);
});

test('one that fails half-way spoils the transaction: then each is done by itself', async () => {
  const { kept, say } = store();
  const all = [say('zero'), say('one'), say('two', (word) => new Error(`${word} is a bug`)), say('three')];
  const outcomes = await Promise.allSettled(all);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[2]).toMatchObject({ reason: { message: 'two is a bug' } });
  expect(kept).toEqual([['zero'], ['one'], ['three']]);
});

test('a commit that fails is told to all of its acts, and none is done a second time', async () => {
  const { kept, say, failOnce } = store();
  failOnce();
  await expect(say('one')).rejects.toThrow('the disk is full');
  expect(await say('two')).toBe('TWO');
  expect(kept).toEqual([['two']]);
});

test('what failed first is what is thrown, once all have ended', async () => {
  let hasEnded = false;
  const later = new Promise((_, reject) => setTimeout(() => reject(new Error('the transaction is aborted')), 5));
  const last = new Promise<void>((resolve) => setTimeout(resolve, 10)).then(() => (hasEnded = true));
  const all = allEnded([later, Promise.reject(new Error('the disk is full')), last]);
  await expect(all).rejects.toThrow('the disk is full');
  expect(hasEnded).toBe(true);
});
