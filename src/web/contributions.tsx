import type { Hono } from 'hono'
import { countTry } from '../actions/accounts/count-try.ts'
import type { DiscussionInput } from '../actions/discussion/open-consultation.ts'
import { showMine } from '../actions/discussion/show-mine.ts'
import { checkWriting, keepWriting, showWriting, type WritingAt, type WritingView } from '../actions/discussion/write-contribution.ts'
import type { WrittenForm } from '../books/discussion/write-contribution.ts'
import { isLanguage, type Language } from '../books/text.ts'
import { MinePage } from '../pages/discussion/mine-page.tsx'
import { WritePage } from '../pages/discussion/write-page.tsx'
import { discussionPath } from '../pages/discussion/discussion-words.ts'
import { link } from '../pages/frame.ts'
import { found } from './city-route.ts'
import { participantPost, participantRoute, type ParticipantPost, type ParticipantRequest } from './participant-route.tsx'
import type { Site } from './site.ts'

const inputOf = ({ city, consultation, frame, asOf }: ParticipantRequest): DiscussionInput => ({
  city,
  number: consultation.number,
  today: frame.today,
  asOf,
})

/** What residents write: comments, other wordings, replies; and what each finds again of her own. */
export function contributions(app: Hono, site: Site): void {
  participantRoute(app, site, '/write', async (request) => {
    const { query, frame, viewer } = request
    const at = atOf((name) => query.get(name) ?? '')
    const view = found(await showWriting({ ...inputOf(request), at, personId: viewer.personId }, site.record))
    return view && <WritePage frame={frame} {...given(view)} formKey={site.record.newId()} form={{}} problems={[]} wait={0} />
  })
  participantPost(app, site, '/write', async (post) => await write(post, site))

  participantRoute(app, site, '/mine', async (request) => {
    const { participant, frame, query } = request
    const view = found(await showMine({ ...inputOf(request), participant: participant?.number ?? null }, site.record))
    return view && <MinePage frame={frame} {...view} newKey={site.record.newId} withdrawn={query.has('withdrawn')} />
  })
  participantPost(app, site, '/mine/:contribution', async ({ record, city, consultation, participant, frame, parameter }) => {
    const number = Number(parameter('contribution'))
    if (participant === null || !Number.isSafeInteger(number) || number < 1 || number > 1_000_000_000) return null
    const withdrawn = await record.withdrawContribution(city, consultation, number, participant.number)
    return withdrawn ? { location: link(frame, discussionPath(consultation, '/mine'), { withdrawn: String(number) }) } : null
  })
  participantPost(app, site, '/mine/statements/:statement', async ({ record, city, consultation, participant, frame, parameter }) => {
    const number = Number(parameter('statement'))
    if (participant === null || !Number.isSafeInteger(number) || number < 1 || number > 1_000_000_000) return null
    // A moderator may be deciding about it at this moment.
    await record.lockConsultation(city, consultation.number)
    const withdrawn = await record.withdrawStatement(city, consultation, number, participant.number)
    return withdrawn ? { location: link(frame, discussionPath(consultation, '/mine'), { withdrawn: String(number) }) } : null
  })
}

/** Every problem leads back to the form with all that was typed. */
async function write(post: ParticipantPost, site: Site) {
  const { record, city, consultation, viewer, frame, field } = post
  const view = found(await showWriting({ ...inputOf(post), at: atOf(field), personId: viewer.personId }, record))
  if (view === null) return null
  const form = formOf(post)
  const organisation = field('organisation')
  const again = (problems: Parameters<typeof WritePage>[0]['problems'], wait: number) => (
    <WritePage frame={frame} {...given(view)} formKey={field('formKey')} form={{ ...form, organisation }} problems={problems} wait={wait} />
  )
  const outcome = checkWriting(view, form)
  if (!outcome.ok) return { page: again(outcome.problems, 0), status: 422 as const }
  const speaksFor = view.organisations.find(({ id }) => id === organisation) ?? null
  // She was a member when the form was shown, or somebody made the number up.
  if (organisation !== '' && speaksFor === null) return null
  // What is kept counts, not what is refused: the count goes with the transaction.
  const services = site.signIn?.services
  const nowhere = { network: '', deviceMark: null }
  const tooMany = services && (await countTry('contribution', viewer.personId, nowhere, { record, services, now: site.now() }))
  if (tooMany) return { page: again([], Number(tooMany.details?.['seconds'])), status: 429 as const }

  const participant = await post.join()
  const by = { participant, personId: viewer.personId, organisationId: speaksFor?.id ?? null, language: form.language, at: site.now() }
  const number = await keepWriting({ city, consultation }, outcome.value, by, record)
  return { location: wayBack(post, view, number, outcome.value.state === 'held') }
}

/** To the place that it is about, with the message. */
function wayBack({ frame, consultation }: ParticipantPost, { place }: WritingView, number: number, held: boolean): string {
  const message = { [held ? 'held' : 'sent']: String(number) }
  if (place === null) return link(frame, discussionPath(consultation, `/contributions#c-${number}`), message)
  const at = discussionPath(consultation, `/text/${place.section.id}${held ? '' : '#said'}`)
  return link(frame, at, { ...(place.sentence === null ? {} : { sentence: place.sentence.id }), ...message })
}

/** What the page is given of the view. */
const given = ({ consultation, phase, place, parent, organisations }: WritingView) => ({
  consultation,
  phase,
  place,
  parent,
  organisations,
})

function atOf(field: (name: string) => string): WritingAt {
  const reply = Number(field('reply'))
  return {
    section: field('section') || null,
    sentence: field('sentence') || null,
    reply: Number.isSafeInteger(reply) && reply > 0 && reply <= 1_000_000_000 ? reply : null,
  }
}

function formOf({ field, frame }: ParticipantPost): WrittenForm {
  const language = (name: string): Language => (isLanguage(field(name)) ? (field(name) as Language) : frame.words.language)
  return {
    text: field('text'),
    wording: field('wording'),
    quote: field('quote'),
    language: language('language'),
    shownIn: language('shownIn'),
    seen: field('seen').split(' '),
  }
}
