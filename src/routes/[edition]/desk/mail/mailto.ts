/** A letter as the address of one's own mail program (RFC 6068), filled in and ready to send. */
export function mailtoOf({ to, subject, body }: { to: string; subject: string; body: string }): string {
  const words = encodeURIComponent(body.replace(/\r?\n/g, '\r\n'));
  return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${words}`;
}
