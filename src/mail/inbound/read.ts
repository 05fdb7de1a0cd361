import PostalMime, { type Email } from 'postal-mime';
import { htmlToText } from '#documents/html.ts';

/** A letter that came in. */
export interface Incoming {
  from: { address: string; name: string };
  /** Everyone it went to, so far as its headers say. */
  to: string[];
  /** What tells it from every other; null where its sender gave none. */
  messageId: string | null;
  text: string;
  attachments: { name: string; content: string }[];
  /** Written by a program: an absence notice, a bounce, a list. Those are never answered. */
  isAutomatic: boolean;
}

/** Reads a letter as it travelled (RFC 5322); null where it is none. */
export async function readLetter(raw: Uint8Array): Promise<Incoming | null> {
  const email = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 }).catch(() => null);
  const address = email?.from?.address?.trim().toLowerCase();
  if (!email || !address) return null;
  return {
    from: { address, name: email.from?.name ?? '' },
    to: addressesOf(email),
    messageId: email.messageId ?? null,
    text: email.text?.trim() ? email.text : htmlToText(email.html ?? '').text,
    attachments: attachmentsOf(email),
    isAutomatic: isAutomatic(email, address),
  };
}

function addressesOf(email: Email): string[] {
  const named = [...(email.to ?? []), ...(email.cc ?? [])].flatMap((entry) => entry.group ?? [entry]);
  const headers = ['delivered-to', 'x-original-to', 'x-forwarded-to', 'envelope-to'].map((key) => headerOf(email, key));
  return [...named.map(({ address }) => address), email.deliveredTo, ...headers].filter(Boolean) as string[];
}

/** Pictures inside the text and cryptographic signatures are no attachments of anybody’s. */
function attachmentsOf(email: Email): Incoming['attachments'] {
  const isMeant = ({ related, mimeType, filename }: Email['attachments'][number]) =>
    !related &&
    filename &&
    !/^(application\/(pgp-signature|pkcs7-signature|x-pkcs7-signature|ms-tnef)|message\/|text\/x-vcard)/.test(mimeType);
  return email.attachments.filter(isMeant).map(({ filename, content }) => ({
    name: filename!,
    content: (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer)).toString(
      'base64',
    ),
  }));
}

function isAutomatic(email: Email, from: string): boolean {
  const header = (key: string) => headerOf(email, key)?.toLowerCase() ?? '';
  const submitted = header('auto-submitted');
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /bulk|junk|list|auto/.test(header('precedence')) ||
    ['list-id', 'x-autoreply', 'x-autorespond', 'x-failed-recipients'].some((key) => header(key) !== '') ||
    header('content-type').startsWith('multipart/report') ||
    header('return-path') === '<>' ||
    /^(mailer-daemon|postmaster|no-?reply)@/.test(from)
  );
}

function headerOf(email: Email, key: string): string | undefined {
  return email.headers.find((header) => header.key === key)?.value;
}
