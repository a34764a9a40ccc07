import { countSections, placesIn } from '../../books/discussion/consulted-text.ts'
import type { Contribution } from '../../books/discussion/contribution.ts'
import { listBeside, type ListedContribution } from '../../books/discussion/listed-contribution.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { Sentence } from '../../books/programme/programme.ts'
import { sectionsOf, type Section } from '../../books/programme/sections.ts'
import type { AnswersRecord, ContributionRecord } from './contribution-record.ts'
import { openConsultation, type DiscussionInput, type OpenedConsultation, type OpeningNeeds } from './open-consultation.ts'

/** Contributions beside a section, on one page. */
const besideSection = 20

/** What stands in a list: held ones wait for a moderator and are not there yet. */
export const publicStates = ['shown', 'hidden', 'withdrawn'] as const

export interface TextView extends OpenedConsultation {
  sections: ReturnType<typeof countSections>
  /** Said about the whole text. */
  onWhole: number
}

export interface SectionView extends OpenedConsultation {
  section: Section
  before: Section | null
  after: Section | null
  sentences: ReadonlyArray<{ sentence: Sentence; number: number; count: number }>
  selected: Sentence | null
  contributions: readonly ListedContribution[]
  page: number
  pages: number
}

type Needs = OpeningNeeds & Pick<ContributionRecord, 'listContributions' | 'countContributions' | 'countBySentence'> & AnswersRecord

/** The text that is discussed, section by section. */
export async function showConsultedText(
  input: DiscussionInput,
  needs: OpeningNeeds & Pick<ContributionRecord, 'countBySentence'>,
): Promise<Outcome<TextView>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const counts = await needs.countBySentence(input.city, opened.value.consultation)
  return done({
    ...opened.value,
    sections: countSections(opened.value.version, counts),
    onWhole: counts.reduce((sum, one) => sum + (one.section === null ? one.count : 0), 0),
  })
}

/** One section, and beside it what is said about it, or about one of its sentences. */
export async function showSection(
  input: DiscussionInput & { section: string; sentence: string | null; page: number },
  needs: Needs,
): Promise<Outcome<SectionView>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { consultation, version } = opened.value
  const sections = sectionsOf(version).filter(({ sentences }) => sentences.length > 0)
  const at = sections.findIndex(({ id }) => id === input.section)
  const section = sections[at]
  if (section === undefined) return refuse('section_not_found')
  const selected = section.sentences.find(({ id }) => id === input.sentence) ?? null
  const filter = {
    section: section.id,
    ...(selected === null ? {} : { sentence: selected.id }),
    states: publicStates,
    topLevel: true,
  }
  const { city } = input
  const [counts, all] = await Promise.all([needs.countBySentence(city, consultation), needs.countContributions(city, consultation, filter)])
  const pages = Math.max(1, Math.ceil(all / besideSection))
  const page = Math.min(Math.max(1, input.page), pages)
  const contributions = await needs.listContributions(city, consultation, {
    ...filter,
    offset: (page - 1) * besideSection,
    limit: besideSection,
    newestFirst: true,
  })
  return done({
    ...opened.value,
    section,
    before: sections[at - 1] ?? null,
    after: sections[at + 1] ?? null,
    sentences: section.sentences.map((sentence, index) => ({
      sentence,
      number: index + 1,
      count: counts.find((one) => one.section === section.id && one.sentence === sentence.id)?.count ?? 0,
    })),
    selected,
    contributions: await besideOf(input.city, opened.value, contributions, needs),
    page,
    pages,
  })
}

/** Replies under one contribution; more of them stand on its own page. */
const mostReplies = 200

/** Replies, answers and changes of contributions that are on a page. */
export async function besideOf(
  city: DiscussionInput['city'],
  { consultation, version }: OpenedConsultation,
  contributions: readonly Contribution[],
  needs: Pick<ContributionRecord, 'listContributions'> & AnswersRecord,
): Promise<ListedContribution[]> {
  const parents = contributions.map(({ number }) => number)
  const [replies, answers, changes] = await Promise.all([
    needs.listContributions(city, consultation, { parents, states: publicStates, offset: 0, limit: mostReplies }),
    needs.listAnswers(city, consultation),
    needs.listChangesOfContributions(city, consultation),
  ])
  return listBeside(contributions, { placeOf: placesIn(version), answers, changes, replies })
}
