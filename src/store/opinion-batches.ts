import { gunzipSync, gzipSync } from 'node:zlib'
import { sql, type Kysely } from 'kysely'
import type { BatchLine, OpinionBatch } from '../books/discussion/batch.ts'
import type { StoredVotes } from '../books/discussion/compute-opinions.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** What auditors need to compute a batch again; it never leaves the system. */
export interface BatchProof {
  salt: Uint8Array
  input: StoredVotes
}

/** Opinion groups as they were published. */
export function opinionBatches(db: Kysely<Schema>) {
  return {
    /** Newest last; without their results. */
    async listOpinionBatches(city: CityId, consultation: ConsultationId): Promise<BatchLine[]> {
      const rows = await db
        .selectFrom('opinion_batch')
        .select(['number', 'made_at', 'votes', 'participants', 'hash'])
        .where('city_id', '=', city.id)
        .where('consultation_id', '=', consultation.id)
        .orderBy('number')
        .execute()
      return rows.map(batchOf)
    },

    /** null: none was published yet. */
    async findNewestBatch(city: CityId, consultation: ConsultationId): Promise<OpinionBatch | null> {
      const row = await db
        .selectFrom('opinion_batch')
        .select(['number', 'made_at', 'votes', 'participants', 'hash', 'result'])
        .where('city_id', '=', city.id)
        .where('consultation_id', '=', consultation.id)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : { ...batchOf(row), result: row.result as OpinionBatch['result'] }
    },

    /** Of the newest batch; null where its votes are not kept (any more). */
    async findBatchProof(city: CityId, consultation: ConsultationId, number: number): Promise<BatchProof | null> {
      const row = await db
        .selectFrom('opinion_batch')
        .select(['salt', 'input'])
        .where('city_id', '=', city.id)
        .where('consultation_id', '=', consultation.id)
        .where('number', '=', number)
        .executeTakeFirst()
      return row === undefined || row.input === null ? null : { salt: row.salt, input: unpack(row.input) }
    },

    /** Publishes a batch; the votes of the one before are let go. False: somebody else has just published one of this number. */
    async addOpinionBatch(city: CityId, consultation: ConsultationId, batch: OpinionBatch, { salt, input }: BatchProof): Promise<boolean> {
      const { rows } = await sql`
        with added as (
          insert into opinion_batch (city_id, consultation_id, number, made_at, votes, participants, result, hash, salt, input)
          values (${city.id}, ${consultation.id}, ${batch.number}, ${batch.madeAt}::timestamptz, ${batch.votes}, ${batch.participants},
            ${JSON.stringify(batch.result)}::jsonb, ${batch.hash}, ${Buffer.from(salt)}, ${pack(input)})
          on conflict do nothing returning 1
        ), let_go as (
          update opinion_batch set input = null
          where city_id = ${city.id} and consultation_id = ${consultation.id} and number < ${batch.number} and input is not null
            and exists (select 1 from added)
        )
        update consultation set revision = revision + 1
        where city_id = ${city.id} and id = ${consultation.id} and exists (select 1 from added) returning 1`.execute(db)
      return rows.length === 1
    },
  }
}

const batchOf = (row: { number: number; made_at: Date; votes: number; participants: number; hash: string }) => ({
  number: row.number,
  madeAt: row.made_at.toISOString(),
  votes: row.votes,
  participants: row.participants,
  hash: row.hash,
})

/** Sizes, removed statements, then the three columns; a million votes take about a megabyte. */
function pack({ participants, statements, removed, columns }: StoredVotes): Buffer {
  const header = Int32Array.of(participants, statements, removed.size, columns.choice.length, ...removed)
  return gzipSync(Buffer.concat([bytesOf(header), bytesOf(columns.participantOf), bytesOf(columns.statementOf), bytesOf(columns.choice)]))
}

function unpack(packed: Buffer): StoredVotes {
  const bytes = new Uint8Array(gunzipSync(packed)).buffer
  const [participants = 0, statements = 0, removedCount = 0, count = 0] = new Int32Array(bytes, 0, 4)
  const removed = new Set(new Int32Array(bytes, 16, removedCount))
  const at = 16 + removedCount * 4
  const columns = {
    participantOf: new Int32Array(bytes, at, count),
    statementOf: new Int32Array(bytes, at + count * 4, count),
    choice: new Int8Array(bytes, at + count * 8, count),
  }
  return { participants, statements, removed, columns }
}

const bytesOf = (array: Int32Array | Int8Array): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength)
