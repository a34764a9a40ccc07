import { sql, type Kysely } from 'kysely'
import type { Role } from '../../books/accounts/role.ts'
import type { StaffMember } from '../../books/accounts/staff.ts'
import type { Language, MultilingualText } from '../../books/text.ts'
import { lockCity } from '../lock-city.ts'
import type { Schema } from '../schema.ts'

type CityId = { id: string }

/** Who works for which city, and as what. */
export function memberships(db: Kysely<Schema>) {
  return {
    /** Everybody with a role in the city. Sort by name where it is shown: the database knows no Kazakh alphabet. */
    async listStaff(city: CityId): Promise<StaffMember[]> {
      const { rows } = await sql<StaffRow>`
        select p.id, p.name, p.email, p.language, p.disabled_at,
          (select max(last_seen_at) from session s where s.person_id = p.id) as last_seen_at,
          json_agg(json_build_object('role', m.role, 'department', nullif(m.department, ''), 'since', m.since) order by m.role, m.department)
            as roles
        from membership m join person p on p.id = m.person_id
        where m.city_id = ${city.id}
        group by p.id order by p.id`.execute(db)
      return rows.map(({ id, name, email, language, disabled_at, last_seen_at, roles }) => ({
        personId: id,
        name,
        email: email ?? '',
        language,
        roles: roles.map((one) => ({ ...one, since: new Date(one.since).toISOString() })),
        disabledAt: disabled_at?.toISOString() ?? null,
        lastSeenAt: last_seen_at?.toISOString() ?? null,
      }))
    },

    /** Two who change the staff of one city take turns: otherwise the last two administrators could remove each other. */
    async lockStaff(city: CityId): Promise<void> {
      await lockCity(db, city)
    },

    /** False when she has the role already. */
    async addMembership(city: CityId, personId: string, role: Role, department: string | null, since: Date): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('membership')
        .values({ city_id: city.id, person_id: personId, role, department: department ?? '', since })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async removeMembership(city: CityId, personId: string, role: Role, department: string | null): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('membership')
        .where('city_id', '=', city.id)
        .where('person_id', '=', personId)
        .where('role', '=', role)
        .where('department', '=', department ?? '')
        .executeTakeFirst()
      return numDeletedRows === 1n
    },

    /** Whether she works for another city too: then no city alone may take her account away. */
    async worksElsewhere(city: CityId, personId: string): Promise<boolean> {
      const row = await db
        .selectFrom('membership')
        .select('role')
        .where('person_id', '=', personId)
        .where('city_id', '<>', city.id)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    /** Cities that would have no administrator without this person. The rows of her cities are locked until the transaction ends. */
    async listCitiesOnlyAdministeredBy(personId: string): Promise<Array<{ slug: string; name: MultilingualText }>> {
      await sql`
        select 1 from city where id in (select city_id from membership where person_id = ${personId} and role = 'administrator')
        order by id for update`.execute(db)
      const { rows } = await sql<{ slug: string; name: MultilingualText }>`
        select c.slug, c.name from city c
        where exists (select 1 from membership m where m.city_id = c.id and m.person_id = ${personId} and m.role = 'administrator')
          and not exists (
            select 1 from membership m join person p on p.id = m.person_id
            where m.city_id = c.id and m.role = 'administrator' and m.person_id <> ${personId} and p.disabled_at is null
          )
        order by c.position`.execute(db)
      return rows
    },

    /** May no longer sign in, or may again. Nothing that she did changes. */
    async setDisabled(personId: string, at: Date | null): Promise<void> {
      await db.updateTable('person').set({ disabled_at: at }).where('id', '=', personId).where('erased_at', 'is', null).execute()
    },

    /** Names for pages that only staff sees. Somebody who was forgotten has none. */
    async listNames(personIds: readonly string[]): Promise<Map<string, string>> {
      if (personIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('person')
        .select(['id', 'name'])
        .where('id', 'in', [...personIds])
        .execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  }
}

interface StaffRow {
  id: string
  name: string
  email: string | null
  language: Language
  disabled_at: Date | null
  last_seen_at: Date | null
  roles: Array<{ role: Role; department: string | null; since: string }>
}
