import { fieldsNaming } from '../../books/cooperation/named-by.ts'
import { isRecordKind, type CooperationRecord, type Partnership, type RecordKind } from '../../books/cooperation/records.ts'
import type { RecordFilter } from '../../books/cooperation/record-filter.ts'
import { standingStages } from '../../books/cooperation/partnership-stage.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'

/** So many are enough to see what has to go first. */
const most = 5

/** Records of a kind that name it; with `really`, those of them that still do. */
type Resting = { other: RecordKind; really?: (one: CooperationRecord) => boolean } & RecordFilter

/** The first public records that rest on a record: they name it, or have a place in its text. */
export async function findResting(
  city: City,
  kind: RecordKind,
  number: number,
  needs: Pick<CooperationReads, 'listCooperation' | 'listEvidenceIn'>,
): Promise<CooperationRecord[]> {
  const naming = fieldsNaming(kind).map(({ kind: other, field, many }) => ({ other, having: { [field]: many ? [number] : number } }))
  const resting: Resting[] = kind === 'source' ? await inSource(city, number, needs) : naming
  const found = new Map<string, CooperationRecord>()
  for (const { other, really, ...filter } of resting)
    for (const one of await needs.listCooperation(city, other, { ...filter, published: true, ...(really ? {} : { limit: most }) })) {
      if (really?.(one) === false) continue
      found.set(`${other}/${one.number}`, one)
      if (found.size === most) return [...found.values()]
    }
  return [...found.values()]
}

/** What may rest on a source: places in its text, and stages of sister cities, which are no field of a form. */
async function inSource(city: City, source: number, needs: Pick<CooperationReads, 'listEvidenceIn'>): Promise<Resting[]> {
  const subjects = (await needs.listEvidenceIn(city, source)).map(({ subject }) => subject)
  const kinds = [...new Set(subjects.map(({ kind }) => kind))].filter(isRecordKind)
  return [
    ...kinds.map((other) => ({ other, numbers: subjects.filter(({ kind }) => kind === other).map(({ number }) => number) })),
    {
      ...{ other: 'partnership', having: { stages: [{ source }] } },
      // A stage that was taken back rests on nothing.
      really: ({ content }) => standingStages((content as Partnership).stages).some((stage) => stage.source === source),
    },
  ]
}
