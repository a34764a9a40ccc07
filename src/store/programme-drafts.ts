import { sql, type Kysely, type Selectable } from 'kysely'
import type { City } from '../books/indicators/figure.ts'
import type { Draft, DraftElement, ElementState } from '../books/programme/draft/draft.ts'
import type { Schema } from './schema.ts'

/** Drafts of programme versions. */
export function programmeDrafts(db: Kysely<Schema>) {
  return {
    /** By programme. */
    async listDrafts(city: Pick<City, 'id'>): Promise<Draft[]> {
      const rows = await db
        .selectFrom('programme_draft')
        .selectAll()
        .where('city_id', '=', city.id)
        .orderBy(sql`programme collate "C"`)
        .execute()
      return rows.map(draftOf)
    },

    async findDraft(city: Pick<City, 'id'>, programme: string): Promise<Draft | null> {
      const row = await db
        .selectFrom('programme_draft')
        .selectAll()
        .where('city_id', '=', city.id)
        .where('programme', '=', programme)
        .executeTakeFirst()
      return row === undefined ? null : draftOf(row)
    },

    /** The draft, held until the transaction ends: who writes into it, moves within it or publishes it takes turns. */
    async lockDraft(city: Pick<City, 'id'>, programme: string): Promise<Draft | null> {
      const row = await db
        .selectFrom('programme_draft')
        .selectAll()
        .where('city_id', '=', city.id)
        .where('programme', '=', programme)
        .forUpdate()
        .executeTakeFirst()
      return row === undefined ? null : draftOf(row)
    },

    /** False: the programme has a draft already. */
    async addDraft(city: Pick<City, 'id'>, draft: Draft, elements: readonly DraftElement[]): Promise<boolean> {
      const { rows } = await sql`
        insert into programme_draft (city_id, id, programme, number, based_on, begun_at)
        values (${city.id}, ${draft.id}, ${draft.programme}, ${draft.number}, ${draft.basedOn}, ${draft.begunAt}::timestamptz)
        on conflict do nothing returning id`.execute(db)
      if (rows.length === 0) return false
      await sql`
        insert into programme_draft_element (city_id, draft_id, kind, id, parent, position, content, revision, removed)
        select ${city.id}::uuid, ${draft.id}::uuid, kind, id, parent, position, content, revision, removed
        from json_to_recordset(${JSON.stringify(elements)}::json) as given (
          kind text, id text, parent text, position integer, content jsonb, revision integer, removed boolean
        )`.execute(db)
      return true
    },

    /** All elements, removed ones too. */
    async listDraftElements(city: Pick<City, 'id'>, draftId: string): Promise<DraftElement[]> {
      const rows = await db
        .selectFrom('programme_draft_element')
        .select(['kind', 'id', 'parent', 'position', 'content', 'revision', 'removed'])
        .where('city_id', '=', city.id)
        .where('draft_id', '=', draftId)
        .orderBy('position')
        .orderBy(sql`kind collate "C"`)
        .orderBy(sql`id collate "C"`)
        .execute()
      // What `content` holds follows from `kind`: only `takeApart` and `readFields` make it.
      return rows as unknown as DraftElement[]
    },

    async addDraftElement(city: Pick<City, 'id'>, draftId: string, element: ElementState): Promise<void> {
      await db
        .insertInto('programme_draft_element')
        .values({ city_id: city.id, draft_id: draftId, ...element, content: JSON.stringify(element.content), revision: 1 })
        .execute()
    },

    /** Writes the element if it is still at this revision; false: somebody changed it meanwhile, and nothing is written. */
    async changeDraftElement(city: Pick<City, 'id'>, draftId: string, element: ElementState, revision: number): Promise<boolean> {
      const { kind, id, content, position, removed } = element
      const result = await db
        .updateTable('programme_draft_element')
        .set({ content: JSON.stringify(content), position, removed, revision: revision + 1 })
        .where('city_id', '=', city.id)
        .where('draft_id', '=', draftId)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('revision', '=', revision)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },

    /** Places among neighbours are no part of what an element says: its revision stays. */
    async placeDraftElement(city: Pick<City, 'id'>, draftId: string, { kind, id, position }: ElementState): Promise<void> {
      await db
        .updateTable('programme_draft_element')
        .set({ position })
        .where('city_id', '=', city.id)
        .where('draft_id', '=', draftId)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .execute()
    },

    /** The draft was published or discarded: it goes with its elements. */
    async endDraft(city: Pick<City, 'id'>, draftId: string): Promise<void> {
      await db.deleteFrom('programme_draft').where('city_id', '=', city.id).where('id', '=', draftId).execute()
    },
  }
}

const draftOf = (row: Selectable<Schema['programme_draft']>): Draft => ({
  id: row.id,
  programme: row.programme,
  number: row.number,
  basedOn: row.based_on,
  begunAt: row.begun_at.toISOString(),
})
