import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Forgets a person: her address, name, ways to sign in, roles, sessions, mails, and the words that she wrote with the nonces that could
 * prove them. The empty row and the id stay, so that counts and the history stay true. Done twice it changes nothing; it may also be asked
 * of somebody who is not in this database yet, and then only the note that she is to stay forgotten is written.
 *
 * Call it in a transaction.
 */
export async function erasePerson(db: Kysely<Schema>, personId: string, at: Date): Promise<void> {
  const person = await db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst()
  if (person?.email) await forgetAddress(db, person.email)
  for (const table of ['session', 'one_time_token', 'membership', 'password', 'totp', 'recovery_code', 'passkey', 'identity'] as const)
    await db.deleteFrom(table).where('person_id', '=', personId).execute()
  await db.deleteFrom('resident_text').where('person_id', '=', personId).execute()
  await forgetParticipation(db, personId)
  await db.updateTable('mistake_report').set({ person_id: null }).where('person_id', '=', personId).execute()
  await db
    .updateTable('person')
    .set({ email: null, name: '', erased_at: at, disabled_at: null })
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .execute()
  await db
    .insertInto('erasure')
    .values({ person_id: personId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What holds the address itself: mails, links and codes that were sent to it. Attempts are counted under keyed hashes. */
async function forgetAddress(db: Kysely<Schema>, email: string): Promise<void> {
  await sql`delete from mail where lower(recipient) = ${email} or position(${email} in lower(body)) > 0`.execute(db)
  await sql`
    delete from one_time_token
    where exists (select 1 from jsonb_each_text(content) as given where lower(given.value) = ${email})`.execute(db)
}

/**
 * The participant stays as a number, so that published sums stay true; nothing leads from it to the person any more, and what she said
 * about herself is gone.
 */
async function forgetParticipation(db: Kysely<Schema>, personId: string): Promise<void> {
  await sql`
    delete from declaration d using participant p
    where p.person_id = ${personId} and d.city_id = p.city_id and d.consultation_id = p.consultation_id and d.participant = p.number`.execute(
    db,
  )
  await db.deleteFrom('participant_key').where('key', '=', `person:${personId}`).execute()
  await db.deleteFrom('organisation_member').where('person_id', '=', personId).execute()
  await db.deleteFrom('subscription').where('person_id', '=', personId).execute()
  // Pages that were kept with her words are made again.
  await sql`
    update consultation c set revision = revision + 1
    from participant p where p.person_id = ${personId} and c.city_id = p.city_id and c.id = p.consultation_id`.execute(db)
  await db.updateTable('participant').set({ person_id: null }).where('person_id', '=', personId).execute()
}
