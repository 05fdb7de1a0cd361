import { createHash, timingSafeEqual } from 'node:crypto';
import { troubleOf } from '#db/trouble.ts';
import { logError } from '#log/log.ts';
import { enterAnswer } from '#mail/inbound/enter.ts';
import { bareAddress } from '#mail/places.ts';
import { say } from '#messages/say.ts';
import type { RequestHandler } from './$types';

const largest = 20 * 1024 * 1024;

/**
 * Where a mail server brings the answers to letters, as they travelled: the letter itself as the body, or in a field of
 * JSON. It is told what became of each; only where nothing could be kept (503) is it to come again.
 */
export const POST: RequestHandler = async ({ request, locals }) => {
  const { forum, language } = locals;
  const told = (status: number, outcome: string, headers: Record<string, string> = {}) =>
    Response.json({ outcome, sentence: say(`mail.inbound.${outcome}`, {}, language) }, { status, headers });
  if (!forum.mail.inbound) return told(404, 'off');
  if (!showsSecret(request, forum.mail.inbound.secret))
    return told(401, 'stranger', { 'www-authenticate': 'Basic realm="inbound mail"' });
  if (Number(request.headers.get('content-length')) > largest) return told(413, 'too_large');
  const bytes = Buffer.from(await request.arrayBuffer());
  if (bytes.length > largest) return told(413, 'too_large');
  const brought = await readBody(bytes, request.headers.get('content-type') ?? '');
  if (!brought) return told(400, 'unreadable');
  try {
    const outcome = await enterAnswer(forum, brought.raw, brought.recipients);
    return told(outcome === 'unreadable' ? 400 : 200, outcome);
  } catch (error) {
    if (!troubleOf(error)) throw error;
    logError('A letter could not be taken', error);
    return told(503, 'later', { 'retry-after': '120' });
  }
};

/** “Bearer …”, or as the password of “Basic …”, which is how an address can carry it. Takes the same time whatever differs. */
function showsSecret(request: Request, secret: string): boolean {
  const [, scheme = '', credentials = ''] = /^(\S+) +(.*)$/.exec(request.headers.get('authorization') ?? '') ?? [];
  const basic = scheme.toLowerCase() === 'basic' ? Buffer.from(credentials, 'base64').toString() : null;
  const given = basic === null ? credentials : basic.slice(basic.indexOf(':') + 1);
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}

/** The letter, and whom the mail server says it is for, where it says so beside it. */
async function readBody(bytes: Buffer, type: string): Promise<{ raw: Uint8Array; recipients: string[] } | null> {
  if (type.includes('multipart/form-data') || type.includes('x-www-form-urlencoded')) return readForm(bytes, type);
  if (!type.includes('json')) return { raw: bytes, recipients: [] };
  try {
    const given = JSON.parse(bytes.toString()) as Record<string, unknown>;
    const text = rawFields.map((name) => given[name]).find((value) => typeof value === 'string') as string | undefined;
    if (!text) return null;
    const recipients = recipientFields.flatMap((name) => given[name] ?? []).filter((one) => typeof one === 'string');
    return { raw: letterIn(text), recipients };
  } catch {
    return null;
  }
}

/** As mail services post it: the letter in a field or as a file, and the addresses in others, parted by commas. */
async function readForm(bytes: Buffer, type: string): Promise<{ raw: Uint8Array; recipients: string[] } | null> {
  const headers = { 'content-type': type };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => null);
  const letter = form && rawFields.map((name) => form.get(name)).find((value) => value !== null && value !== '');
  if (!letter) return null;
  const raw = typeof letter === 'string' ? letterIn(letter) : new Uint8Array(await letter.arrayBuffer());
  const named = recipientFields.flatMap((name) => form.getAll(name)).filter((one) => typeof one === 'string');
  return { raw, recipients: named.flatMap((list) => list.split(',')).map(bareAddress) };
}

/** As text a letter has headers with colons in them; anything else is base64. */
function letterIn(text: string): Uint8Array {
  return /^[\w-]+:/.test(text) ? Buffer.from(text) : Buffer.from(text, 'base64');
}

const rawFields = ['raw', 'RawEmail', 'email', 'message', 'body-mime'];
const recipientFields = ['recipient', 'recipients', 'OriginalRecipient', 'to'];
