import type { Payload } from 'payload';

/**
 * Whether a ban that holds now fits, as a condition.
 * @param email An expression of SQL: the mail address, as it is stored.
 * @param address The address on the network, as text; null where it is not known.
 */
export const isBannedNow = (email: string, address: string) => `exists (
  select 1 from bans ban
  where (ban.until is null or ban.until > now()) and case ban.kind
    when 'address' then ${address}::inet <<= ban.expression::inet
    else ${email} like ban.expression
  end)`;

/** An address on the network as PostgreSQL compares it: one of IPv4 that came over IPv6 is one of IPv4, and it has no zone. */
export const plainAddress = (address: string | undefined) =>
  address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '') ?? null;

/** Whether somebody may not register, or have this mail address. */
export async function isBanned(payload: Payload, email: string, address: string | undefined): Promise<boolean> {
  const { rows } = await payload.db.pool.query<{ banned: boolean }>({
    name: 'dateline-banned',
    text: `select ${isBannedNow('$1::text', '$2::text')} as banned`,
    values: [email, plainAddress(address)],
  });
  return rows[0]?.banned ?? false;
}
