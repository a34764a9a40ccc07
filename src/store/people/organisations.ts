import { sql, type Kysely } from 'kysely'
import type { Organisation, OrganisationKind } from '../../books/discussion/organisation.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { Schema } from '../schema.ts'

type CityId = { id: string }

/** Organisations that the city has verified, and who may write for them. */
export function organisations(db: Kysely<Schema>) {
  const read = async (city: CityId, narrow = sql``): Promise<Organisation[]> => {
    const { rows } = await sql<OrganisationRow>`
      select o.id, o.kind, o.name, o.evidence, o.verified_at, o.ended_at from organisation o
      where o.city_id = ${city.id} ${narrow} order by o.verified_at, o.id`.execute(db)
    return rows.map(organisationOf)
  }
  return {
    /** All of them, those that have ended too. Sort by name where they are shown. */
    listOrganisations: async (city: CityId): Promise<Organisation[]> => await read(city),

    async findOrganisation(city: CityId, id: string): Promise<Organisation | null> {
      if (!/^[0-9a-f-]{36}$/.test(id)) return null
      const [found] = await read(city, sql`and o.id = ${id}`)
      return found ?? null
    },

    /** For which organisations somebody may write now. */
    listOrganisationsOf: async (city: CityId, personId: string): Promise<Organisation[]> =>
      await read(
        city,
        sql`and o.ended_at is null and exists (
          select 1 from organisation_member m where m.city_id = o.city_id and m.organisation_id = o.id and m.person_id = ${personId})`,
      ),

    async addOrganisation(
      city: CityId,
      organisation: { id: string; kind: OrganisationKind; name: MultilingualText; evidence: string; by: string; at: Date },
    ): Promise<void> {
      const { id, kind, name, evidence, by, at } = organisation
      await sql`
        insert into organisation (city_id, id, kind, name, evidence, verified_at, verified_by)
        values (${city.id}, ${id}, ${kind}, ${JSON.stringify(name)}::jsonb, ${evidence}, ${at}::timestamptz, ${by})`.execute(db)
    },

    async keepOrganisation(
      city: CityId,
      id: string,
      { kind, name, evidence, endedAt }: Pick<Organisation, 'kind' | 'name' | 'evidence' | 'endedAt'>,
    ): Promise<void> {
      await sql`
        update organisation set kind = ${kind}, name = ${JSON.stringify(name)}::jsonb, evidence = ${evidence},
          ended_at = ${endedAt}::timestamptz
        where city_id = ${city.id} and id = ${id}`.execute(db)
      // Its name stands beside everything that it said.
      await sql`
        update consultation c set revision = revision + 1
        where c.city_id = ${city.id} and exists (
          select 1 from contribution o where o.city_id = c.city_id and o.consultation_id = c.id and o.organisation_id = ${id})`.execute(db)
    },

    /** Names and addresses for the desk. */
    async listMembers(city: CityId, organisationId: string): Promise<Array<{ personId: string; name: string; email: string }>> {
      const { rows } = await sql<{ id: string; name: string; email: string | null }>`
        select p.id, p.name, p.email from organisation_member m join person p on p.id = m.person_id
        where m.city_id = ${city.id} and m.organisation_id = ${organisationId} order by m.since, p.id`.execute(db)
      return rows.map(({ id, name, email }) => ({ personId: id, name, email: email ?? '' }))
    },

    /** False: she is a member already. */
    async addMember(city: CityId, organisationId: string, personId: string, since: Date): Promise<boolean> {
      const { rows } = await sql`
        insert into organisation_member (city_id, organisation_id, person_id, since)
        values (${city.id}, ${organisationId}, ${personId}, ${since}::timestamptz) on conflict do nothing returning 1`.execute(db)
      return rows.length === 1
    },

    async removeMember(city: CityId, organisationId: string, personId: string): Promise<boolean> {
      const { rows } = await sql`
        delete from organisation_member
        where city_id = ${city.id} and organisation_id = ${organisationId} and person_id = ${personId} returning 1`.execute(db)
      return rows.length === 1
    },
  }
}

interface OrganisationRow {
  id: string
  kind: OrganisationKind
  name: MultilingualText
  evidence: string
  verified_at: Date
  ended_at: Date | null
}

const organisationOf = ({ verified_at, ended_at, ...row }: OrganisationRow): Organisation => ({
  ...row,
  verifiedAt: verified_at.toISOString(),
  endedAt: ended_at?.toISOString() ?? null,
})
