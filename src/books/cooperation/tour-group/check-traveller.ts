import { firstDayOf, lastDayOf, yearsAfter } from '../partial-date.ts'
import type { FindingCode } from './finding-codes.ts'
import { monthsAfter } from './months-after.ts'
import { zoneLettersOf } from './read-list.ts'
import type { Scheme } from './schemes.ts'
import type { Finding, Traveller, TravellerField, Trip } from './traveller.ts'

/** What every list needs of everybody. */
const needed: readonly TravellerField[] = ['surname', 'birth', 'nationality', 'documentNumber', 'expiry']
const oldestAge = 110

/** What can be said about one tourist, whether from a zone or typed, and against the scheme. */
export function checkTraveller(traveller: Traveller, scheme: Scheme, trip: Trip): Finding[] {
  const { values, findings: before } = traveller
  const findings: Finding[] = []
  const find = (field: TravellerField, verdict: Finding['verdict'], code: FindingCode, details: Finding['details'] = {}) =>
    findings.push({ field, verdict, code, details })
  // A zone that cannot be read is said once, not for each of its fields.
  const hasAnswer = (field: TravellerField) =>
    before.some((one) => one.verdict === 'error' && (one.field === field || (one.field === 'zone' && values.documentNumber === '')))
  for (const field of needed)
    if (values[field] === '' && !hasAnswer(field)) {
      if (traveller.hasZone && field === 'birth') find(field, 'unknown', 'birth_unknown')
      else if (traveller.hasZone && field === 'expiry') find(field, 'unknown', 'expiry_unknown')
      else find(field, 'error', 'missing')
    }
  if (!traveller.hasZone) checkTypedNames(values, find)
  checkBirth(values.birth, trip.today, find)
  checkExpiry(values, scheme, trip, find)
  const { nationalities } = scheme
  if (values.nationality !== '' && nationalities.length > 0 && !nationalities.includes(values.nationality))
    find('nationality', 'error', 'nationality_not_in_scheme', { found: values.nationality, wanted: nationalities.join(', ') })
  if (scheme.sameEntryAndExit)
    for (const field of ['entry', 'exit'] as const)
      if (values[field] !== '' && trip[field] !== '' && values[field] !== trip[field])
        find(field, 'error', `${field}_differs`, { found: values[field], wanted: trip[field] })
  if (scheme.blankPages !== null) {
    const pages = Number(values.blankPages)
    if (values.blankPages === '' || !Number.isSafeInteger(pages)) find('blankPages', 'unknown', 'blank_pages_unknown')
    else if (pages < scheme.blankPages) find('blankPages', 'error', 'blank_pages_few', { found: pages, wanted: scheme.blankPages })
    else find('blankPages', 'ok', 'blank_pages_ok')
  }
  return findings
}

type Find = (field: TravellerField, verdict: Finding['verdict'], code: FindingCode, details?: Finding['details']) => void

function checkTypedNames(values: Traveller['values'], find: Find): void {
  for (const field of ['surname', 'givenNames'] as const) {
    if (values[field] === '') continue
    find(field, 'unknown', zoneLettersOf(values[field]) === null ? 'other_letters' : 'no_check_digit')
  }
}

/** A zone has no century, so what was decided is said; a typed year is taken as it stands. */
function checkBirth(birth: string, today: string, find: Find): void {
  const first = firstDayOf(birth)
  if (first === null) return
  if (first > today) find('birth', 'error', 'birth_in_future', { found: birth })
  else if (yearsAfter(first, oldestAge) < today) find('birth', 'warning', 'age_unlikely', { found: birth })
  else if (birth.length < 10) find('birth', 'unknown', 'birth_partly_known', { found: birth })
  else find('birth', 'ok', 'birth_ok', { found: birth })
}

function checkExpiry({ birth, expiry }: Traveller['values'], { validity }: Scheme, trip: Trip, find: Find): void {
  const last = lastDayOf(expiry)
  if (last === null) return
  if (birth !== '' && last <= (firstDayOf(birth) ?? '')) return find('expiry', 'error', 'expiry_before_birth')
  const from = trip[validity.after] || trip.exit || trip.entry
  const wanted = from === '' ? trip.today : monthsAfter(from, validity.months)
  if (last < trip.today) find('expiry', 'error', 'expired', { found: expiry })
  else if (last < wanted) find('expiry', 'error', 'expires_too_soon', { found: expiry, wanted })
  else if (from === '') find('expiry', 'unknown', 'trip_days_missing', { found: expiry })
  else find('expiry', 'ok', 'expiry_ok', { found: expiry, wanted })
}
