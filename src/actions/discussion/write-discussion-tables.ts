import type { Contribution } from '../../books/discussion/contribution.ts'
import { decisions, type ContributionChange, type OfficialAnswer } from '../../books/discussion/official-answer.ts'
import type { PublishedContribution } from '../../books/discussion/published-contribution.ts'
import { done, type Outcome } from '../../books/outcome.ts'
import { languages } from '../../books/text.ts'
import { writeContributionsForPeople } from '../../formats/discussion/contributions-csv.ts'
import { writeTableForPeople } from '../../formats/table-for-people.ts'
import type { AnswersRecord, ContributionRecord } from './contribution-record.ts'
import { openConsultation, type DiscussionInput, type OpeningNeeds } from './open-consultation.ts'
import { publicStates } from './show-consulted-text.ts'

/** Rows that are read by one question: others get their turn in between. */
const slice = 1000

/** Everything that was said, with the official answers, as one table: the words of whoever was hidden or forgotten are left out. */
export async function writeContributionsTable(
  input: DiscussionInput,
  needs: OpeningNeeds & Pick<ContributionRecord, 'listContributions'> & AnswersRecord,
): Promise<Outcome<string>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { city } = input
  const { consultation } = opened.value
  const [answers, changes] = [await needs.listAnswers(city, consultation), await needs.listChangesOfContributions(city, consultation)]
  const all: Contribution[] = []
  for (let offset = 0; offset === all.length; offset += slice)
    all.push(...(await needs.listContributions(city, consultation, { states: publicStates, offset, limit: slice })))
  const published = publishedOf(answers, changes)
  return done(writeContributionsForPeople(all.map(published)))
}

/** Official answers with what they answer and what they changed. */
export async function writeAnswersTable(input: DiscussionInput, needs: OpeningNeeds & AnswersRecord): Promise<Outcome<string>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { consultation } = opened.value
  const answers = await needs.listAnswers(input.city, consultation)
  const changes = await needs.listChangesOfContributions(input.city, consultation)
  const header = ['answer', 'decision', 'answered_at', ...languages.map((language) => `reason_${language}`), 'contributions', 'changes']
  const rows = answers.map(({ number, decision, answeredAt, reason, contributions }) => [
    String(number),
    decision,
    answeredAt,
    ...languages.map((language) => reason[language] ?? ''),
    contributions.join(' '),
    [
      ...new Set(
        changes.filter((one) => contributions.includes(one.contribution)).map(({ version, sentence }) => `${version}:${sentence}`),
      ),
    ].join(' '),
  ])
  return done(writeTableForPeople([header, ...rows]))
}

/** How many took part and how much came, one figure a row. */
export async function writeSummaryTable(
  input: DiscussionInput,
  needs: OpeningNeeds & Pick<ContributionRecord, 'countParticipation' | 'countContributions'>,
): Promise<Outcome<string>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { city } = input
  const { consultation, phase } = opened.value
  const counts = await needs.countParticipation(city, consultation)
  const rows: Array<[string, string | number]> = [
    ['phase', phase],
    ['opens_on', consultation.opensOn],
    ['closes_on', consultation.closesOn],
    ...counts.people.map(({ level, count }): [string, number] => [`people_${level}`, count]),
    ['organisations', counts.organisations],
    ['contributions', counts.contributions],
    ['suggestions', counts.suggestions],
    ['replies', counts.replies],
    ['contributions_of_organisations', counts.ofOrganisations],
    ['contributions_answered', counts.answered],
    ['votes', counts.votes],
    ['votes_changed', counts.changedVotes],
  ]
  for (const decision of decisions)
    rows.push([`contributions_${decision}`, await needs.countContributions(city, consultation, { states: publicStates, decision })])
  return done(writeTableForPeople([['figure', 'value'], ...rows.map(([figure, value]) => [figure, String(value)])]))
}

/** Contributions as everybody may read them, with what was answered. */
export function publishedOf(
  answers: readonly OfficialAnswer[],
  changes: readonly ContributionChange[],
): (one: Contribution) => PublishedContribution {
  const byNumber = new Map(answers.map((answer) => [answer.number, answer]))
  return (one) => {
    const answer = one.answer === null ? undefined : byNumber.get(one.answer)
    return {
      number: one.number,
      kind: one.kind,
      parent: one.parent,
      place: { section: one.section ?? '', sentence: one.sentence, quote: one.anchor?.exact ?? null },
      language: one.language,
      text: one.text,
      suggestedWording: one.wording,
      // What came from another system was written on a web site.
      channel: one.channel === 'import' ? 'web' : one.channel,
      organisation: one.organisation?.name ?? null,
      writtenAt: one.writtenAt,
      decision: answer?.decision ?? null,
      reason: answer?.reason ?? null,
      answeredAt: answer?.answeredAt ?? null,
      changes: changes.filter(({ contribution }) => contribution === one.number),
    }
  }
}
