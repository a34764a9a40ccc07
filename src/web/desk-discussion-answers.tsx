import type { Hono } from 'hono'
import { answerContributions, correctAnswer, linkAnswer, unlinkAnswer } from '../actions/discussion/desk/answer.ts'
import { listAlike, showAnswerDesk, waitingPerPage } from '../actions/discussion/desk/show-answer-desk.ts'
import { withoutAnswer } from '../actions/discussion/desk/change-consultation.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { changedSentences, mostAnsweredAtOnce, type AnswerForm } from '../books/discussion/rules/answer-contributions.ts'
import type { Refusal } from '../books/outcome.ts'
import { AnswerPage, NewAnswerPage } from '../pages/desk/discussion/answer-page.tsx'
import { AlikePage, DeskAnswersPage } from '../pages/desk/discussion/answers-page.tsx'
import { deskConsultationPath } from '../pages/desk/discussion/consult-words.ts'
import { link } from '../pages/frame.ts'
import { askedOf, numberOf, publishedOf, textOf } from './desk-consultation.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/consultations/:consultation/answers'

/** The city answers what people said, and shows which sentence it changed. */
export function deskDiscussionAnswers(app: Hono, site: Site): void {
  lists(app, site)
  newAnswers(app, site)
  oneAnswer(app, site)
}

const formOf = (post: DeskPost): AnswerForm => ({ decision: post.field('decision'), reason: textOf(post, 'reason') })
const numbersOf = (given: readonly FormDataEntryValue[]): number[] =>
  given.map((one) => (typeof one === 'string' ? numberOf(one) : 0)).slice(0, mostAnsweredAtOnce + 1)
const answeringOf = (post: DeskPost, site: Site) => ({ ...askedOf(post, site), publicUrl: post.frame.publicUrl })

function lists(app: Hono, site: Site): void {
  const { record } = site
  deskRoute(app, site, path, 'consultations.read', async (request) => {
    const { frame, city, viewer, query } = request
    const consultation = await publishedOf(request, record)
    if (consultation === null) return null
    const pages = Math.max(1, Math.ceil((await record.countContributions(city, consultation, withoutAnswer)) / waitingPerPage))
    const page = Math.min(Math.max(numberOf(query.get('page') ?? '1'), 1), pages)
    const view = await showAnswerDesk(city, consultation, (page - 1) * waitingPerPage, site.now(), record)
    return <DeskAnswersPage {...{ frame, consultation, page, pages }} {...view} mayAnswer={mayDo(viewer, city, 'contributions.answer')} />
  })
  deskRoute(app, site, `${path}/alike`, 'contributions.answer', async (request) => {
    const consultation = await publishedOf(request, record)
    if (consultation === null) return null
    return <AlikePage frame={request.frame} consultation={consultation} clusters={await listAlike(request.city, consultation, record)} />
  })
}

function newAnswers(app: Hono, site: Site): void {
  const page = async (
    request: DeskRequest,
    record: WebRecord,
    numbers: readonly number[],
    { form, refusals }: { form: AnswerForm; refusals: readonly Refusal[] },
  ) => {
    const { frame, city } = request
    const consultation = await publishedOf(request, record)
    if (consultation === null) return null
    const found = await record.listContributions(city, consultation, { ...withoutAnswer, numbers, offset: 0, limit: mostAnsweredAtOnce })
    return <NewAnswerPage {...{ frame, consultation, form, refusals }} contributions={found} formKey={site.record.newId()} />
  }
  deskRoute(app, site, `${path}/new`, 'contributions.answer', async (request) => {
    const numbers = numbersOf(request.query.getAll('of'))
    const refusals = numbers.length === 0 ? [{ code: 'nobody_chosen' }] : []
    return await page(request, site.record, numbers, { form: { decision: '', reason: {} }, refusals })
  })
  deskPost(app, site, `${path}/new`, 'contributions.answer', async (post) => {
    const [of, form] = [numbersOf(post.form.getAll('of')), formOf(post)]
    const outcome = await answerContributions({ ...answeringOf(post, site), of, form }, post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath(askedOf(post, site), `/answers/${outcome.value}`)) }
    const again = await page(post, post.record, of, { form, refusals: outcome.problems })
    return again && { page: again, status: 422 }
  })
}

function oneAnswer(app: Hono, site: Site): void {
  const page = async (request: DeskRequest, record: WebRecord, shown: { form?: AnswerForm; refusals: readonly Refusal[] }) => {
    const { frame, city, viewer, query, parameter } = request
    const consultation = await publishedOf(request, record)
    const answer = consultation && (await record.findAnswer(city, consultation, numberOf(parameter('answer'))))
    if (consultation === null || answer === null) return null
    const { contributions: numbers } = answer
    const contributions = await record.listContributions(city, consultation, { numbers, offset: 0, limit: mostAnsweredAtOnce })
    const changes = (await record.listChangesOfContributions(city, consultation)).filter((one) => numbers.includes(one.contribution))
    const versions = await record.listProgrammeVersions(city, site.now())
    const own = versions.filter(({ programme }) => programme === consultation.programme)
    const discussed = own.find(({ number }) => number === consultation.version)
    const later = own.filter(({ number }) => number > consultation.version)
    const chosen = later.find(({ number }) => String(number) === query.get('version')) ?? later[0] ?? null
    const sentences = discussed === undefined || chosen === null ? [] : changedSentences(discussed, chosen, contributions)
    return (
      <AnswerPage
        {...{ frame, consultation, answer, contributions, changes, form: answer }}
        {...shown}
        later={{ versions: later, chosen, sentences }}
        mayAnswer={mayDo(viewer, city, 'contributions.answer')}
        newKey={() => site.record.newId()}
      />
    )
  }
  deskRoute(app, site, `${path}/:answer`, 'consultations.read', (request) => page(request, site.record, { refusals: [] }))
  deskPost(app, site, `${path}/:answer`, 'contributions.answer', async (post) => {
    const form = formOf(post)
    const outcome = await correctAnswer({ ...answeringOf(post, site), answer: numberOf(post.parameter('answer')), form }, post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath(askedOf(post, site), `/answers/${outcome.value}`)) }
    const again = await page(post, post.record, { form, refusals: outcome.problems })
    return again && { page: again, status: 422 }
  })
  deskPost(app, site, `${path}/:answer/changes`, 'contributions.answer', async (post) => {
    const change = { version: numberOf(post.field('version')), sentence: post.field('sentence') }
    const asked = { ...answeringOf(post, site), answer: numberOf(post.parameter('answer')), change }
    const versions = await post.record.listProgrammeVersions(post.city, site.now())
    const outcome =
      post.field('do') === 'unlink' ? await unlinkAnswer(asked, post.record) : await linkAnswer({ ...asked, versions }, post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath(asked, `/answers/${asked.answer}#changes`)) }
    const again = await page(post, post.record, { refusals: outcome.problems })
    return again && { page: again, status: 422 }
  })
}
