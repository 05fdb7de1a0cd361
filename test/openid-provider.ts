import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whoever is signed in at the ministry, as its tokens say it. */
export interface Official {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

/** A small OpenID provider that behaves like a real one: codes open once, PKCE and the client's secret are checked. */
export interface OpenIdProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who comes next; null: whoever comes refuses to go on. */
  official: Official | null;
  /** Signs with a key it has not published from now on. */
  forge(): void;
  close(): Promise<void>;
}

interface Granted {
  official: Official;
  challenge: string;
  redirect: string;
  nonce: string | null;
}

export async function startOpenIdProvider(port = 0): Promise<OpenIdProvider> {
  const published = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Granted>();
  let signing: KeyObject = published.privateKey;
  const server = createServer((request, response) => void answer(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const provider: OpenIdProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientId: 'the-forum',
    clientSecret: 'a secret between the two',
    official: null,
    forge: () => void (signing = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const { issuer, clientId, clientSecret } = provider;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, issuer);
    const send = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') return void send(discovery(issuer));
    if (url.pathname === '/keys') return void send({ keys: [publicKey(published.publicKey)] });
    if (url.pathname === '/authorize') return authorize(url.searchParams, response);
    if (url.pathname === '/token') return void exchange(await bodyOf(request), request, send);
    send({ error: 'not_found' }, 404);
  }

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const redirect = asked.get('redirect_uri') ?? '';
    const back = new URL(redirect);
    back.searchParams.set('state', asked.get('state') ?? '');
    const isSound =
      asked.get('client_id') === clientId &&
      asked.get('response_type') === 'code' &&
      asked.get('code_challenge_method') === 'S256' &&
      asked.get('scope')?.split(' ').includes('openid');
    if (!isSound) return void response.writeHead(400).end('This request makes no sense.');
    if (provider.official) {
      const code = randomBytes(16).toString('hex');
      const challenge = asked.get('code_challenge')!;
      codes.set(code, { official: provider.official, challenge, redirect, nonce: asked.get('nonce') });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    response.writeHead(302, { location: back.href }).end();
  }

  function exchange(
    given: URLSearchParams,
    request: IncomingMessage,
    send: (body: object, status?: number) => unknown,
  ) {
    const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
    const [name, secret] = basic ? basic.split(':').map(decodeURIComponent) : [given.get('client_id'), given.get('client_secret')]; // prettier-ignore
    if (name !== clientId || secret !== clientSecret) return send({ error: 'invalid_client' }, 401);
    const granted = codes.get(given.get('code') ?? '');
    codes.delete(given.get('code') ?? '');
    const proof = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    if (!granted || proof !== granted.challenge || given.get('redirect_uri') !== granted.redirect)
      return send({ error: 'invalid_grant' }, 400);
    const now = Math.floor(Date.now() / 1000);
    const nonce = granted.nonce ? { nonce: granted.nonce } : {};
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 300, ...granted.official, ...nonce };
    const access = { access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', expires_in: 300 };
    return send({ ...access, id_token: signedToken(claims, signing) });
  }

  return provider;
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function publicKey(key: KeyObject): object {
  return { ...createPublicKey(key.export({ type: 'spki', format: 'pem' })).export({ format: 'jwk' }), kid: 'the-key', alg: 'RS256', use: 'sig' }; // prettier-ignore
}

function signedToken(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: 'the-key' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}
