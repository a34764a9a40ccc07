import type { Department } from '../accounts/department.ts'
import type { Permission } from '../accounts/role.ts'
import { mayDo, type Viewer } from '../accounts/viewer.ts'
import { listWaits, type CooperationWait, type CooperationWaits } from '../cooperation/desk-view.ts'
import type { ProgressState } from '../indicators/assess-series.ts'
import type { Release } from '../indicators/figure.ts'
import type { DraftProblem, Priority } from '../programme/draft/check-draft.ts'
import { languages, type MultilingualText } from '../text.ts'
import { isValueDue } from './values-due.ts'

/** Something that somebody at the desk should look at, and what its page needs to lead there. */
export type Attention = { priority: Priority } & (
  | { kind: 'draft_blocked' | 'draft_incomplete' | 'draft_unknown'; programme: string; title: MultilingualText; count: number }
  | { kind: 'target_missed'; goal: string; name: MultilingualText }
  | { kind: 'values_due'; indicator: string; name: MultilingualText; last: string }
  | { kind: 'release_waiting'; release: number; title: MultilingualText }
  | { kind: 'notices'; release: number; title: MultilingualText; count: number }
  | { kind: 'names_untranslated'; indicator: string; count: number }
  | { kind: 'mistakes'; count: number }
  | { kind: 'cooperation'; wait: CooperationWait; count: number }
)

/** What the list is made from. */
export interface AttentionMatter {
  /** ISO day in the city. */
  today: string
  departments: readonly Department[]
  /** Indicators that somebody answers for: chosen by the programme or given to a department. Periods of each of their series, in order. */
  watched: ReadonlyArray<{ indicator: string; name: MultilingualText; periods: readonly string[] }>
  targets: ReadonlyArray<{ goal: string; name: MultilingualText; indicator: string | null; state: ProgressState }>
  drafts: ReadonlyArray<{ programme: string; title: MultilingualText; problems: readonly DraftProblem[] }>
  /** Published ones, newest first. */
  releases: readonly Release[]
  waitingReleases: readonly Release[]
  /** Names of indicators, as they are shown. */
  names: ReadonlyArray<{ indicator: string; name: MultilingualText }>
  /** Reports of mistakes that nobody has answered. */
  mistakes: number
  /** What waits at the desk of cooperation; null: the viewer does not write there, and nobody counted. */
  cooperation: CooperationWaits | null
}

/**
 * What needs the viewer's attention in a city, the most urgent first: what keeps something from being published, what is to be completed,
 * what the data do not have. A data officer sees what her departments answer for, and nothing else.
 */
export function listAttention(viewer: Pick<Viewer, 'memberships'>, city: { id: string }, matter: AttentionMatter): Attention[] {
  const may = (permission: Permission) => mayDo(viewer, city, permission)
  const own = reachOf(viewer, city, matter.departments)
  const found: Attention[] = [
    ...(may('measures.write') ? matter.drafts.flatMap((draft) => ofDraft(draft, own)) : []),
    ...(may('readings.publish') && own === null ? matter.waitingReleases.map(waiting) : []),
    ...(may('mistakes.answer') && matter.mistakes > 0 ? [{ priority: 'p2', kind: 'mistakes', count: matter.mistakes } as const] : []),
    ...(may('readings.enter') ? matter.targets.flatMap((target) => ofTarget(target, own)) : []),
    ...(may('readings.publish') && own === null ? latestBySource(matter.releases).flatMap(ofNotices) : []),
    ...(may('indicators.write') ? untranslated(matter.names) : []),
    ...(may('readings.enter') ? due(matter, own) : []),
    ...(may('cooperation.write') && matter.cooperation !== null ? listWaits(matter.cooperation).map(ofCooperation) : []),
  ]
  return found.sort((a, b) => (a.priority < b.priority ? -1 : a.priority > b.priority ? 1 : 0))
}

const ofCooperation = (one: ReturnType<typeof listWaits>[number]): Attention => ({ kind: 'cooperation', ...one })

/** Indicators and measures that somebody answers for; null: the whole city. */
interface Reach {
  indicators: ReadonlySet<string>
  measures: ReadonlySet<string>
}

function reachOf(viewer: Pick<Viewer, 'memberships'>, city: { id: string }, departments: readonly Department[]): Reach | null {
  const here = viewer.memberships.filter(({ cityId }) => cityId === city.id)
  if (!here.some(({ role }) => role === 'data_officer') || here.some(({ role }) => role === 'editor')) return null
  const own = departments.filter(({ id }) => here.some(({ department }) => department === id))
  return {
    indicators: new Set(own.flatMap(({ indicators }) => indicators)),
    measures: new Set(own.flatMap(({ measures }) => measures)),
  }
}

const draftKinds = { p1: 'draft_blocked', p2: 'draft_incomplete', p3: 'draft_unknown' } as const

function ofDraft({ programme, title, problems }: AttentionMatter['drafts'][number], own: Reach | null): Attention[] {
  const seen = problems.filter(({ element }) => own === null || (element.kind === 'measure' && own.measures.has(element.id)))
  return (['p1', 'p2', 'p3'] as const).flatMap((priority) => {
    const count = seen.filter((problem) => problem.priority === priority).length
    return count === 0 ? [] : [{ priority, kind: draftKinds[priority], programme, title, count }]
  })
}

const waiting = ({ number, title }: Release): Attention => ({ priority: 'p2', kind: 'release_waiting', release: number, title })

function ofTarget({ goal, name, indicator, state }: AttentionMatter['targets'][number], own: Reach | null): Attention[] {
  const isOwn = own === null || (indicator !== null && own.indicators.has(indicator))
  return isOwn && (state === 'missed' || state === 'reverse') ? [{ priority: 'p2', kind: 'target_missed', goal, name }] : []
}

/** Notices of a release are past when its source publishes again: only the latest of each source counts. */
function latestBySource(releases: readonly Release[]): Release[] {
  const published = releases.filter(({ status, kind }) => status === 'published' && kind === 'import')
  return published.filter((one, at) => published.findIndex(({ source }) => source === one.source) === at)
}

function ofNotices({ number, title, noticeCounts }: Release): Attention[] {
  const count = Object.values(noticeCounts).reduce((sum, each) => sum + each, 0)
  return count === 0 ? [] : [{ priority: 'p2', kind: 'notices', release: number, title, count }]
}

/** All names that lack a language as one entry; it leads to the first. */
function untranslated(names: AttentionMatter['names']): Attention[] {
  const lacking = names.filter(({ name }) => languages.some((language) => !name[language]?.trim()))
  const [first] = lacking
  return first === undefined ? [] : [{ priority: 'p2', kind: 'names_untranslated', indicator: first.indicator, count: lacking.length }]
}

/** One entry for each indicator, however many of its series are late. */
function due({ watched, today }: AttentionMatter, own: Reach | null): Attention[] {
  const late = watched.filter(({ indicator, periods }) => (own === null || own.indicators.has(indicator)) && isValueDue(periods, today))
  return [...new Map(late.map((one) => [one.indicator, one])).values()].map(({ indicator, name, periods }) => ({
    priority: 'p3',
    kind: 'values_due',
    indicator,
    name,
    last: periods.at(-1) ?? '',
  }))
}
