import { withoutAnswer } from './change-consultation.ts'
import type { DeskDiscussionRecord } from './desk-discussion-record.ts'

/** What waits for somebody at the desk of one consultation. */
export interface Waiting {
  moderation: number
  appeals: number
  answers: number
}

type Record = Pick<DeskDiscussionRecord, 'countContributions' | 'countOpenAppeals'> & {
  listStatements(city: { id: string }, consultation: { id: string }, filter: { state: 'held' }): Promise<readonly unknown[]>
}

export async function countWaiting(city: { id: string }, consultation: { id: string }, record: Record): Promise<Waiting> {
  const held = await record.countContributions(city, consultation, { state: 'held' })
  const statements = await record.listStatements(city, consultation, { state: 'held' })
  return {
    moderation: held + statements.length,
    appeals: await record.countOpenAppeals(city, consultation),
    answers: await record.countContributions(city, consultation, withoutAnswer),
  }
}
