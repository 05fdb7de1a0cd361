import type { ServerResponse } from 'node:http';

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-permitted-cross-domain-policies': 'none',
};

/**
 * What every answer says to browsers, be it a page, a file or an error: content is what it says it is, and nobody else’s
 * page may frame, open or embed it. Where people type an address with https, they are held to it for a year.
 */
export function keepSafe(response: ServerResponse, origin: string | undefined): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  if (origin?.startsWith('https://')) response.setHeader('strict-transport-security', 'max-age=31536000');
}
