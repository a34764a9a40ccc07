import type { EnteredCase, LastNumbers } from '../../books/cooperation/entered-case.ts'
import type { Subject } from '../../books/cooperation/evidence.ts'
import type { CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import type { CooperationReads, CooperationWrites } from './cooperation-record.ts'

/** What the actions need that enter, mark, pursue and publish. */
export type EnteringRecord = Pick<
  CooperationReads,
  'listCooperation' | 'findCooperation' | 'listEvidence' | 'listEvidenceIn' | 'listStatusEvents' | 'listDeadlines'
> &
  Omit<CooperationWrites, 'removeEvidence' | 'addWithdrawal'>

/**
 * A record of cooperation in memory: the actions of the desk enter a case of a hundred records as they would by hand, and it is stored in one
 * go. One by one they ask the database two thousand times. Only what is new can be changed in it.
 *
 * @param last  the city's last numbers; it is locked, so that nobody else gives the next ones
 * @param there  what new records may name besides each other
 */
export function enterInMemory(
  last: LastNumbers,
  there: Pick<CooperationReads, 'listCooperation'>,
): { record: EnteringRecord; entered: EnteredCase } {
  const entered: EnteredCase = { records: [], evidence: [], events: [], deadlines: [], changes: [] }
  const byKind = new Map<RecordKind, CooperationRecord[]>()
  const of = (kind: RecordKind): CooperationRecord[] => {
    const all = byKind.get(kind) ?? []
    byKind.set(kind, all)
    return all
  }
  const find = (kind: RecordKind, number: number) => of(kind)[number - 1 - (last.records[kind] ?? 0)]
  const about = <Item extends { subject: Subject }>(items: readonly Item[], kind: string, numbers: readonly number[] | null): Item[] =>
    items.filter(({ subject }) => subject.kind === kind && numbers?.includes(subject.number) !== false)

  const record: EnteringRecord = {
    listCooperation: async (city, kind, { numbers, having = {} } = {}) => {
      const isAsked = ({ number, content }: CooperationRecord) =>
        (numbers === undefined || numbers.includes(number)) &&
        Object.entries(having).every(([field, value]) => (content as unknown as Record<string, unknown>)[field] === value)
      const older = numbers?.filter((number) => number <= (last.records[kind] ?? 0))
      const found =
        older?.length === 0 ? [] : await there.listCooperation(city, kind, { having, ...(older === undefined ? {} : { numbers: older }) })
      return [...found, ...(of(kind).filter(isAsked) as Array<CooperationRecord<typeof kind>>)]
    },
    findCooperation: async (_, kind, number) => (find(kind, number) ?? null) as CooperationRecord<typeof kind> | null,
    listEvidence: async (_, kind, numbers) => about(entered.evidence, kind, numbers),
    listEvidenceIn: async (_, source) => entered.evidence.filter((one) => one.source === source),
    listStatusEvents: async (_, kind, numbers) =>
      about(entered.events, kind, numbers).map((event) => {
        const found = entered.evidence.find(({ number }) => number === event.evidence)
        return { ...event, evidence: found === undefined ? null : { number: found.number, source: found.source } }
      }),
    listDeadlines: async (_, kind, numbers) => about(entered.deadlines, kind, numbers),

    addCooperation: async (_, kind, content) => {
      const added = { kind, number: (last.records[kind] ?? 0) + of(kind).length + 1, content, publishedAt: null, revision: 1 }
      of(kind).push(added)
      entered.records.push(added)
      return added.number
    },
    keepCooperation: async (_, { kind, number, content, publishedAt }) => {
      const before = find(kind, number)
      if (before !== undefined) Object.assign(before, { content, publishedAt, revision: before.revision + 1 })
      return before !== undefined
    },
    addEvidence: async (_, evidence) => {
      const number = last.evidence + entered.evidence.length + 1
      entered.evidence.push({ ...evidence, number })
      return number
    },
    addStatusEvent: async (_, event) => {
      const number = about(entered.events, event.subject.kind, [event.subject.number]).length + 1
      entered.events.push({ ...event, number })
      return number
    },
    addDeadline: async (_, deadline) => void entered.deadlines.push(deadline),
    addChange: async (_, change) => void entered.changes.push(change),
    // the whole of it is stored under one lock, and touched once
    touchCooperation: async () => {},
    lockCooperation: async () => {},
  }
  return { record, entered }
}
