import { contributionKinds, type ContributionKind } from '../../books/discussion/contribution.ts'
import { placesIn } from '../../books/discussion/consulted-text.ts'
import { listBeside, type ListedContribution } from '../../books/discussion/listed-contribution.ts'
import { decisions, type Decision } from '../../books/discussion/official-answer.ts'
import { traceOf, type Trace } from '../../books/discussion/trace.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { sectionsOf, type Section } from '../../books/programme/sections.ts'
import type { AnswersRecord, ContributionRecord } from './contribution-record.ts'
import { openConsultation, type DiscussionInput, type OpenedConsultation, type OpeningNeeds } from './open-consultation.ts'
import { besideOf, publicStates } from './show-consulted-text.ts'

/** Contributions on one page of the list. */
const perPage = 50

/** What a reader of the list looks for; null: everything. */
export interface SaidFilter {
  kind: ContributionKind | null
  section: string | null
  /** `waiting`: without an answer. */
  answer: Decision | 'waiting' | null
  by: 'people' | 'organisations' | null
}

export interface SaidView extends OpenedConsultation {
  filter: SaidFilter
  sections: readonly Section[]
  contributions: readonly ListedContribution[]
  all: number
  page: number
  pages: number
}

export interface OneSaidView extends OpenedConsultation {
  one: ListedContribution
  trace: Trace
  /** What a reply replies to. */
  parent: ListedContribution | null
}

type Needs = OpeningNeeds & Pick<ContributionRecord, 'listContributions' | 'countContributions' | 'findContribution'> & AnswersRecord

/** Reads the filter of an address; what nobody knows is left out. */
export function readSaidFilter(query: URLSearchParams): SaidFilter {
  const one = <T extends string>(name: string, known: readonly T[]): T | null => known.find((value) => value === query.get(name)) ?? null
  return {
    kind: one('kind', contributionKinds),
    section: query.get('section') || null,
    answer: one('answer', [...decisions, 'waiting']),
    by: one('by', ['people', 'organisations']),
  }
}

/** Everything that was said, newest first. */
export async function listSaid(input: DiscussionInput & { filter: SaidFilter; page: number }, needs: Needs): Promise<Outcome<SaidView>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { consultation, version } = opened.value
  const { kind, section, answer, by } = input.filter
  const filter = {
    states: publicStates,
    ...(kind === null ? {} : { kind }),
    ...(section === null ? {} : { section }),
    ...(answer === null ? {} : answer === 'waiting' ? { hasAnswer: false } : { decision: answer }),
    ...(by === null ? {} : { organisation: by === 'organisations' }),
  }
  const { city } = input
  const all = await needs.countContributions(city, consultation, filter)
  const pages = Math.max(1, Math.ceil(all / perPage))
  const page = Math.min(Math.max(1, input.page), pages)
  const [contributions, answers, changes] = await Promise.all([
    needs.listContributions(city, consultation, { ...filter, offset: (page - 1) * perPage, limit: perPage, newestFirst: true }),
    needs.listAnswers(city, consultation),
    needs.listChangesOfContributions(city, consultation),
  ])
  return done({
    ...opened.value,
    filter: input.filter,
    sections: sectionsOf(version).filter(({ sentences }) => sentences.length > 0),
    contributions: listBeside(contributions, { placeOf: placesIn(version), answers, changes, replies: [] }),
    all,
    page,
    pages,
  })
}

/** One contribution with everything around it. */
export async function showSaid(input: DiscussionInput & { contribution: number }, needs: Needs): Promise<Outcome<OneSaidView>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { consultation } = opened.value
  const found = await needs.findContribution(input.city, consultation, input.contribution)
  if (found === null || found.state === 'held') return refuse('contribution_not_found')
  const above = found.parent === null ? null : await needs.findContribution(input.city, consultation, found.parent)
  const [one, parent] = await besideOf(input.city, opened.value, above === null ? [found] : [found, above], needs)
  if (one === undefined) return refuse('contribution_not_found')
  return done({ ...opened.value, one, parent: parent ?? null, trace: traceOf(one, opened.value.version, opened.value.later) })
}
