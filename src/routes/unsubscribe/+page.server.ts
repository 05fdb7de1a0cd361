import { error, redirect } from '@sveltejs/kit';
import { chooseDelivery, recipientOfLink } from '#mail/recipients.ts';
import type { Delivery } from '#mail/rules.ts';
import { say } from '#messages/say.ts';
import type { Actions, PageServerLoad } from './$types';

/** Asks before it does anything: what follows links by itself must not stop anyone's letters. */
export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  const { address, delivery } = await whose(locals, url);
  return { address, delivery };
};

export const actions = {
  /** A button of the page, or the one press in a mail program (RFC 8058), which sends `List-Unsubscribe=One-Click`. */
  default: async ({ locals, request, url }) => {
    const { id } = await whose(locals, url);
    const form = await request.formData();
    const chosen = form.get('delivery');
    const delivery = (['immediate', 'daily', 'none'] as const).find((one) => one === chosen) ?? 'none';
    await chooseDelivery(locals.forum, id, delivery satisfies Delivery);
    // A mail program is answered at once: it need not follow us anywhere.
    if (!form.has('List-Unsubscribe')) redirect(303, `${url.pathname}${url.search}`);
  },
} satisfies Actions;

async function whose({ forum, language }: App.Locals, url: URL) {
  const recipient = await recipientOfLink(forum, url.searchParams.get('to') ?? '', url.searchParams.get('s') ?? '');
  if (!recipient) error(404, say('mail.unsubscribe.unknown', {}, language));
  return recipient;
}
