// The little of tar (POSIX ustar) that an archive of our own needs: plain files, one after another, which any `tar` reads.

const block = 512;

export interface Member {
  name: string;
  bytes: Buffer;
}

/** A member as it stands in the archive: its head, its bytes, and zeroes up to the next block. */
export function tarMember({ name, bytes }: Member): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`the name ${name} is too long for an archive`);
  const head = Buffer.alloc(block);
  head.write(name, 0);
  head.write('0000600\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('00000000000\0', 136);
  head.write('        ', 148);
  head.write('0', 156);
  head.write('ustar\x0000', 257);
  head.write(`${sumOf(head).toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([head, bytes, Buffer.alloc(padding(bytes.length))]);
}

export const tarEnd = Buffer.alloc(2 * block);

/** The members of an archive as they come. Throws `NotTar` where it is none, or ends in the middle. */
export async function* membersOf(chunks: AsyncIterable<Buffer>, largest: number): AsyncGenerator<Member> {
  const read = readerOver(chunks);
  for (;;) {
    const head = await read(block);
    if (!head) throw new NotTar('it ends in the middle');
    if (head.every((byte) => byte === 0)) return;
    const sum = Number.parseInt(head.toString('latin1', 148, 156), 8);
    head.fill(' ', 148, 156);
    if (sum !== sumOf(head)) throw new NotTar('it is no archive');
    const name = head.toString('utf8', 0, 100).split('\0')[0]!;
    const size = Number.parseInt(head.toString('latin1', 124, 136), 8);
    if (!(size >= 0 && size <= largest)) throw new NotTar('a part of it is too large');
    const bytes = await read(size);
    const rest = await read(padding(size));
    if (!bytes || !rest) throw new NotTar('it ends in the middle');
    yield { name, bytes };
  }
}

export class NotTar extends Error {}

/** Exactly so many bytes at a time; null where there are not so many left. */
function readerOver(chunks: AsyncIterable<Buffer>): (count: number) => Promise<Buffer | null> {
  const source = chunks[Symbol.asyncIterator]();
  let waiting: Buffer[] = [];
  let length = 0;
  return async (count) => {
    while (length < count) {
      const { done, value } = await source.next();
      if (done) return null;
      waiting.push(value);
      length += value.length;
    }
    const all = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting);
    waiting = [all.subarray(count)];
    length -= count;
    return Buffer.from(all.subarray(0, count));
  };
}

function sumOf(head: Buffer): number {
  return head.reduce((sum, byte) => sum + byte, 0);
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}
