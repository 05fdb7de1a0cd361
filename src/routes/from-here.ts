import type { RequestEvent } from '@sveltejs/kit';

/**
 * Whether a request comes from the machine the server runs on: over its own loopback, under its own name, and not passed
 * on by a proxy. The demo's sign-ins, whose password is printed, work from nowhere else.
 */
export function isFromHere(event: Pick<RequestEvent, 'getClientAddress' | 'request' | 'url'>): boolean {
  return (
    isLoopback(event.getClientAddress()) &&
    isOwnName(event.url.hostname) &&
    !passedOn.some((name) => event.request.headers.has(name))
  );
}

/** What proxies add. `x-forwarded-proto` is not among them: our own server sets it on every request. */
const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}

/** A page elsewhere can make a browser look for its own name on this machine. */
function isOwnName(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || isLoopback(name);
}
