import type { ServerOptions } from 'node:http';

/**
 * How long whoever connects may take: to say what they ask, 20 seconds; to send all of it, 10 minutes, in which 50 MB go
 * over a line of 700 kbit/s. Whoever sends byte by byte to hold a connection is answered 408 and let go. In seconds they are
 * set by `HEADER_SECONDS` and `REQUEST_SECONDS`; the shorter of them decides how often it is looked.
 */
export function patienceFrom({ HEADER_SECONDS, REQUEST_SECONDS }: NodeJS.ProcessEnv): ServerOptions {
  const headersTimeout = millisecondsFrom(HEADER_SECONDS, 20);
  const requestTimeout = millisecondsFrom(REQUEST_SECONDS, 600);
  const shorter = Math.min(headersTimeout, requestTimeout);
  return {
    // Node refuses headers that may take longer than the whole.
    headersTimeout: shorter,
    requestTimeout,
    connectionsCheckingInterval: Math.max(100, Math.min(5000, shorter / 4)),
  };
}

/** Of a setting in seconds, at most a day; what it usually is where that is no number. */
export function millisecondsFrom(given: string | undefined, usual: number): number {
  const seconds = Number(given);
  return 1000 * (seconds > 0 && seconds <= 86_400 ? seconds : usual);
}
