import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import { placesIn } from '../../books/discussion/consulted-text.ts'
import { listBeside } from '../../books/discussion/listed-contribution.ts'
import { done, type Outcome } from '../../books/outcome.ts'
import { writeAtom, type FeedEntry } from '../../formats/atom.ts'
import { authorWords, contributionPath, discussionPath, placeWords } from '../../pages/discussion/discussion-words.ts'
import { link, type Frame } from '../../pages/frame.ts'
import type { AnswersRecord, ContributionRecord } from './contribution-record.ts'
import { openConsultation, type DiscussionInput, type OpenedConsultation, type OpeningNeeds } from './open-consultation.ts'

/** As many of each as a feed reader needs to catch up. */
const newest = 50

/** Somebody follows a consultation: its events, official answers and what is said, as an Atom feed in the reader's language. */
export async function writeDiscussionFeed(
  input: DiscussionInput & { frame: Frame },
  needs: OpeningNeeds & Pick<ContributionRecord, 'listContributions'> & AnswersRecord,
): Promise<Outcome<string>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { consultation, version } = opened.value
  const { frame, city } = input
  const [said, answers] = await Promise.all([
    needs.listContributions(city, consultation, { state: 'shown', offset: 0, limit: newest, newestFirst: true }),
    needs.listAnswers(city, consultation),
  ])
  const listed = listBeside(said, { placeOf: placesIn(version), answers, changes: [], replies: [] })
  const entries = [
    ...eventEntries(frame, opened.value),
    ...answers.slice(-newest).map((answer) =>
      entry(frame, discussionPath(consultation, `/answers#answer-${answer.number}`), answer.answeredAt, {
        title: frame.words.t('discussion.answerTitle', {
          number: String(answer.number),
          decision: frame.words.t(`discussion.decision_${answer.decision}`),
        }),
        summary: frame.words.pick(answer.reason),
      }),
    ),
    ...listed.map((one) => saidEntry(frame, opened.value, one)),
  ].sort((a, b) => (a.published < b.published ? 1 : -1))
  const self = frame.publicUrl + link(frame, discussionPath(consultation, '/feed.atom'))
  return done(
    writeAtom({
      id: self,
      title: frame.words.pick(consultation.content.title),
      language: frame.words.language,
      self,
      page: frame.publicUrl + link(frame, discussionPath(consultation)),
      author: frame.words.t('common.brand'),
      entries: entries.slice(0, newest),
    }),
  )
}

const eventEntries = (frame: Frame, { consultation }: OpenedConsultation): FeedEntry[] =>
  consultation.events.map(({ kind, at, reason }) =>
    entry(frame, discussionPath(consultation, `#${kind}-${at}`), at, {
      title: frame.words.t(`discussion.digest_${kind}`),
      summary: reason === undefined ? '' : frame.words.pick(reason),
    }),
  )

const saidEntry = (frame: Frame, { consultation }: OpenedConsultation, { contribution, place }: ListedContribution): FeedEntry =>
  entry(frame, contributionPath(consultation, contribution.number), contribution.writtenAt, {
    title: `${frame.words.t(`discussion.title_${contribution.kind}`, { number: String(contribution.number) })}, ${placeWords(place, frame.words)}`,
    summary: `${authorWords(contribution, frame.words)}: ${[contribution.text, contribution.wording].filter(Boolean).join(' → ')}`,
  })

const entry = (frame: Frame, path: string, at: string, words: { title: string; summary: string }): FeedEntry => {
  const page = frame.publicUrl + link(frame, path)
  return { id: page, page, published: at, updated: at, ...words }
}
