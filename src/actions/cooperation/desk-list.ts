import { isNoticeDue } from '../../books/cooperation/agreement-term.ts'
import { commitmentWaits, eventWaits, isWaiting, type RecordList } from '../../books/cooperation/desk-view.ts'
import { formOfRecord } from '../../books/cooperation/fill-record.ts'
import type { RecordFilter } from '../../books/cooperation/record-filter.ts'
import type { CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import { foldText, wordsOfText } from '../../books/search-text.ts'
import { meetingsWaiting, type Needs } from './desk-front.ts'
import { namedRecords } from './desk-named.ts'
import { showCommitments } from './show-commitments.ts'

export interface ListInput {
  city: City
  kind: RecordKind
  /** Words that all have to occur, Kazakh letters folded, or its number; '' : all. */
  text: string
  /** `drafts`, or what records of this kind wait for; '' or anything else: all. */
  only: string
  /** Number of a record that they name, by field. */
  naming: { field: string; number: number; many: boolean } | null
  /** Counted from 1. */
  page: number
  today: string
}

const perPage = 50

/** Records of one kind, a page of them. Without a search the database counts and cuts; a search reads them all. */
export async function listRecords(input: ListInput, needs: Needs): Promise<RecordList> {
  const { city, kind, text, only, naming } = input
  const meetings = kind === 'event' ? eventWaits.find((one) => one === only) : undefined
  const having = {
    ...(naming === null ? {} : { [naming.field]: naming.many ? [naming.number] : naming.number }),
    ...(meetings === undefined ? {} : meetingsWaiting[meetings]),
  }
  const filter: RecordFilter = {
    ...(Object.keys(having).length === 0 ? {} : { having }),
    ...(only === 'drafts' ? { drafts: true } : {}),
  }
  const waiting = await waitingOf(input, filter, needs)
  if (wordsOfText(text).length === 0 && waiting === null) {
    const count = await needs.countCooperation(city, kind, filter)
    const { pages, page } = pagesOf(count, input.page)
    const before = Math.max(0, count - page * perPage)
    const records = await needs.listCooperation(city, kind, { ...filter, offset: before, limit: count - (page - 1) * perPage - before })
    return { records: records.toReversed(), named: await namedRecords(city, records, [], needs), count, page, pages }
  }
  const all = (await needs.listCooperation(city, kind, filter)).filter((one) => (waiting?.has(one.number) ?? true) && holds(one, text))
  const { pages, page } = pagesOf(all.length, input.page)
  const records = all.toReversed().slice((page - 1) * perPage, page * perPage)
  return { records, named: await namedRecords(city, records, [], needs), count: all.length, page, pages }
}

/** Numbers of the records that wait for what was asked for, where only all of them together say who does; null: that was not asked. */
async function waitingOf({ city, kind, only, today }: ListInput, filter: RecordFilter, needs: Needs): Promise<Set<number> | null> {
  if (kind === 'agreement' && only === 'notice_due') {
    const agreements = await needs.listCooperation(city, 'agreement', filter)
    return new Set(agreements.filter(({ content }) => isNoticeDue(content, today)).map(({ number }) => number))
  }
  const wait = kind === 'commitment' ? commitmentWaits.find((one) => one === only) : undefined
  if (wait === undefined) return null
  const views = await showCommitments({ city, filter, today }, needs)
  return new Set(views.filter((view) => isWaiting(view, wait)).map(({ number }) => number))
}

function pagesOf(count: number, asked: number): { pages: number; page: number } {
  const pages = Math.max(1, Math.ceil(count / perPage))
  return { pages, page: Math.min(Math.max(asked, 1), pages) }
}

function holds({ kind, number, content }: CooperationRecord, text: string): boolean {
  if (text.trim() === String(number)) return true
  const words = foldText(Object.values(formOfRecord(kind, content)).join(' '))
  return wordsOfText(text).every((word) => words.includes(word))
}
