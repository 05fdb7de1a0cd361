// Listens, opens the forum, serves its pages, and closes everything on Ctrl-C or SIGTERM.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { troubleOf } from '#db/trouble.ts';
import { say } from '#messages/say.ts';
import { loadPages, type Handler } from '#built-pages.ts';
import { openRapporteur, type Rapporteur } from '#open.ts';
import { openFloorStreams, type FloorStreams } from '#floor/stream.ts';
import { setUpCode } from '#programme/set-up/code.ts';
import { logError, logEvent } from '#log/log.ts';
import { openDrain, whenIdle } from '#operating/drain.ts';
import { keepSafe } from '#operating/headers.ts';
import { openMetrics } from '#operating/metrics.ts';
import { millisecondsFrom, patienceFrom } from '#operating/patience.ts';
import { openProbes } from '#operating/probes.ts';
import { Refusal, refuseIf } from '#record/refusals.ts';
import { openKeptPages } from '#routes/page-cache.ts';
import { readSettings } from '#settings.ts';

// The page builder takes https for granted; the requests that reach this server are plain unless a proxy says otherwise.
process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
process.env.BODY_SIZE_LIMIT = '54M';
// Set on every request below: where it comes from, which limits count.
process.env.ADDRESS_HEADER = 'x-rapporteur-address';

let handle: Handler = answerStarting;
const drain = openDrain();
const metrics = openMetrics({ logsRequests: process.env.LOG === 'json' });
const probe = openProbes({
  metrics,
  drain,
  metricsToken: process.env.METRICS_TOKEN || undefined,
  open: () => (ready && floors ? { ...ready.rapporteur, floors } : null),
  isStopping: () => stopping,
});
const server = createServer(patienceFrom(process.env), (request, response) => {
  if (probe(request, response)) return;
  keepSafe(response, process.env.ORIGIN);
  drain.enter(response);
  metrics.watch(request, response);
  handle(request, response);
});
let ready: { rapporteur: Rapporteur; closeSocket: () => void } | undefined;
let floors: FloorStreams | undefined;
let stopping = false;
/** How long what waits in the queue is left waiting, in milliseconds: whoever waits for a page after a start comes first. */
const firstPages = 500;
let working: NodeJS.Timeout | undefined;

/** What `npm start` says and does: it ends with a sentence where the server cannot be started. */
export async function serve(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

  try {
    const wanted = wantedFrom(process.argv.slice(2));
    const settings = readSettings(process.env);
    await listenOn(settings.host, settings.port);
    const opening = openRapporteur(settings);
    // While the database starts on its own thread, this one loads the pages, the commands and the demo. Pages that are to be
    // built first are waited for last: that takes longer than entering the demo does.
    const pages = loadPages(wanted.build);
    pages.catch(() => {});
    const loading = Promise.all([
      import('#cli/socket.ts').then(({ openCommandSocket }) => openCommandSocket),
      import('#demo.ts').then(({ loadDemo }) => loadDemo),
    ]);
    loading.catch(() => {});
    const rapporteur = await opening;
    const [openCommandSocket, loadDemo] = await loading;
    void rapporteur.database.lost.then(giveUp);
    const demo = await loadDemo(rapporteur, settings, wanted);
    const closeSocket = await openCommandSocket(rapporteur, settings);
    const code = await setUpCode(rapporteur.forum);
    handle = pagesOf(rapporteur, await pages);
    ready = { rapporteur, closeSocket };
    workIn(firstPages, rapporteur);
    const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host.replace('127.0.0.1', 'localhost');
    console.log(say('server.ready', { address: settings.origin ?? `http://${host}:${settings.port}` }));
    if (demo) console.log(say('server.demo', demo));
    if (code) console.log(say('server.set_up', { address: rapporteur.forum.origin, code }));
  } catch (error) {
    giveUp(error);
  }
}

/** Where the database cannot be reached just then, the queue is begun a second later. */
function workIn(milliseconds: number, rapporteur: Rapporteur): void {
  working = setTimeout(async () => {
    try {
      await rapporteur.queue.work(rapporteur.forum);
    } catch (error) {
      logError('The queue could not be begun', error);
      if (!stopping) workIn(1000, rapporteur);
    }
  }, milliseconds);
}

function wantedFrom(words: string[]): { empty: boolean; demo: boolean; build: boolean } {
  const word = words.find((word) => !['--empty', '--demo', '--build'].includes(word));
  refuseIf(word === undefined ? null : { code: 'server.option_unknown', values: { word } });
  const has = (word: string) => words.includes(word);
  return { empty: has('--empty'), demo: has('--demo'), build: has('--build') };
}

async function listenOn(host: string, port: number): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'server.port_in_use' : 'server.address_unavailable';
    throw new Refusal({ code: reason, values: { port: String(port), host, reason: message } });
  }
}

/** Whoever comes while the forum is being opened is asked to come again. */
function answerStarting(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
  response.end(`${say('server.starting')}\n`);
}

function pagesOf(rapporteur: Rapporteur, handler: Handler): Handler {
  const { live } = rapporteur.forum;
  const keptPages = openKeptPages();
  floors = openFloorStreams(live, (letGo) => logEvent('watchers let go that read nothing', letGo));
  return (request, response) => {
    if (floors?.take(request, response)) return;
    if (!process.env.TRUST_PROXY) request.headers['x-forwarded-proto'] = 'http';
    if (keptPages.answer(request, response, live.sequence)) return;
    speakForPrograms(request);
    request.headers['x-rapporteur-address'] = addressOf(request);
    Object.assign(request, { rapporteur, keptPages });
    handler(request, response);
  };
}

/**
 * A mail program that stops letters for its reader, and a mail server that brings an answer, name no origin, and forms
 * without one are refused. What they may do, the signature in the address or the secret they show decides.
 */
function speakForPrograms({ method, url = '', headers }: IncomingMessage): void {
  if (method !== 'POST' || headers.origin || !/^\/(unsubscribe|inbound-mail)(\?|$)/.test(url)) return;
  headers.origin = `${String(headers['x-forwarded-proto'] ?? 'https').split(',')[0]}://${headers.host}`;
}

/** Behind a proxy that is to be trusted, the address it added last; whatever stands before that anyone can have written. */
function addressOf({ headers, socket }: IncomingMessage): string {
  const passedOn = process.env.TRUST_PROXY ? String(headers['x-forwarded-for'] ?? '') : '';
  return passedOn.split(',').at(-1)!.trim() || socket.remoteAddress || 'unknown';
}

/** Ends with a sentence where it is expected to happen, and with the whole error where it is a bug. */
function giveUp(thrown: unknown): never {
  const error = troubleOf(thrown) ?? thrown;
  const { code, values } = error as { code?: string; values?: Record<string, string> };
  const sentence = code && say(code, values);
  console.error(sentence && sentence !== code ? sentence : error);
  process.exit(1);
}

/** How long whatever is under way may take once the server is told to stop, in milliseconds. */
const finishing = process.env.DRAIN_SECONDS === '0' ? 0 : millisecondsFrom(process.env.DRAIN_SECONDS, 10);

/** Takes nothing new, finishes what is under way, and closes the database last. A second signal changes nothing. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Until all is open nothing was acknowledged: the database puts itself right the next time.
  if (!ready) process.exit(0);
  const { rapporteur, closeSocket } = ready;
  clearTimeout(working);
  closeSocket();
  floors?.close();
  server.close();
  server.closeIdleConnections();
  await drain.empty(finishing);
  const left = drain.underWay();
  server.closeAllConnections();
  await whenIdle(rapporteur.database.pool, finishing);
  await rapporteur.close();
  if (left > 0) logEvent('stopped before all were answered', { left });
  process.exit(0);
}
