import { commitmentFlags, flagsOf, type CommitmentFlag } from './commitment-tests.ts'
import type { Status, StatusEvent } from './status.ts'
import { statusOn } from './status.ts'
import { countPromises, strengths, type PromiseCount, type Strength } from './strength.ts'

/** As much of a commitment as it takes to find and count it: a city keeps ten thousand of them. */
export interface KeptCommitmentRow {
  number: number
  strength: Strength
  by: readonly number[]
  to: readonly number[]
  isForAbsentParty: boolean
  isJurisdictionUnclear: boolean
  owner: string
  /** The deadline in force; '' where there is none. */
  due: string
  events: readonly StatusEvent[]
}

export interface CommitmentRow extends Pick<KeptCommitmentRow, 'number' | 'strength' | 'by' | 'to'> {
  status: Status
  flags: readonly CommitmentFlag[]
}

/** Where a commitment stands, and what a reader should know of it. */
export const rowOn = (row: KeptCommitmentRow, today: string): CommitmentRow => ({
  number: row.number,
  strength: row.strength,
  by: row.by,
  to: row.to,
  status: statusOn(row.events, row.due, today),
  flags: flagsOf(row),
})

/** In the order in which they are counted and offered: what is not known first. */
export const statuses = [
  'silent',
  'confirmed',
  'started',
  'overdue',
  'done',
  'lapsed',
  'withdrawn',
  'superseded',
] as const satisfies Status[]

/** What a reader looks for; null: everything. */
export interface CommitmentFilter {
  status: Status | null
  strength: Strength | null
  /** Number of a partner that promised or was promised something. */
  partner: number | null
  flag: CommitmentFlag | null
}

/**
 * Reads the filter of an address. What is not understood is not asked for, as in every list: an old link still shows it.
 *
 * @example
 * readCommitmentFilter(new URLSearchParams('status=done&partner=3&flag=nice')) // => { status: 'done', strength: null, partner: 3, flag: null }
 */
export function readCommitmentFilter(query: URLSearchParams): CommitmentFilter {
  const one = <T extends string>(name: string, known: readonly T[]): T | null => known.find((value) => value === query.get(name)) ?? null
  const partner = query.get('partner') ?? ''
  return {
    status: one('status', statuses),
    strength: one('strength', strengths),
    partner: /^[1-9]\d{0,8}$/.test(partner) ? Number(partner) : null,
    flag: one('flag', commitmentFlags),
  }
}

export const matches = (row: CommitmentRow, { status, strength, partner, flag }: CommitmentFilter): boolean =>
  (status === null || row.status === status) &&
  (strength === null || row.strength === strength) &&
  (partner === null || row.by.includes(partner) || row.to.includes(partner)) &&
  (flag === null || row.flags.includes(flag))

export interface CommitmentCounts extends PromiseCount {
  /** Only those that occur, in the order of `statuses`. */
  byStatus: ReadonlyArray<{ status: Status; count: number }>
  byFlag: Readonly<Record<CommitmentFlag, number>>
}

/** How many stand where, and how many cannot be held to a day or a person. */
export function countCommitments(rows: readonly CommitmentRow[]): CommitmentCounts {
  const byStatus = new Map<Status, number>()
  const byFlag = Object.fromEntries(commitmentFlags.map((flag) => [flag, 0])) as Record<CommitmentFlag, number>
  for (const { status, flags } of rows) {
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
    for (const flag of flags) byFlag[flag] += 1
  }
  return {
    ...countPromises(rows.map(({ strength }) => strength)),
    byStatus: statuses.map((status) => ({ status, count: byStatus.get(status) ?? 0 })).filter(({ count }) => count > 0),
    byFlag,
  }
}
