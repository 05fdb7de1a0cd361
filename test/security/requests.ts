import { request } from 'node:http';
import { expect } from 'vitest';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A request as no browser would send it: with any header, any path as it is written, any method. */
export function raw(
  address: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers: { accept: 'text/html', ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** A form sent from a page elsewhere, or from nowhere, changes nothing, whoever's cookie comes with it. */
export async function refusesForeignForms(address: string, paths: readonly string[], cookie: string): Promise<void> {
  const lines = async () => /^rapporteur_record_sequence (\d+)$/m.exec((await raw(address, '/metrics')).text)?.[1];
  const before = await lines();
  const form = 'roundtable=x&body=x&email=a%40b.example&password=x&theme=dark';
  const taken: string[] = [];
  for (const path of paths)
    for (const origin of [
      'https://evil.example',
      'null',
      address.replace('http:', 'https:'),
      `${address}.evil.example`,
      null,
    ]) {
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', ...(origin ? { origin } : {}) };
      const { status } = await raw(address, path, { method: 'POST', headers, body: form });
      if (![403, 404, 405, 401].includes(status)) taken.push(`${path} from ${origin}: ${status}`);
    }
  expect(taken).toEqual([]);
  expect(await lines()).toBe(before);
}

/** What is no form, or half of one, is refused with a sentence and changes nothing. */
export async function refusesBrokenForms(address: string, paths: readonly string[], cookie: string): Promise<void> {
  const half = '--x\r\nContent-Disposition: form-data; name="body"\r\n\r\nhalf';
  for (const path of paths)
    for (const [type, body] of [
      ['multipart/form-data', half],
      ['multipart/form-data; boundary=x', half],
      ['multipart/form-data; boundary=y', half],
      ['application/json', '{"body":"x"}'],
      ['application/x-unheard-of', 'body=x'],
    ] as const) {
      const headers = { cookie, origin: address, 'content-type': type };
      const { status, text } = await raw(address, path, { method: 'POST', headers, body });
      expect({ path, type, refused: status >= 400 && status < 500, status }).toMatchObject({ refused: true });
      expect(text).not.toMatch(/\bat .+:\d+:\d+/);
    }
}

/** Whatever name a request calls the server by, it stands in nothing that is kept, sent or followed. */
export async function heedsNoHost(address: string, paths: readonly string[]): Promise<void> {
  for (const path of paths)
    for (const [name, value] of [
      ['host', 'evil.example'],
      ['x-forwarded-host', 'evil.example'],
      ['forwarded', 'host=evil.example'],
    ] as const) {
      const { headers: answered, text } = await raw(address, path, { headers: { [name]: value } });
      expect({ path, location: String(answered.location ?? '') }).not.toMatchObject({
        location: expect.stringContaining('evil'),
      });
      expect(
        text.includes('evil.example') ? `${path}: ${text.slice(text.indexOf('evil.example') - 80).slice(0, 200)}` : '',
      ).toBe('');
    }
}

/** No address leads out of the folders that are served. */
export async function staysInside(address: string): Promise<void> {
  const ways = ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/_app/..%2f..%2f..%2fpackage.json', '/_app/%2e%2e/%2e%2e/server.ts', '/..\\package.json', '/%00', '/_app/%00', '/lake-forum/%2e%2e%2f%2e%2e%2fetc/passwd', '//etc/passwd', '/%c0%ae%c0%ae/etc/passwd', '/.git/config', '/.env', '/data/secret', '/src/server.ts']; // prettier-ignore
  for (const path of ways) {
    const { status, text } = await raw(address, path);
    expect({ path, ok: [301, 303, 308, 400, 404].includes(status), status }).toMatchObject({ ok: true });
    expect(text).not.toMatch(/"rapporteur"|root:|repositoryformatversion/);
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE'])
    expect([400, 403, 404, 405]).toContain((await raw(address, '/lake-forum', { method })).status);
}

/** Where a form says to go back to is a path of this site, or the way is home. */
export async function goesNowhereElse(address: string): Promise<void> {
  const ways = ['https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', ' //evil.example', 'javascript:alert(1)', '/\n/evil.example', '///evil.example', 'http:evil.example', '/%0d%0aset-cookie:a=b\r\nlocation: //evil']; // prettier-ignore
  for (const back of ways) {
    const headers = { origin: address, 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({ theme: 'dark', back }).toString();
    const { status, headers: answered } = await raw(address, '/theme', { method: 'POST', headers, body });
    expect(status).toBe(303);
    expect(answered.location).toMatch(/^\/(?![/\\])/);
  }
}
