import type { MailPlaces } from '#record/forum.ts';
import { Refusal } from '#record/refusals.ts';

interface Given {
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  inboundAddress: string | undefined;
  inboundSecret: string | undefined;
}

/** What the settings say of mail. Throws a `Refusal` where they cannot be meant, before anyone relies on them. */
export function mailPlaces(given: Given, origin: string): MailPlaces {
  const { smtpUrl = null, inboundAddress, inboundSecret } = given;
  if (smtpUrl && !(/^smtps?:\/\/./.test(smtpUrl) && URL.canParse(smtpUrl))) throw new Refusal('mail.smtp_url_wrong');
  const from = given.mailFrom ?? `Rapporteur <rapporteur@${new URL(origin).hostname}>`;
  if (!isMailbox(from)) throw new Refusal('mail.from_wrong');
  if (!inboundAddress !== !inboundSecret) throw new Refusal('mail.inbound_half');
  if (!inboundAddress) return { smtpUrl, from, inbound: null };
  if (!isAddress(inboundAddress)) throw new Refusal('mail.inbound_address_wrong');
  if (inboundSecret!.length < 16) throw new Refusal('mail.inbound_secret_short');
  return { smtpUrl, from, inbound: { address: inboundAddress, secret: inboundSecret! } };
}

/** The bare address of “Name <address>”. */
export function bareAddress(mailbox: string): string {
  return (/<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim();
}

export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(text);
}

function isMailbox(text: string): boolean {
  return isAddress(bareAddress(text)) && !/\p{Cc}/u.test(text);
}
