import { sql, type Kysely } from 'kysely'
import type { ParticipationLevel } from '../../books/discussion/consultation.ts'
import type { Channel } from '../../books/discussion/contribution.ts'
import type { Participant } from '../../books/discussion/participant.ts'
import type { Schema } from '../schema.ts'
import { together } from '../together.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** Somebody who wants to take part, and all that shows that she is one. */
export interface Joining {
  /** null: on paper. */
  personId: string | null
  /** Without `person:…`, which follows from the id: `code:…` the hash of a code, `receipt:…` the number of a form. */
  keys: readonly string[]
  level: ParticipationLevel | 'paper'
  channel: Channel
  at: Date
}

/** Who takes part in what. Everywhere else a participant is a number. */
export function participants(db: Kysely<Schema>) {
  const participantsOf = together(async (keys: ReadonlyArray<{ city_id: string; consultation_id: string; key: string }>) => {
    const { rows } = await sql<{ at: number; number: number; level: Participant['level']; channel: Channel; joined_at: Date }>`
      select given.at, p.number, p.level, p.channel, p.joined_at
      from json_to_recordset(${JSON.stringify(keys.map((key, at) => ({ at, ...key })))}::json)
        as given (at integer, city_id uuid, consultation_id uuid, key text)
      -- One by one through the index: joined as a whole, everybody of one city is compared with everybody.
      cross join lateral (
        select participant from participant_key k
        where k.city_id = given.city_id and k.consultation_id = given.consultation_id and k.key = given.key limit 1
      ) as known
      cross join lateral (
        select p.* from participant p
        where p.city_id = given.city_id and p.consultation_id = given.consultation_id and p.number = known.participant limit 1
      ) as p`.execute(db)
    const found = new Map(rows.map((row) => [row.at, row]))
    return keys.map((_, at): Participant | null => {
      const row = found.get(at)
      return row === undefined
        ? null
        : { number: row.number, level: row.level, channel: row.channel, joinedAt: row.joined_at.toISOString() }
    })
  })

  return {
    findParticipant: async (city: CityId, consultation: ConsultationId, personId: string): Promise<Participant | null> =>
      await participantsOf({ city_id: city.id, consultation_id: consultation.id, key: `person:${personId}` }),

    /**
     * Lets somebody take part, once: whoever came before by any of her keys is the same participant, and gets the keys that are new. A
     * participant who came on paper is taken over by the person who brings the same code or receipt. Call it in a transaction.
     *
     * @returns her number; null: her keys belong to different participants, or to another person
     */
    async joinConsultation(city: CityId, consultation: ConsultationId, who: Joining): Promise<number | null> {
      const keys = [...(who.personId === null ? [] : [`person:${who.personId}`]), ...who.keys]
      // Two who come at the same moment take turns.
      await sql`select 1 from consultation where city_id = ${city.id} and id = ${consultation.id} for update`.execute(db)
      const { rows: known } = await sql<{ participant: number; person_id: string | null }>`
        select distinct k.participant, p.person_id from participant_key k
        join participant p on p.city_id = k.city_id and p.consultation_id = k.consultation_id and p.number = k.participant
        where k.city_id = ${city.id} and k.consultation_id = ${consultation.id} and k.key in (${sql.join(keys)})`.execute(db)
      const [before, other] = known
      if (other !== undefined) return null
      if (before !== undefined && before.person_id !== null && who.personId !== null && before.person_id !== who.personId) return null
      const number = before?.participant ?? (await addParticipant(city, consultation, who))
      if (before?.person_id === null && who.personId !== null) await takeOver(city, consultation, number, who)
      await sql`
        insert into participant_key (city_id, consultation_id, key, participant)
        values ${sql.join(keys.map((key) => sql`(${city.id}, ${consultation.id}, ${key}, ${number})`))}
        on conflict do nothing`.execute(db)
      return number
    },

    /** The city whose identity provider vouched for this session; null: none did. */
    async cityThatVouched(sessionId: string): Promise<string | null> {
      const row = await db.selectFrom('session').select('city_id').where('id', '=', sessionId).executeTakeFirst()
      return row?.city_id ?? null
    },

    /** The consultations in which somebody takes part, with her number there: for her own pages and her export. */
    async listParticipations(personId: string): Promise<Array<{ cityId: string; consultationId: string; participant: number }>> {
      const rows = await db
        .selectFrom('participant')
        .select(['city_id', 'consultation_id', 'number'])
        .where('person_id', '=', personId)
        .orderBy('joined_at')
        .execute()
      return rows.map((row) => ({ cityId: row.city_id, consultationId: row.consultation_id, participant: row.number }))
    },
  }

  /** What came on paper is hers from now on: its words stand in her export, and go when she is forgotten. */
  async function takeOver(city: CityId, consultation: ConsultationId, number: number, { personId, level }: Joining): Promise<void> {
    await sql`
      update participant set person_id = ${personId}, level = ${level}
      where city_id = ${city.id} and consultation_id = ${consultation.id} and number = ${number}`.execute(db)
    await sql`
      update resident_text t set person_id = ${personId} from contribution c
      where c.city_id = ${city.id} and c.consultation_id = ${consultation.id} and c.participant = ${number}
        and t.city_id = c.city_id and t.id in (c.text_id, c.wording_id)`.execute(db)
  }

  async function addParticipant(city: CityId, consultation: ConsultationId, who: Joining): Promise<number> {
    const { rows } = await sql<{ number: number }>`
      update consultation set last_participant = last_participant + 1
      where city_id = ${city.id} and id = ${consultation.id} returning last_participant as number`.execute(db)
    const { number } = rows[0]!
    await sql`
      insert into participant (city_id, consultation_id, number, person_id, level, channel, joined_at)
      values (${city.id}, ${consultation.id}, ${number}, ${who.personId}, ${who.level}, ${who.channel}, ${who.at}::timestamptz)`.execute(db)
    return number
  }
}
