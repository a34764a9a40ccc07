import type { Kysely } from 'kysely'
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
