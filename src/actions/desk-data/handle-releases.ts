import { mayDoWith } from '../../books/accounts/department.ts'
import type { Viewer } from '../../books/accounts/viewer.ts'
import type { City, Release } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { staffName, type DeskDataRecord } from './record.ts'

export interface ReleasesView {
  drafts: readonly Release[]
  published: readonly Release[]
}

/** Drafts and published releases, newest first. */
export async function showDeskReleases({ city, now }: { city: City; now: Date }, record: DeskDataRecord): Promise<ReleasesView> {
  const [drafts, published] = await Promise.all([record.listDraftReleases(city), record.listReleases(city, now)])
  return { drafts, published }
}

interface HandleInput {
  city: City
  viewer: Viewer
  number: number
  now: Date
}

/**
 * A draft becomes part of the record.
 *
 * Refusals  release_not_found, draft_gone, indicator_not_yours, draft_overtaken
 */
export async function publishDraft({ city, viewer, number, now }: HandleInput, record: DeskDataRecord): Promise<Outcome<Release>> {
  await record.takeTurn(city)
  const found = await findHandled({ city, viewer, number }, record)
  if (!found.ok) return found
  const release = found.value
  if (release.status !== 'draft') return refuse('draft_gone')
  const [overtaking] = await record.listOvertaking(city, release.id)
  if (overtaking !== undefined) return refuse('draft_overtaken', undefined, { number: overtaking })
  if (!(await record.publishRelease(city, release.id, now))) return refuse('draft_gone')
  await addReleaseChange('release.publish', { city, viewer, number, now }, { status: 'draft' }, { status: 'published' }, record)
  return done(release)
}

/** A draft is thrown away; nothing of it was ever part of the record. */
export async function discardDraftRelease({ city, viewer, number, now }: HandleInput, record: DeskDataRecord): Promise<Outcome<Release>> {
  await record.takeTurn(city)
  const found = await findHandled({ city, viewer, number }, record)
  if (!found.ok) return found
  if (!(await record.discardDraft(city, found.value.id))) return refuse('draft_gone')
  await addReleaseChange('release.discard', { city, viewer, number, now }, { status: 'draft', title: found.value.title }, null, record)
  return found
}

export const longestReason = 1000

/**
 * A published release no longer counts from now on; what it brought stays readable.
 *
 * Refusals  release_not_found, reason_missing, text_too_long, indicator_not_yours, release_not_published
 */
export async function withdraw(
  { city, viewer, number, now, reason }: HandleInput & { reason: string },
  record: DeskDataRecord,
): Promise<Outcome<Release>> {
  await record.takeTurn(city)
  const found = await findHandled({ city, viewer, number }, record)
  if (!found.ok) return found
  const why = reason.trim()
  if (why === '') return refuse('reason_missing', 'reason')
  if (why.length > longestReason) return refuse('text_too_long', 'reason', { limit: longestReason, length: why.length })
  if (!(await record.withdrawRelease(city, found.value.id, now, staffName(viewer.personId), why))) return refuse('release_not_published')
  await addReleaseChange(
    'release.withdraw',
    { city, viewer, number, now },
    { status: 'published' },
    { status: 'withdrawn', reason: why },
    record,
  )
  return found
}

/** A release of which every indicator is the viewer's to publish. */
export async function findHandled({ city, viewer, number }: Omit<HandleInput, 'now'>, record: DeskDataRecord): Promise<Outcome<Release>> {
  const release = await record.findRelease(city, number)
  if (release === null) return refuse('release_not_found')
  const [indicators, departments] = await Promise.all([record.listIndicatorsOf(city, release.id), record.listDepartments(city)])
  const foreign = indicators.find((indicator) => !mayDoWith(viewer, city, 'readings.publish', { indicator }, departments))
  // A release without figures (a programme, a map) belongs to those who reach the whole city.
  const wholeCity = viewer.memberships.some((one) => one.cityId === city.id && one.role === 'editor')
  if (foreign !== undefined || (indicators.length === 0 && !wholeCity))
    return refuse('indicator_not_yours', undefined, { indicator: foreign ?? '—' })
  return done(release)
}

const addReleaseChange = (
  action: string,
  { city, viewer, number, now }: HandleInput,
  before: unknown,
  after: unknown,
  record: DeskDataRecord,
): Promise<void> =>
  record.addChange(city, { at: now.toISOString(), by: viewer.personId, action, subject: `release/${number}`, before, after })
