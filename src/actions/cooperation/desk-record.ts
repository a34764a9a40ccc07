import type { OpenRecord } from '../../books/cooperation/desk-view.ts'
import { fieldsNaming } from '../../books/cooperation/named-by.ts'
import type { Partnership, RecordKind } from '../../books/cooperation/records.ts'
import { fixedFieldsOf } from '../../books/cooperation/publish-rules.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { choicesOf, namedRecords } from './desk-named.ts'
import { findResting } from './find-resting.ts'
import { ownEvidence } from './mark-span.ts'

type Reads = Pick<
  CooperationReads,
  'findCooperation' | 'countCooperation' | 'listCooperation' | 'listEvidence' | 'listEvidenceIn' | 'listStatusEvents'
>

const mostNaming = 20

/** A record with its evidence and everything that names it; null: there is none. */
export async function openRecord(
  { city, kind, number }: { city: City; kind: RecordKind; number: number },
  needs: Reads,
): Promise<OpenRecord | null> {
  const record = await needs.findCooperation(city, kind, number)
  if (record === null) return null
  const evidence = await needs.listEvidence(city, kind, [number])
  const isUsed = kind === 'source' && (await needs.listEvidenceIn(city, number)).length > 0
  const naming = await Promise.all(
    fieldsNaming(kind).map(async ({ kind: other, field, many }) => {
      const having = { [field]: many ? [number] : number }
      const count = await needs.countCooperation(city, other, { having })
      const records = count === 0 ? [] : await needs.listCooperation(city, other, { having, limit: mostNaming })
      return { kind: other, field, records, count }
    }),
  )
  const stages = kind === 'partnership' ? (record.content as Partnership).stages : []
  const sources = [...evidence, ...stages].flatMap(({ source }) => (source === null ? [] : [{ to: 'source' as const, number: source }]))
  const isPublic = record.publishedAt !== null
  const resting = isPublic ? await findResting(city, kind, number, needs) : []
  const untiable = new Set(isPublic ? [] : (await ownEvidence(city, { kind, number }, needs)).map((one) => one.number))
  const named = await namedRecords(city, [record, ...resting, ...naming.flatMap(({ records }) => records)], sources, needs)
  const offered = await choicesOf(city, ['source'], needs)
  return {
    ...{ record, evidence, fixed: fixedFieldsOf(record, isUsed), naming, resting, untiable, named },
    sources: offered.get('source') ?? { isLong: false, records: [] },
  }
}
