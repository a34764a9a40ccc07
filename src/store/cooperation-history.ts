import { sql, type Kysely } from 'kysely'
import type { RecordHistory, Withdrawal } from '../books/cooperation/record-history.ts'
import type { RecordKind } from '../books/cooperation/records.ts'
import type { Schema } from './schema.ts'

/** When records became public, were changed and were taken back, as the history of the desk tells it. */
export function cooperationHistory(db: Kysely<Schema>) {
  return {
    /** In the order of their numbers; records that the history does not tell of are left out. */
    async listCooperationHistory(city: { id: string }, kind: RecordKind): Promise<RecordHistory[]> {
      const { rows } = await sql<Row>`
        select substring(subject from ${`^cooperation/${kind}/([0-9]{1,9})`})::integer as number,
          min(at) filter (where action = 'cooperation.publish') as published_at,
          max(at) filter (where action = 'cooperation.withdraw') as withdrawn_at,
          max(at) as changed_at
        from change
        where city_id = ${city.id} and subject ~ ${`^cooperation/${kind}/[0-9]{1,9}(/|$)`}
        group by 1 order by 1`.execute(db)
      return rows.map(({ number, published_at, withdrawn_at, changed_at }) => ({
        number,
        publishedAt: published_at?.toISOString() ?? null,
        withdrawnAt: withdrawn_at?.toISOString() ?? null,
        changedAt: changed_at.toISOString(),
      }))
    },

    /** How often a record was taken back, oldest first. */
    async listWithdrawals(city: { id: string }, kind: RecordKind, number: number): Promise<Withdrawal[]> {
      const { rows } = await sql<{ from: Date; until: Date; reason: string }>`
        select published_at as from, withdrawn_at as until, reason from cooperation_withdrawal
        where city_id = ${city.id} and kind = ${kind} and record = ${number} order by number`.execute(db)
      return rows.map(({ from, until, reason }) => ({ from: from.toISOString(), until: until.toISOString(), reason }))
    },

    /** Everybody may read it. Call it in a transaction that holds the city's lock. */
    async addWithdrawal(city: { id: string }, kind: RecordKind, number: number, { from, until, reason }: Withdrawal): Promise<void> {
      await sql`
        insert into cooperation_withdrawal (city_id, kind, record, number, published_at, withdrawn_at, reason)
        select ${city.id}, ${kind}, ${number}, coalesce(max(number), 0) + 1, ${from}::timestamptz, ${until}::timestamptz, ${reason}
        from cooperation_withdrawal where city_id = ${city.id} and kind = ${kind} and record = ${number}`.execute(db)
    },
  }
}

interface Row {
  number: number
  published_at: Date | null
  withdrawn_at: Date | null
  changed_at: Date
}
