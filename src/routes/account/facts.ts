import type { accountOf } from '#people/accounts/queries.ts';
import { addressesIn } from '#routes/addresses.ts';

type Account = NonNullable<Awaited<ReturnType<typeof accountOf>>>;
type Say = (code: string, values?: Record<string, unknown>) => string;

/** What a person may do here, and how they can sign in. */
export function factsOf(
  { roles, delegations, hasPassword, hasMinistry, passkeys }: Account,
  ministry: string | null,
  say: Say,
) {
  const ways = [
    hasPassword && say('sign_in.password'),
    say('account.way.link'),
    passkeys.length > 0 && say('account.way.passkeys', { count: passkeys.length }),
    hasMinistry && (ministry ?? say('account.way.ministry')),
  ];
  return [
    ...(roles.length
      ? [
          {
            name: say('sign_in.office'),
            links: roles.map(({ kind, roundtable, slug }) => ({
              text: [say(`sign_in.role.${kind}`), roundtable && say('roundtable.numbered', { number: roundtable })]
                .filter(Boolean)
                .join(', '),
              href: roundtable ? addressesIn(slug).roundtable(roundtable) : addressesIn(slug).home,
            })),
          },
        ]
      : []),
    ...(delegations.length
      ? [
          {
            name: say('account.speaks_for'),
            links: delegations.map(({ name, slug, edition }) => ({
              text: name,
              href: addressesIn(edition).delegation(slug),
            })),
          },
        ]
      : []),
    { name: say('account.ways'), text: ways.filter(Boolean).join(' · ') },
  ];
}
