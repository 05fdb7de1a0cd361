// Writers who comment and answer each other, who know what was acknowledged to them, and who send again, under the same
// token, what was not: as a browser does whose reader presses the button a second time.

export interface Written {
  body: string;
  token: string;
  /** The id of the statement it answers. */
  repliesTo: string | null;
  /** The receipt, once it was acknowledged. */
  receipt: string | null;
}

export interface Writers {
  all: Written[];
  /** What was answered that is neither an acknowledgement nor a refusal that says to come again. */
  unclear: Map<string, number>;
  /** Looks the form up, once. */
  prepare(address: string): Promise<void>;
  /** Writes until told to stop. */
  write(address: string, until: AbortSignal): Promise<void>;
  /** Writes one; null where it was not acknowledged. */
  writeOne(address: string): Promise<Written | null>;
  /** Sends again what was never acknowledged; all of it must be, in the end. */
  finish(address: string): Promise<void>;
}

const roundtable = '/lake-forum/rt/3.1';
const pause = 25;

export function openWriters(count: number, sign = ''): Writers {
  const all: Written[] = [];
  const unclear = new Map<string, number>();
  let roundtableId = '';
  /** Statements of the roundtable that are answered: by their numbers, and by their ids once these are looked up. */
  const answered = ['8', '9', '10'];
  let n = 0;

  async function send(address: string, written: Written): Promise<boolean> {
    const form = { roundtable: roundtableId, body: written.body, token: written.token, reply: written.repliesTo ?? '' };
    const answer = await fetch(`${address}${roundtable}/comment`, {
      method: 'POST',
      redirect: 'manual',
      headers: { accept: 'text/html', origin: address },
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(60_000),
    });
    const [, receipt] = /\/receipts\/([0-9A-Z-]+)/.exec(answer.headers.get('location') ?? '') ?? [];
    const text = await answer.text();
    if (answer.status === 303 && receipt) written.receipt = receipt;
    else if (answer.status !== 503) {
      const what = `${answer.status} ${/<h1[^>]*>([^<]*)/.exec(text)?.[1] ?? ''}`;
      unclear.set(what, (unclear.get(what) ?? 0) + 1);
    }
    return written.receipt !== null;
  }

  function think(): Written {
    // Every third answers a statement of the demo's thread, which stands there already.
    const repliesTo = n % 3 === 0 ? answered[n % answered.length]! : null;
    const body = `Trial comment ${sign}${++n}: every voice counts.`;
    const written = { body, token: crypto.randomUUID(), repliesTo, receipt: null };
    all.push(written);
    return written;
  }

  async function writeOn(address: string, until: AbortSignal): Promise<void> {
    while (!until.aborted) {
      const written = think();
      for (;;) {
        const isTaken = await send(address, written).catch(() => false);
        await new Promise((resolve) => setTimeout(resolve, isTaken ? pause : pause * 8));
        if (isTaken || until.aborted) break;
      }
    }
  }

  return {
    all,
    unclear,
    async prepare(address) {
      const html = await (await fetch(`${address}${roundtable}/comment`)).text();
      roundtableId = /name="roundtable" value="([^"]+)"/.exec(html)?.[1] ?? '';
      if (!roundtableId) throw new Error('There is no form to comment with');
      for (const number of answered.splice(0)) {
        const form = await (await fetch(`${address}${roundtable}/comment?reply=${number}`)).text();
        const [, id] = /name="reply" value="([^"]+)"/.exec(form) ?? [];
        if (!id) throw new Error(`Statement ${number} cannot be answered`);
        answered.push(id);
      }
    },
    async write(address, until) {
      await Promise.all(Array.from({ length: count }, () => writeOn(address, until)));
    },
    async writeOne(address) {
      const written = think();
      return (await send(address, written).catch(() => false)) ? written : null;
    },
    async finish(address) {
      for (const written of all.filter(({ receipt }) => !receipt))
        for (let tries = 0; !written.receipt && tries < 20; tries++)
          if (!(await send(address, written).catch(() => false)))
            await new Promise((resolve) => setTimeout(resolve, 500));
    },
  };
}
