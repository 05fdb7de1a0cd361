// Serves the note-taker's desk where there is no network at all. It looks after the desk's own pages only, keeps what they
// were made of the last time, and asks the network first, always.
const kept = 'rapporteur-notes-desk';

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// What the page loaded before this was at work: the page names it.
addEventListener('message', (event) => {
  const parts = Array.isArray(event.data?.keep) ? event.data.keep : [];
  const own = parts.filter((part) => new URL(part, location.origin).origin === location.origin);
  const keeping = caches.open(kept).then((cache) => Promise.all(own.map((part) => keepPart(cache, part))));
  event.waitUntil(keeping.then(() => event.source?.postMessage({ isKept: true })));
});

async function keepPart(cache, part) {
  if (isLasting(part) && (await cache.match(part))) return;
  try {
    const response = await fetch(part, { credentials: 'same-origin' });
    await keepOrForget(cache, part, response);
  } catch {
    // It is kept the next time.
  }
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.endsWith('/lines')) return;
  event.respondWith(isLasting(pathname) ? lasting(request) : freshly(request));
});

// Their names change with what is in them.
function isLasting(path) {
  return new URL(path, location.origin).pathname.startsWith('/_app/immutable/');
}

async function lasting(request) {
  const cache = await caches.open(kept);
  const known = await cache.match(request, { ignoreVary: true });
  if (known) return known;
  const response = await fetch(request);
  await keepOrForget(cache, request, response);
  return response;
}

async function freshly(request) {
  const cache = await caches.open(kept);
  try {
    const response = await fetch(request);
    await keepOrForget(cache, request, response);
    return response;
  } catch (failure) {
    const known = await cache.match(request, { ignoreVary: true, ignoreSearch: request.mode === 'navigate' });
    if (known) return known;
    throw failure;
  }
}

// Whoever signs out, or takes notes no longer, leaves no desk behind.
async function keepOrForget(cache, request, response) {
  if (response.status === 200 && !response.redirected) await cache.put(request, response.clone());
  else if (response.status === 404 || response.redirected) await cache.delete(request);
}
