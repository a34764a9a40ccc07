import { placesIn } from '../../books/discussion/consulted-text.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import type { Organisation } from '../../books/discussion/organisation.ts'
import { writeContribution, type WhereTo, type WrittenForm, type WritingOutcome } from '../../books/discussion/write-contribution.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { sectionsOf } from '../../books/programme/sections.ts'
import type { AnswersRecord, ContributionRecord } from './contribution-record.ts'
import { openConsultation, type DiscussionInput, type OpenedConsultation, type OpeningNeeds } from './open-consultation.ts'
import { besideOf } from './show-consulted-text.ts'

/** Where somebody wants to say something, as an address says it. */
export interface WritingAt {
  section: string | null
  sentence: string | null
  /** Number of the contribution that is replied to. */
  reply: number | null
}

export interface WritingView extends OpenedConsultation {
  where: WhereTo
  place: ListedContribution['place']
  parent: ListedContribution | null
  /** For which she may write. */
  organisations: readonly Organisation[]
}

type Reading = OpeningNeeds & Pick<ContributionRecord, 'findContribution' | 'listContributions' | 'listOrganisationsOf'> & AnswersRecord

/** What the form shows: the sentence, or the contribution that is replied to. */
export async function showWriting(
  input: DiscussionInput & { at: WritingAt; personId: string },
  needs: Reading,
): Promise<Outcome<WritingView>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { consultation, version } = opened.value
  const { at } = input
  const organisations = await needs.listOrganisationsOf(input.city, input.personId)
  if (at.reply !== null) {
    const found = await needs.findContribution(input.city, consultation, at.reply)
    if (found === null || found.state === 'held') return refuse('contribution_not_found')
    const [parent] = await besideOf(input.city, opened.value, [{ ...found }], needs)
    if (parent === undefined) return refuse('contribution_not_found')
    const where = { section: found.section, sentence: found.sentence, parent: found }
    return done({ ...opened.value, where, place: parent.place, parent, organisations })
  }
  const section = at.sentence === null ? at.section : sectionOf(opened.value, at.sentence)
  const where = { section, sentence: at.sentence, parent: null }
  const place = placesIn(version)(where)
  if ((at.section !== null || at.sentence !== null) && (place === null || (at.sentence !== null && place.sentence === null)))
    return refuse('place_not_found')
  return done({ ...opened.value, where, place, parent: null, organisations })
}

const sectionOf = ({ version }: OpenedConsultation, sentence: string): string | null =>
  sectionsOf(version).find(({ sentences }) => sentences.some(({ id }) => id === sentence))?.id ?? null

/** Somebody says something: whether it may be said. It only reads: ask before anything is written. */
export const checkWriting = ({ where, version, phase }: WritingView, form: WrittenForm): WritingOutcome =>
  writeContribution(form, where, version, phase)

/** What somebody said and is allowed is kept, in one transaction. Returns its number. */
export async function keepWriting(
  { city, consultation }: Pick<DiscussionInput, 'city'> & Pick<OpenedConsultation, 'consultation'>,
  checked: Extract<WritingOutcome, { ok: true }>['value'],
  by: { participant: number; personId: string; organisationId: string | null; language: WrittenForm['language']; at: Date },
  needs: Pick<ContributionRecord, 'addContribution'> & { newId(): string },
): Promise<number> {
  const { text, wording, ...rest } = checked
  return await needs.addContribution(city, consultation, {
    ...rest,
    participant: by.participant,
    personId: by.personId,
    organisationId: by.organisationId,
    language: by.language,
    text: { id: needs.newId(), text },
    wording: wording === null ? null : { id: needs.newId(), text: wording },
    channel: 'web',
    receipt: null,
    writtenAt: by.at,
  })
}
