import { sql, type Kysely } from 'kysely'
import type { LevelTally } from '../../books/discussion/tally.ts'
import type { Schema } from '../schema.ts'

/** Votes by the way in which people came; a number of voters leads to nobody. */
export function votesByLevel(db: Kysely<Schema>) {
  return {
    async talliesByLevel(city: { id: string }, consultation: { id: string }, statement: number): Promise<LevelTally[]> {
      const { rows } = await sql<LevelTally>`
        select v.statement, p.level, count(*) filter (where v.choice = 1) as agree, count(*) filter (where v.choice = -1) as disagree,
          count(*) filter (where v.choice = 0) as pass
        from vote v
        join participant p on p.city_id = v.city_id and p.consultation_id = v.consultation_id and p.number = v.participant
        where v.city_id = ${city.id} and v.consultation_id = ${consultation.id} and v.statement = ${statement}
        group by v.statement, p.level order by p.level collate "C"`.execute(db)
      return rows
    },
  }
}
