import { sql, type Kysely } from 'kysely'
import type { StoredVotes } from '../books/discussion/compute-opinions.ts'
import type { Choice, StatementTally } from '../books/discussion/statement.ts'
import type { NewVote, Shown, VoteOutcome } from '../books/discussion/vote.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** Participants whose votes are read by one statement: about 20,000 votes. */
const participantsPerRead = 200

/** Votes, and what was shown to whom. A vote changes no page that is kept: `consultation.revision` stays. */
export function votes(db: Kysely<Schema>) {
  return {
    /**
     * Stores all votes of the list, in one statement. Of several votes of one participant on one statement the last counts, as if the
     * others had not been. The probability is that with which she was last shown the statement.
     *
     * @returns what became of each, in their order
     */
    async castVotes(rows: readonly NewVote[]): Promise<VoteOutcome[]> {
      const last = new Map(rows.map((row) => [keyOf(row), row]))
      const given = JSON.stringify(
        [...last.values()].map((row) => [row.cityId, row.consultationId, row.participant, row.statement, row.choice, row.at, row.channel]),
      )
      const stored = await sql<{ city_id: string; consultation_id: string; participant: number; statement: number; changes: number }>`
        insert into vote as v (city_id, consultation_id, participant, statement, choice, cast_at, channel, probability)
        select g.city_id, g.consultation_id, g.participant, g.statement, g.choice, g.cast_at, g.channel, (
          select s.probability from statement_shown s
          where s.city_id = g.city_id and s.consultation_id = g.consultation_id and s.participant = g.participant and s.statement = g.statement
          order by s.shown_at desc limit 1
        )
        from (
          select (r->>0)::uuid as city_id, (r->>1)::uuid as consultation_id, (r->>2)::integer as participant, (r->>3)::integer as statement,
            (r->>4)::smallint as choice, (r->>5)::timestamptz as cast_at, r->>6 as channel
          from json_array_elements(${given}::json) as r
        ) as g
        on conflict (city_id, consultation_id, participant, statement) do update
          set choice = excluded.choice, cast_at = excluded.cast_at, changes = least(v.changes + 1, 32767)
          where v.choice <> excluded.choice
        returning city_id, consultation_id, participant, statement, changes`.execute(db)
      const outcomes = new Map(
        stored.rows.map((row) => [
          `${row.city_id} ${row.consultation_id} ${row.participant} ${row.statement}`,
          row.changes === 0 ? ('cast' as const) : ('changed' as const),
        ]),
      )
      return rows.map((row) => outcomes.get(keyOf(row)) ?? 'same')
    },

    /** Remembers what was shown, whether or not a vote follows. */
    async addShown(rows: readonly Shown[]): Promise<void> {
      const given = JSON.stringify(
        rows.map((row) => [row.cityId, row.consultationId, row.participant, row.statement, row.at, row.probability]),
      )
      await sql`
        insert into statement_shown (city_id, consultation_id, participant, statement, shown_at, probability)
        select (r->>0)::uuid, (r->>1)::uuid, (r->>2)::integer, (r->>3)::integer, (r->>4)::timestamptz, (r->>5)::real
        from json_array_elements(${given}::json) as r
        on conflict do nothing`.execute(db)
    },

    /** Her own votes, by statement. For herself alone. */
    async listVotesOf(
      city: CityId,
      consultation: ConsultationId,
      participant: number,
    ): Promise<Array<{ statement: number; choice: Choice; castAt: string }>> {
      const rows = await db
        .selectFrom('vote')
        .select(['statement', 'choice', 'cast_at'])
        .where('city_id', '=', city.id)
        .where('consultation_id', '=', consultation.id)
        .where('participant', '=', participant)
        .orderBy('statement')
        .execute()
      return rows.map((row) => ({ statement: row.statement, choice: row.choice, castAt: row.cast_at.toISOString() }))
    },

    /** How many chose what, and how many of them had chosen otherwise before; of statements with votes, by number. */
    async tallies(city: CityId, consultation: ConsultationId): Promise<Array<StatementTally & { changed: number }>> {
      const { rows } = await sql<StatementTally & { changed: number }>`
        select statement, count(*) filter (where choice = 1) as agree, count(*) filter (where choice = -1) as disagree,
          count(*) filter (where choice = 0) as pass, count(*) filter (where changes > 0) as changed
        from vote where city_id = ${city.id} and consultation_id = ${consultation.id}
        group by statement order by statement`.execute(db)
      return rows
    },

    /** How many votes there are, of how many participants, and how many are new or changed since a moment. */
    async countVotes(
      city: CityId,
      consultation: ConsultationId,
      since: Date | null,
    ): Promise<{ votes: number; participants: number; newVotes: number }> {
      const { rows } = await sql<{ votes: number; participants: number; newVotes: number }>`
        select count(*) as votes, count(distinct participant) as participants,
          count(*) filter (where cast_at > coalesce(${since}::timestamptz, '-infinity')) as "newVotes"
        from vote where city_id = ${city.id} and consultation_id = ${consultation.id}`.execute(db)
      return rows[0]!
    },

    /** Read in slices, so that others come in between. */
    async readVotes(city: CityId, consultation: ConsultationId): Promise<StoredVotes> {
      const { participants, statements, removed } = await sizeOf(city, consultation)
      const columns = { participantOf: new Array<number>(), statementOf: new Array<number>(), choice: new Array<number>() }
      for (let from = 1; from <= participants; from += participantsPerRead) {
        const { rows } = await sql<{ participant: number; statements: string; choices: string }>`
          select participant, string_agg(statement::text, ' ' order by statement) as statements,
            string_agg(choice::text, ' ' order by statement) as choices
          from vote
          where city_id = ${city.id} and consultation_id = ${consultation.id}
            and participant >= ${from} and participant < ${from + participantsPerRead}
          group by participant order by participant`.execute(db)
        for (const row of rows) {
          for (const statement of row.statements.split(' ')) {
            columns.participantOf.push(row.participant - 1)
            columns.statementOf.push(Number(statement) - 1)
          }
          for (const choice of row.choices.split(' ')) columns.choice.push(Number(choice))
        }
      }
      return {
        participants,
        statements,
        removed: new Set(removed.map((number) => number - 1)),
        columns: {
          participantOf: Int32Array.from(columns.participantOf),
          statementOf: Int32Array.from(columns.statementOf),
          choice: Int8Array.from(columns.choice),
        },
      }
    },
  }

  async function sizeOf(
    city: CityId,
    consultation: ConsultationId,
  ): Promise<{ participants: number; statements: number; removed: number[] }> {
    const { rows } = await sql<{ participants: number; statements: number; removed: number[] }>`
      select c.last_participant as participants, c.last_statement as statements, (
        select coalesce(json_agg(s.number order by s.number), '[]') from statement s
        where s.city_id = c.city_id and s.consultation_id = c.id and s.state <> 'shown'
      ) as removed
      from consultation c where c.city_id = ${city.id} and c.id = ${consultation.id}`.execute(db)
    return rows[0] ?? { participants: 0, statements: 0, removed: [] }
  }
}

const keyOf = (vote: NewVote): string => `${vote.cityId} ${vote.consultationId} ${vote.participant} ${vote.statement}`
