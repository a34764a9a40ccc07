import { sql, type Kysely } from 'kysely'
import type { Department } from '../../books/accounts/department.ts'
import type { Schema } from '../schema.ts'

type CityId = { id: string }

/** Departments of a city, and what each answers for. */
export function departments(db: Kysely<Schema>) {
  return {
    async listDepartments(city: CityId): Promise<Department[]> {
      const rows = await db.selectFrom('department').select(['id', 'content']).where('city_id', '=', city.id).orderBy('id').execute()
      return rows.map(departmentOf)
    },

    async findDepartment(city: CityId, id: string): Promise<Department | null> {
      const row = await db
        .selectFrom('department')
        .select(['id', 'content'])
        .where('city_id', '=', city.id)
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : departmentOf(row)
    },

    /** Names of those who hold a role in it, and addresses of those who are invited to one. */
    async listDepartmentPeople(city: CityId, id: string, now: Date): Promise<string[]> {
      const { rows } = await sql<{ name: string }>`
        select coalesce(nullif(p.name, ''), p.email, '?') as name from membership m join person p on p.id = m.person_id
        where m.city_id = ${city.id} and m.department = ${id}
        union
        select content->>'email' from one_time_token
        where purpose = 'invite' and used_at is null and expires_at > ${now}::timestamptz
          and content->>'cityId' = ${city.id} and content->>'department' = ${id}
        order by 1`.execute(db)
      return rows.map(({ name }) => name)
    },

    /** Call it in a transaction that has seen that nobody is in it. */
    async removeDepartment(city: CityId, id: string): Promise<void> {
      await db.deleteFrom('department').where('city_id', '=', city.id).where('id', '=', id).execute()
    },

    async keepDepartment(city: CityId, { id, ...content }: Department): Promise<void> {
      const json = JSON.stringify(content)
      await db
        .insertInto('department')
        .values({ city_id: city.id, id, content: json })
        .onConflict((conflict) => conflict.columns(['city_id', 'id']).doUpdateSet({ content: json }))
        .execute()
    },
  }
}

const departmentOf = ({ id, content }: { id: string; content: unknown }): Department => ({ id, ...(content as Omit<Department, 'id'>) })
