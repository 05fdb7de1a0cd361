const leastMilliseconds = 400;

/**
 * Takes the same time whatever is found out: the work for an address that has an account, or hardly any for one that has
 * none. Slower work than this is slower for both, since then it is the database that is slow.
 */
export async function evenly<T>(work: Promise<T>): Promise<T> {
  const wait = new Promise((resolve) => setTimeout(resolve, leastMilliseconds));
  const [outcome] = await Promise.allSettled([work, wait]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
