/**
 * Lets the desk open with no network at all, where the browser allows it: over https, and on this machine. What the page is
 * made of was loaded before anybody stood by, so it is named; `ready` is told when all of it is kept.
 */
export function standBy(scope: string, ready: () => void): void {
  if (!('serviceWorker' in navigator)) return;
  const parts = () => [
    location.pathname,
    ...performance
      .getEntriesByType('resource')
      .map(({ name }) => name.split('#')[0]!)
      .filter((name) => !name.endsWith('/lines')),
  ];
  navigator.serviceWorker.addEventListener('message', ({ data }) => data?.isKept && ready());
  void navigator.serviceWorker
    .register('/notes-worker.js', { scope })
    .then(() => navigator.serviceWorker.ready)
    .then((registration) => registration.active?.postMessage({ keep: parts() }))
    // Not allowed here: the desk still goes on without a connection for as long as it is open.
    .catch(() => {});
}
