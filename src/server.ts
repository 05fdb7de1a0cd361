// `npm start`: listens, opens the forum, serves its pages, and closes everything on Ctrl-C or SIGTERM.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openCommandSocket } from '#cli/socket.ts';
import { loadDemo } from '#demo.ts';
import { say } from '#messages/say.ts';
import { openRapporteur, type Rapporteur } from '#open.ts';
import { readSettings } from '#settings.ts';

const settings = readSettings(process.env);
const wanted = { empty: process.argv.includes('--empty'), demo: process.argv.includes('--demo') };
// The page builder takes https for granted; the requests that reach this server are plain unless a proxy says otherwise.
process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
process.env.BODY_SIZE_LIMIT ??= '21M';

const server = createServer();
let rapporteur: Rapporteur | undefined;

try {
  await listenOn(settings.host, settings.port);
  rapporteur = await openRapporteur(settings);
  const demo = await loadDemo(rapporteur, settings, wanted);
  const closeSocket = await openCommandSocket(rapporteur, settings);
  await rapporteur.queue.work(rapporteur.forum);
  await servePages(rapporteur);
  stopOn(['SIGINT', 'SIGTERM'], rapporteur, closeSocket);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host.replace('127.0.0.1', 'localhost');
  console.log(say('server.ready', { address: settings.origin ?? `http://${host}:${settings.port}` }));
  if (demo) console.log(say('server.demo', demo));
} catch (error) {
  await rapporteur?.close();
  const { code, values } = error as { code?: string; values?: Record<string, string> };
  const sentence = code && say(code, values);
  console.error(sentence && sentence !== code ? sentence : error);
  process.exit(1);
}

async function listenOn(host: string, port: number): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'server.port_in_use' : 'server.address_unavailable';
    throw Object.assign(new Error(reason), { code: reason, values: { port: String(port), host, reason: message } });
  }
}

async function servePages(rapporteur: Rapporteur): Promise<void> {
  // Built from src/ by scripts/setup.mjs; not there when types are checked.
  const pages = new URL('../build/handler.js', import.meta.url).href;
  const { handler } = (await import(pages)) as {
    handler: (request: IncomingMessage, response: ServerResponse) => void;
  };
  server.on('request', (request, response) => {
    if (!process.env.TRUST_PROXY) request.headers['x-forwarded-proto'] = 'http';
    request.rapporteur = rapporteur;
    handler(request, response);
  });
}

function stopOn(signals: NodeJS.Signals[], rapporteur: Rapporteur, closeSocket: () => void): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    closeSocket();
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
    if (server.listening) await once(server, 'close').catch(() => {});
    await rapporteur.close();
    process.exit(0);
  };
  for (const signal of signals) process.on(signal, () => void stop());
}
