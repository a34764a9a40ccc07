import type { Reference } from './fill-record.ts'
import { standingStages } from './partnership-stage.ts'
import { recordFields, type Field } from './record-fields.ts'
import { recordKinds, type Contents, type RecordKind } from './records.ts'

/** The records that a record names: in its fields, and a sister city in the stages that it has reached. */
export const namedBy = <Kind extends RecordKind>(kind: Kind, content: Contents[Kind]): Reference[] => [
  ...Object.entries<Field>(recordFields[kind]).flatMap(([field, type]) => {
    if (type.type !== 'reference' && type.type !== 'references') return []
    const value = (content as unknown as Record<string, unknown>)[field]
    return [value].flat().flatMap((number) => (typeof number === 'number' ? [{ field, to: type.to, number }] : []))
  }),
  ...('stages' in content ? standingStages(content.stages) : []).flatMap(({ source }) =>
    source === null ? [] : [{ field: 'stage-source', to: 'source' as const, number: source }],
  ),
]

/** Which fields of which kinds name records of this kind. */
export const fieldsNaming = (kind: RecordKind): Array<{ kind: RecordKind; field: string; many: boolean }> =>
  recordKinds.flatMap((other) =>
    Object.entries<Field>(recordFields[other]).flatMap(([field, type]) =>
      (type.type === 'reference' || type.type === 'references') && type.to === kind
        ? [{ kind: other, field, many: type.type === 'references' }]
        : [],
    ),
  )
