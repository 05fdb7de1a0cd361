// Everything works without this file: the pages refresh themselves. With it the clock runs by the server's time, and what
// changes comes by itself: over a stream, or by asking again where streams are blocked.
const root = document.querySelector('[data-floor]');
const address = root.dataset.floor;
let offset = Number(root.dataset.at) - Date.now();
let told = '';

/** The server's time, by the quickest of three answers; half the way there and back is the way back. */
async function measure() {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const sent = performance.now();
    const answer = await fetch(`${address}/time`, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return;
    const server = Number(await answer.text());
    const trip = performance.now() - sent;
    if (trip >= best) continue;
    best = trip;
    offset = server + trip / 2 - Date.now();
  }
}

function tick() {
  for (const clock of document.querySelectorAll('[data-clock]')) {
    const { allotted, used, since } = clock.dataset;
    const running = since ? Math.max(0, Math.floor((Date.now() + offset - Number(since)) / 1000)) : 0;
    const left = Number(allotted) - Number(used) - running;
    const whole = Math.abs(left);
    const face = `${left < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
    if (clock.textContent !== face) clock.textContent = face;
    const bar = document.querySelector('[data-bar]');
    bar?.setAttribute('width', String((Math.max(0, left) / Number(allotted)) * Number(bar.dataset.bar)));
    const warning = left <= 0 ? 'over' : left <= Math.min(60, Math.floor(Number(allotted) / 2)) ? 'last_minute' : '';
    if (clock.dataset.warning === warning) continue;
    clock.dataset.warning = warning;
    const words = warning === 'over' ? root.dataset.over : warning ? root.dataset.lastMinute : '';
    for (const place of document.querySelectorAll('[data-warned]')) place.textContent = words;
    if (words) announce(words);
  }
  // To the next whole second of the server.
  setTimeout(tick, 1000 - ((Date.now() + offset) % 1000) + 5);
}

function announce(words) {
  const place = document.querySelector('[data-announce]');
  if (place && words !== told) place.textContent = told = words;
}

/** What everyone is shown, with one's own place marked in it. */
function show(html) {
  const live = document.getElementById('live');
  if (!live || !html) return again();
  const before = live.querySelector('.nowq b')?.textContent;
  live.outerHTML = html;
  const speaker = document.querySelector('#live .nowq b')?.textContent;
  if (speaker && speaker !== before) announce(`${root.dataset.has}: ${speaker}`);
  const { own, ownState } = root.dataset;
  const mine = own && document.querySelector(`#live [data-slot="${own}"]`);
  const wasHere = ['listed', 'called'].includes(ownState);
  if (wasHere && !mine?.dataset.place) return again();
  if (ownState === 'requested' && mine) return again();
  if (ownState === 'speaking' && !mine?.classList.contains('nowq')) return again();
  if (!mine) return;
  mine.classList.add('you');
  const place = document.querySelector('[data-my-place]');
  if (place && place.textContent !== mine.dataset.place) place.textContent = mine.dataset.place;
  const wait = document.querySelector('[data-my-wait]');
  if (wait && mine.dataset.wait) wait.textContent = mine.dataset.wait;
}

/** One's own page anew, without losing what is being typed. */
async function again() {
  if (document.activeElement?.matches('input:not([type=hidden]), textarea, select')) return;
  const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } }).catch(
    () => null,
  );
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-floor]');
  const name = (place) => place.querySelector('[data-speaker]')?.textContent;
  const before = name(root);
  const key = document.activeElement?.dataset?.key;
  root.replaceChildren(...fresh.childNodes);
  Object.assign(root.dataset, fresh.dataset);
  if (key) root.querySelector(`[data-key="${key}"]`)?.focus();
  const speaker = name(root);
  if (speaker && speaker !== before) announce(`${root.dataset.has}: ${speaker}`);
}

let failures = 0;
function listen() {
  const source = new EventSource(`${address}/events?since=${root.dataset.sequence}`);
  source.onopen = () => (failures = 0);
  source.onmessage = ({ data, lastEventId }) => {
    const { html } = JSON.parse(data);
    root.dataset.sequence = lastEventId;
    if ('whole' in root.dataset) void again();
    else show(html);
  };
  source.onerror = () => {
    if (source.readyState !== EventSource.CLOSED && ++failures < 3) return;
    source.close();
    // Where streams are blocked the page asks again instead, and tries the stream now and then.
    void again();
    setTimeout(() => (++failures % 10 === 0 ? listen() : void source.onerror()), 5000);
  };
}

// A laptop that slept finds its clock wrong: it asks again.
let beat = Date.now();
setInterval(() => {
  if (Date.now() - beat > 8000) void measure().then(again);
  beat = Date.now();
}, 3000);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void measure();
});

// The desk's keys. A button that has one says so.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest('input, textarea, select, a, summary, button')) return;
  const key = event.key === 'Enter' ? 'enter' : event.key.toLowerCase();
  const button = root.querySelector(`[data-key="${CSS.escape(key)}"] .btn`);
  if (!button || button.getAttribute('aria-disabled')) return;
  event.preventDefault();
  button.click();
});

void measure();
setInterval(() => void measure(), 60_000);
tick();
listen();
