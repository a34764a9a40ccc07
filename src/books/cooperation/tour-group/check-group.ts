import { daysAfter } from '../partial-date.ts'
import type { GroupCode } from './finding-codes.ts'
import type { Scheme } from './schemes.ts'
import type { Traveller, Trip, Verdict } from './traveller.ts'

/** What was found about the group as a whole. */
export interface GroupFinding {
  verdict: Verdict
  code: GroupCode
  details?: Readonly<Record<string, string | number>>
}

/** The rules of a scheme that are about the group: its size, its days, its leader, what all have in common, and when the list is due. */
export function checkGroup(travellers: readonly Traveller[], scheme: Scheme, trip: Trip): GroupFinding[] {
  return [
    ...sizeOf(travellers.length, scheme),
    ...daysOf(scheme, trip),
    ...(scheme.sameNationality ? alike(travellers, 'nationality') : []),
    ...(scheme.sameDocumentType ? alike(travellers, 'documentType') : []),
    ...leaderOf(travellers, scheme),
    ...noticeOf(scheme, trip),
  ]
}

function sizeOf(found: number, { least, most }: Scheme): GroupFinding[] {
  if (least !== null && found < least) return [{ verdict: 'error', code: 'group_small', details: { found, wanted: least } }]
  if (most !== null && found > most) return [{ verdict: 'error', code: 'group_large', details: { found, wanted: most } }]
  return [{ verdict: 'ok', code: 'group_size', details: { found } }]
}

function daysOf({ maxDays }: Scheme, { entry, exit }: Trip): GroupFinding[] {
  if (entry === '' || exit === '') return [{ verdict: 'unknown', code: 'days_unknown' }]
  const days = (Date.parse(exit) - Date.parse(entry)) / 86_400_000 + 1
  if (days < 1) return [{ verdict: 'error', code: 'exit_before_entry' }]
  if (maxDays !== null && days > maxDays) return [{ verdict: 'error', code: 'days_many', details: { found: days, wanted: maxDays } }]
  return [{ verdict: 'ok', code: 'days_ok', details: { found: days } }]
}

/** All have the same; who has nothing there cannot be told from the rest. */
function alike(travellers: readonly Traveller[], field: 'nationality' | 'documentType'): GroupFinding[] {
  // The second letter of a type is the state's own affair: P and PM are both passports.
  const valueOf = ({ values }: Traveller) => (field === 'documentType' ? values[field].slice(0, 1) : values[field])
  const found = [...new Set(travellers.map(valueOf))].sort()
  if (found.includes('')) return [{ verdict: 'unknown', code: `${field}_unknown` }]
  if (found.length > 1) return [{ verdict: 'error', code: `${field}_differs`, details: { found: found.join(', ') } }]
  return found.length === 0 ? [] : [{ verdict: 'ok', code: `${field}_same`, details: { found: found.join(', ') } }]
}

function leaderOf(travellers: readonly Traveller[], { leaderRequired }: Scheme): GroupFinding[] {
  const leaders = travellers.flatMap(({ isLeader }, index) => (isLeader ? [index + 1] : []))
  if (leaders.length > 1) return [{ verdict: 'error', code: 'leaders_many', details: { found: leaders.join(', ') } }]
  if (leaders[0] !== undefined) return [{ verdict: 'ok', code: 'leader_ok', details: { found: leaders[0] } }]
  return leaderRequired ? [{ verdict: 'error', code: 'leader_missing' }] : []
}

/** The hour of entry is not known: counted is from the beginning of the day, the careful way. */
function noticeOf({ noticeHours }: Scheme, { entry, today }: Trip): GroupFinding[] {
  if (noticeHours === null) return []
  if (entry === '') return [{ verdict: 'unknown', code: 'notice_unknown', details: { wanted: noticeHours } }]
  const due = daysAfter(entry, -Math.ceil(noticeHours / 24))
  const details = { due, wanted: noticeHours }
  return [due < today ? { verdict: 'error', code: 'notice_late', details } : { verdict: 'ok', code: 'notice_ok', details }]
}
