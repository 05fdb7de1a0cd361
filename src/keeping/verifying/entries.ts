// What is known of a row, as bytes: 16 for its table and primary key, 16 for all that is covered of it, the line that says so
// in six, and of which kind it is. Millions of these are sorted by key without ever being objects.

export const entryLength = 40;
export const entryKinds = { written: 1, removed: 2, stored: 3 } as const;
export type EntryKind = (typeof entryKinds)[keyof typeof entryKinds];

/** Entries one after another, as many as come. */
export function openEntries(expected: number) {
  let bytes = Buffer.allocUnsafe(Math.max(1, expected) * entryLength);
  let length = 0;
  return {
    add(kind: EntryKind, key: Buffer, value: Buffer | null, sequence: number): void {
      if (length + entryLength > bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
      key.copy(bytes, length, 0, 16);
      if (value) value.copy(bytes, length + 16, 0, 16);
      else bytes.fill(0, length + 16, length + 32);
      bytes.writeUIntBE(sequence, length + 32, 6);
      bytes[length + 38] = kind;
      bytes[length + 39] = 0;
      length += entryLength;
    },
    end: () => bytes.subarray(0, length),
  };
}
