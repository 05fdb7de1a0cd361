// Everything works without this file: the pages refresh themselves. With it the clock runs by the server's time, and what
// changes comes by itself: over a stream, or by asking again where streams are blocked.
const root = document.querySelector('[data-floor]');
const address = root.dataset.floor;
let offset = Number(root.dataset.at) - Date.now();
let told = '';

/** The server's time, by the quickest of three answers; half the way there and back is the way back. False where none came. */
async function measure() {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const sent = performance.now();
    const answer = await fetch(`${address}/time`, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return false;
    const server = Number(await answer.text());
    const trip = performance.now() - sent;
    if (trip >= best) continue;
    best = trip;
    offset = server + trip / 2 - Date.now();
  }
  return true;
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

/** Said aloud by screen readers: into a place that stays where it is, or they would not notice. */
function announce(words) {
  const place = document.querySelector('[data-announce]');
  if (place && words !== told) place.textContent = told = words;
}

/** What everyone is shown, with one's own place marked in it. */
function show(html) {
  const live = document.getElementById('live');
  if (!live || !html) return again();
  const { own, ownState } = root.dataset;
  const slot = () => (own ? document.querySelector(`#live [data-slot="${own}"]`) : null);
  const isFirst = (place) => place !== null && 'first' in place.dataset;
  const before = live.querySelector('.nowq b')?.textContent;
  const wasFirst = isFirst(slot());
  live.outerHTML = html;
  const mine = slot();
  const state = mine?.dataset.state ?? '';
  const speaker = document.querySelector('#live .nowq b')?.textContent;
  if (speaker && speaker !== before && state !== 'speaking') announce(`${root.dataset.has}: ${speaker}`);
  const isShown = ['listed', 'called', 'speaking', 'interrupted'].includes(ownState);
  if (own && state !== (isShown ? ownState : '')) return again();
  if (!mine) return;
  mine.classList.add('you');
  const place = document.querySelector('[data-my-place]');
  if (place && place.textContent !== mine.dataset.place) {
    place.textContent = mine.dataset.place;
    if (!isFirst(mine)) announce(`${mine.dataset.place}. ${mine.dataset.wait}`);
  }
  if (isFirst(mine) && !wasFirst) announce(root.dataset.next);
  const wait = document.querySelector('[data-my-wait]');
  if (wait && mine.dataset.wait) wait.textContent = mine.dataset.wait;
}

/** One's own page anew. What is being written stays as it is, where it is. */
async function again() {
  const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } }).catch(
    () => null,
  );
  // Who is no longer signed in keeps what is there until they load the page.
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-floor]');
  if (!fresh) return;
  const name = (place) => place.querySelector('[data-speaker]')?.textContent;
  const before = { name: name(root), state: root.dataset.ownState };
  const active = document.activeElement;
  const key = active?.closest('[data-key]')?.dataset.key;
  const place = root.querySelector('[data-announce]');
  fresh.querySelector('[data-announce]')?.replaceWith(place);
  for (const part of root.querySelectorAll('details[id], form[id]')) carryOver(part, fresh);
  root.replaceChildren(...fresh.childNodes);
  Object.assign(root.dataset, fresh.dataset);
  if (active?.isConnected) active.focus({ preventScroll: true });
  else if (key) root.querySelector(`[data-key="${CSS.escape(key)}"] .btn`)?.focus({ preventScroll: true });
  const { ownState } = root.dataset;
  if (ownState !== before.state && ownState === 'speaking') announce(root.dataset.speak);
  else if (ownState !== before.state && ownState === 'called') announce(root.dataset.called);
  else if (name(root) && name(root) !== before.name) announce(`${root.dataset.has}: ${name(root)}`);
}

/** A drawer that is open stays open; one in which somebody writes, and a form, is left untouched. */
function carryOver(part, fresh) {
  const other = fresh.querySelector(`#${CSS.escape(part.id)}`);
  if (!other) return;
  const fields = [...part.querySelectorAll('input:not([type=hidden]), textarea, select')];
  const isWritten = (field) =>
    field === document.activeElement ||
    (field.type === 'checkbox' ? field.checked !== field.defaultChecked : false) ||
    (field.matches('select')
      ? [...field.options].some((option) => option.selected !== option.defaultSelected && field.selectedIndex > 0)
      : field.type !== 'checkbox' && field.value !== field.defaultValue);
  if (part.open !== false && fields.some(isWritten)) other.replaceWith(part);
  else if (part.open) other.open = true;
}

// The stream begins with what stands and beats every twenty seconds. One that says nothing is held back on its way – a
// proxy that keeps everything until the end – and is as good as none.
const patience = 8000;
const silence = 45_000;
const every = 5000;
let source = null;
let heard = 0;
let failures = 0;

function hear({ html, sequence }) {
  root.dataset.sequence = sequence;
  if ('whole' in root.dataset) void again();
  else show(html);
}

function listen() {
  heard = 0;
  const began = performance.now();
  source = new EventSource(`${address}/events?since=${root.dataset.sequence}`);
  const alive = () => {
    heard = performance.now();
    failures = 0;
    root.dataset.by = 'stream';
  };
  source.onmessage = ({ data, lastEventId }) => {
    alive();
    hear({ html: JSON.parse(data).html, sequence: lastEventId });
  };
  source.addEventListener('beat', alive);
  source.onerror = () => {
    if (source && (source.readyState === EventSource.CLOSED || ++failures >= 3)) ask();
  };
  const mine = source;
  const watching = setInterval(() => {
    if (source !== mine) return clearInterval(watching);
    const isSilent = heard ? performance.now() - heard > silence : performance.now() - began > patience;
    if (isSilent) ask();
  }, 2000);
}

/** Where streams are blocked the page asks every few seconds instead, and tries the stream now and then. */
function ask(times = 0, wasAway = false) {
  source?.close();
  source = null;
  root.dataset.by = 'asking';
  void (async () => {
    const answer = await fetch(`${address}/now?since=${root.dataset.sequence}`, { cache: 'no-store' }).catch(
      () => null,
    );
    if (answer?.status === 200) hear(await answer.json());
    // The server was away and is back, or it is time to try.
    const isBack = wasAway && answer?.ok;
    const goesOn = () => {
      if (times === 12) void again();
      if (isBack || times === 12) listen();
      else ask(times + 1, !answer?.ok);
    };
    setTimeout(goesOn, isBack ? 0 : every);
  })();
}

// A laptop that slept finds its clock wrong: it asks again for the time, as soon as it has a network, and for all else.
let beat = Date.now();
setInterval(() => {
  if (Date.now() - beat > 8000) void wake();
  beat = Date.now();
}, 3000);
async function wake() {
  for (let wait = 500; !(await measure()) && wait < 60_000; wait *= 2)
    await new Promise((resolve) => setTimeout(resolve, wait));
  await again();
}
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
