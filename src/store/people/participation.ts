import { sql, type Kysely } from 'kysely'
import type { Participation } from '../../books/discussion/participation.ts'
import type { Schema } from '../schema.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** How many take part, and how much came. */
export function participation(db: Kysely<Schema>) {
  return {
    /** A member who speaks only for her organisation is no person here: the organisation is counted. */
    async countParticipation(city: CityId, consultation: ConsultationId): Promise<Participation> {
      const { rows } = await sql<Participation>`
        with said as (
          select * from contribution where city_id = ${city.id} and consultation_id = ${consultation.id}
        ), cast_votes as (
          select * from vote where city_id = ${city.id} and consultation_id = ${consultation.id}
        ), active as (
          select participant from said where organisation_id is null union select participant from cast_votes
        )
        select
          coalesce((select json_agg(json_build_object('level', level, 'count', count) order by count desc, level) from (
            select p.level, count(*)::int as count from participant p
            where p.city_id = ${city.id} and p.consultation_id = ${consultation.id} and p.number in (select participant from active)
            group by p.level) by_level), '[]') as people,
          (select count(distinct organisation_id)::int from said where state = 'shown') as organisations,
          (select count(*)::int from said where state = 'shown') as contributions,
          (select count(*)::int from said where state = 'shown' and kind = 'suggestion') as suggestions,
          (select count(*)::int from said where state = 'shown' and kind = 'reply') as replies,
          (select count(*)::int from said where state = 'shown' and organisation_id is not null) as "ofOrganisations",
          (select count(*)::int from said where state = 'shown' and answer is not null) as answered,
          (select count(*)::int from said where state = 'held') as held,
          (select count(*)::int from cast_votes) as votes,
          (select count(*)::int from cast_votes where changes > 0) as "changedVotes"`.execute(db)
      return rows[0]!
    },
  }
}
