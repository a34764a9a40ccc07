import type { Choices, NamedRecords } from '../../books/cooperation/desk-view.ts'
import { fillRecord, type RecordForm, type Reference } from '../../books/cooperation/fill-record.ts'
import { namedBy } from '../../books/cooperation/named-by.ts'
import { recordFields, type Field } from '../../books/cooperation/record-fields.ts'
import type { CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'

type Reads = Pick<CooperationReads, 'listCooperation' | 'countCooperation'>

/** The records that these name, and what is named besides. */
export async function namedRecords(
  city: City,
  records: readonly CooperationRecord[],
  besides: ReadonlyArray<Pick<Reference, 'to' | 'number'>>,
  needs: Reads,
): Promise<NamedRecords> {
  const references = [...records.flatMap(({ kind, content }) => namedBy(kind, content)), ...besides]
  const named = new Map<string, CooperationRecord>()
  for (const kind of new Set(references.map(({ to }) => to))) {
    const numbers = [...new Set(references.filter(({ to }) => to === kind).map(({ number }) => number))]
    for (const one of await needs.listCooperation(city, kind, { numbers })) named.set(`${kind}/${one.number}`, one)
  }
  return named
}

const mostChoices = 50
const mostSuggested = 100

/** What the references of a kind's form may name. */
export async function choicesOf(city: City, kinds: Iterable<RecordKind>, needs: Reads): Promise<ReadonlyMap<RecordKind, Choices>> {
  const choices = new Map<RecordKind, Choices>()
  for (const kind of new Set(kinds)) {
    const count = await needs.countCooperation(city, kind)
    const isLong = count > mostChoices
    choices.set(kind, {
      isLong,
      records: await needs.listCooperation(city, kind, isLong ? { offset: Math.max(0, count - mostSuggested) } : {}),
    })
  }
  return choices
}

/** The records whose numbers stand in a form. */
export async function namedByForm(city: City, kind: RecordKind, form: RecordForm, needs: Reads): Promise<NamedRecords> {
  const { references } = fillRecord(kind, form, null)
  return await namedRecords(city, [], references, needs)
}

/** The kinds that a kind's form names. */
export const kindsNamedIn = (kind: RecordKind): RecordKind[] =>
  Object.values<Field>(recordFields[kind]).flatMap((field) => (field.type === 'reference' || field.type === 'references' ? [field.to] : []))
