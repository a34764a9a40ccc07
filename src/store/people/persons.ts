import type { Kysely, Selectable } from 'kysely'
import type { Person } from '../../books/accounts/person.ts'
import type { Language } from '../../books/text.ts'
import type { Schema } from '../schema.ts'

/** Who people are: name, address, language. */
export function persons(db: Kysely<Schema>) {
  return {
    async findPerson(id: string): Promise<Person | null> {
      const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? personOf(row) : null
    },

    /** @param email  as `normalAddress` writes it */
    async findPersonByEmail(email: string): Promise<Person | null> {
      const row = await db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst()
      return row ? personOf(row) : null
    },

    /** Adds a person, or finds the one who has this address already: two browsers may sign in for the first time at once. */
    async addPerson(person: { id: string; email: string; name: string; language: Language; createdAt: Date }): Promise<Person> {
      const { createdAt, ...rest } = person
      await db
        .insertInto('person')
        .values({ ...rest, created_at: createdAt })
        .onConflict((conflict) => conflict.column('email').doNothing())
        .execute()
      return personOf(await db.selectFrom('person').selectAll().where('email', '=', person.email).executeTakeFirstOrThrow())
    },
  }
}

const personOf = (row: Selectable<Schema['person']>): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  language: row.language,
  createdAt: row.created_at,
  disabledAt: row.disabled_at,
})
