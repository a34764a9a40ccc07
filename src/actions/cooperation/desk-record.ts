import type { OpenRecord } from '../../books/cooperation/desk-view.ts'
import { recordFields, type Field } from '../../books/cooperation/record-fields.ts'
import { recordKinds, type RecordKind } from '../../books/cooperation/records.ts'
import { fixedFieldsOf } from '../../books/cooperation/publish-rules.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { choicesOf, namedRecords } from './desk-named.ts'

type Reads = Pick<CooperationReads, 'findCooperation' | 'countCooperation' | 'listCooperation' | 'listEvidence' | 'listEvidenceIn'>

const mostNaming = 20

/** Which fields of which kinds name records of this kind. */
export const fieldsNaming = (kind: RecordKind): Array<{ kind: RecordKind; field: string; many: boolean }> =>
  recordKinds.flatMap((other) =>
    Object.entries<Field>(recordFields[other]).flatMap(([field, type]) =>
      (type.type === 'reference' || type.type === 'references') && type.to === kind
        ? [{ kind: other, field, many: type.type === 'references' }]
        : [],
    ),
  )

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
  const sources = evidence.map(({ source }) => ({ to: 'source' as const, number: source }))
  const named = await namedRecords(city, [record, ...naming.flatMap(({ records }) => records)], sources, needs)
  const offered = await choicesOf(city, ['source'], needs)
  return {
    ...{ record, evidence, fixed: fixedFieldsOf(record, isUsed), naming, named },
    sources: offered.get('source') ?? { isLong: false, records: [] },
  }
}
