import type { Hono } from 'hono'
import { enterPaper } from '../actions/discussion/desk/enter-paper.ts'
import type { PaperForm } from '../books/discussion/rules/read-paper-form.ts'
import type { Refusal } from '../books/outcome.ts'
import { deskConsultationPath } from '../pages/desk/discussion/consult-words.ts'
import { PaperPage } from '../pages/desk/discussion/paper-page.tsx'
import { link } from '../pages/frame.ts'
import { askedOf, numberOf, publishedOf, versionOf } from './desk-consultation.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/consultations/:consultation/paper'

/** What came on paper or was said at a meeting is entered at the desk, and counts as everything else. */
export function deskDiscussionPaper(app: Hono, site: Site): void {
  const page = async (
    request: DeskRequest,
    record: WebRecord,
    shown: { form: PaperForm; refusals: readonly Refusal[]; entered: number | 'votes' | null },
  ) => {
    const { frame, city } = request
    const consultation = await publishedOf(request, record)
    const version = consultation && (await versionOf(request, consultation, record, site))
    if (consultation === null || version === null) return null
    const counts = await record.countByChannel(city, consultation)
    return <PaperPage {...{ frame, consultation, version, counts }} {...shown} formKey={site.record.newId()} />
  }

  // What is the same on the next form of the pile is kept in the address; nothing of what people wrote is.
  deskRoute(app, site, path, 'paper.enter', async (request) => {
    const { query, frame } = request
    const kept = (name: string, otherwise: string) => query.get(name) ?? otherwise
    const form = {
      ...empty,
      day: kept('day', frame.today),
      channel: kept('channel', 'paper'),
      place: kept('place', ''),
      language: kept('language', frame.words.language),
    }
    const before = kept('entered', '')
    return await page(request, site.record, { form, refusals: [], entered: before === 'votes' ? before : numberOf(before) || null })
  })

  deskPost(app, site, path, 'paper.enter', async (post) => {
    const form = formOf(post)
    const consultation = await publishedOf(post, post.record)
    const version = consultation && (await versionOf(post, consultation, post.record, site))
    if (consultation === null || version === null || site.signIn === null) return null
    const needs = { record: post.record, services: site.signIn.services }
    const outcome = await enterPaper({ ...askedOf(post, site), version, form }, needs)
    if (outcome === null) return null
    if (outcome.ok) {
      const { day, channel, place, language } = form
      const next = { day, channel, place, language, entered: String(outcome.value ?? 'votes') }
      return { location: link(post.frame, deskConsultationPath(consultation, '/paper'), next) }
    }
    const again = await page(post, post.record, { form, refusals: outcome.problems, entered: null })
    return again && { page: again, status: 422 }
  })
}

const empty: PaperForm = {
  receipt: '',
  day: '',
  channel: '',
  place: '',
  language: '',
  sentence: '',
  text: '',
  wording: '',
  votes: '',
  code: '',
}

const formOf = ({ field }: DeskPost): PaperForm =>
  Object.fromEntries(Object.keys(empty).map((name) => [name, field(name)])) as unknown as PaperForm
