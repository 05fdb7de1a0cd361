/** Shows on the terminal how far long work has come, from its second second on; nothing where nobody looks. */
export function progressThrough(length: number, screen: NodeJS.WriteStream = process.stderr) {
  const began = performance.now();
  let shown = began + 500;
  return {
    at(place: number): void {
      const now = performance.now();
      if (!screen.isTTY || now - began < 1000 || now - shown < 200) return;
      shown = now;
      screen.write(`\r${Math.round((place / length) * 100)} % read`);
    },
    done(): void {
      if (shown > began + 500) screen.write('\r\u001b[K');
    },
  };
}
