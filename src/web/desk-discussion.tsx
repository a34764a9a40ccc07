import { Hono } from 'hono'
import { close, extend, finish, publishConsultation, withoutAnswer } from '../actions/discussion/desk/change-consultation.ts'
import { countWaiting } from '../actions/discussion/desk/count-waiting.ts'
import { addConsultation, editConsultation } from '../actions/discussion/desk/write-consultation.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { phaseOf, type Consultation } from '../books/discussion/consultation.ts'
import { contentTexts, daysLater, type ConsultationForm } from '../books/discussion/rules/consultation-fields.ts'
import type { Refusal } from '../books/outcome.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { deskConsultationPath } from '../pages/desk/discussion/consult-words.ts'
import { ConsultationFormPage } from '../pages/desk/discussion/consultation-form-page.tsx'
import { ConsultationPage } from '../pages/desk/discussion/consultation-page.tsx'
import { ConsultationsPage } from '../pages/desk/discussion/consultations-page.tsx'
import { defaultContent } from '../pages/desk/discussion/default-texts.ts'
import { FinishPage } from '../pages/desk/discussion/finish-page.tsx'
import { PeriodPage } from '../pages/desk/discussion/period-page.tsx'
import { PreviewPage } from '../pages/desk/discussion/preview-page.tsx'
import { link } from '../pages/frame.ts'
import { deskDiscussionAnswers } from './desk-discussion-answers.tsx'
import { deskDiscussionCodes } from './desk-discussion-codes.tsx'
import { deskDiscussionFile } from './desk-discussion-file.ts'
import { deskDiscussionModeration } from './desk-discussion-moderation.tsx'
import { deskDiscussionPaper } from './desk-discussion-paper.tsx'
import { deskDiscussionPaperTable } from './desk-discussion-paper-table.tsx'
import { deskOrganisations } from './desk-organisations.tsx'
import { askedOf, consultationOf, numberOf, textOf, versionOf } from './desk-consultation.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import { joinDiscussion } from './join-discussion.tsx'
import { moderationLog } from './moderation-log.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/consultations'

/** The desk of the discussion: consultations are written, opened, moderated and answered here. */
export function deskDiscussion(site: Site): Hono {
  const app = new Hono({ strict: false })
  list(app, site)
  drafts(app, site)
  publishing(app, site)
  period(app, site)
  deskDiscussionCodes(app, site)
  deskDiscussionAnswers(app, site)
  deskDiscussionModeration(app, site)
  deskDiscussionPaper(app, site)
  deskDiscussionFile(app, site)
  deskDiscussionPaperTable(app, site)
  deskOrganisations(app, site)
  joinDiscussion(app, site)
  moderationLog(app, site)
  return app
}

function list(app: Hono, site: Site): void {
  deskRoute(app, site, path, 'consultations.read', async ({ frame, city, viewer }) => (
    <ConsultationsPage
      frame={frame}
      consultations={await site.record.listConsultations(city)}
      mayWrite={mayDo(viewer, city, 'consultations.write')}
    />
  ))
}

function drafts(app: Hono, site: Site): void {
  const form = async (
    { frame, city }: DeskRequest,
    record: WebRecord,
    shown: { draft: Consultation | null; form: ConsultationForm; problems: readonly Refusal[] },
  ) => {
    const versions = await record.listProgrammeVersions(city, site.now())
    return <ConsultationFormPage frame={frame} versions={versions} {...shown} formKey={site.record.newId()} />
  }

  deskRoute(app, site, `${path}/new`, 'consultations.write', async (request) => {
    const versions = await site.record.listProgrammeVersions(request.city, site.now())
    const asked = versions.find(({ programme, number }) => `${programme}/${number}` === request.query.get('of'))
    const first = asked ?? versions.findLast(({ programme }) => programme === versions[0]?.programme)
    return await form(request, site.record, { draft: null, form: newForm(first, request.frame.today), problems: [] })
  })
  deskPost(app, site, `${path}/new`, 'consultations.write', async (post) => {
    const given = formOf(post)
    const versions = await post.record.listProgrammeVersions(post.city, site.now())
    const outcome = await addConsultation({ ...askedOf(post, site), form: given, versions }, post.record)
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath({ number: outcome.value })) }
    return { page: await form(post, post.record, { draft: null, form: given, problems: outcome.problems }), status: 422 }
  })

  deskRoute(app, site, `${path}/:consultation/edit`, 'consultations.write', async (request) => {
    const draft = await consultationOf(request, site.record)
    if (draft === null || draft.publishedAt !== null) return null
    return await form(request, site.record, { draft, form: { ...draft, of: `${draft.programme}/${draft.version}` }, problems: [] })
  })
  deskPost(app, site, `${path}/:consultation/edit`, 'consultations.write', async (post) => {
    const given = formOf(post)
    const versions = await post.record.listProgrammeVersions(post.city, site.now())
    const revision = numberOf(post.field('revision'))
    const outcome = await editConsultation({ ...askedOf(post, site), revision, form: given, versions }, post.record)
    const draft = await consultationOf(post, post.record)
    if (outcome === null || draft === null) return null
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath(draft)) }
    return { page: await form(post, post.record, { draft, form: given, problems: outcome.problems }), status: 422 }
  })
}

function publishing(app: Hono, site: Site): void {
  const page = async (request: DeskRequest, record: WebRecord, publishing: Parameters<typeof PreviewPage>[0]['publishing']) => {
    const draft = await consultationOf(request, record)
    if (draft === null || draft.publishedAt !== null) return null
    return (
      <PreviewPage frame={request.frame} draft={draft} version={await versionOf(request, draft, record, site)} publishing={publishing} />
    )
  }
  const deciding = (refusals: readonly Refusal[]) => ({ formKey: site.record.newId(), refusals })

  deskRoute(app, site, `${path}/:consultation/preview`, 'consultations.read', (request) => page(request, site.record, null))
  deskRoute(app, site, `${path}/:consultation/publish`, 'consultations.write', (request) => page(request, site.record, deciding([])))
  const publish = async (post: DeskPost) => {
    const outcome = await publishConsultation(askedOf(post, site), post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath(outcome.value)) }
    const again = await page(post, post.record, deciding(outcome.problems))
    return again && { page: again, status: 422 as const }
  }
  deskPost(app, site, `${path}/:consultation/publish`, 'consultations.write', publish, { fresh: true })
}

/** A published consultation: its page, its last day, and the end of it. */
function period(app: Hono, site: Site): void {
  deskRoute(app, site, `${path}/:consultation`, 'consultations.read', async (request) => {
    const { record } = site
    const { frame, city, viewer } = request
    const consultation = await consultationOf(request, record)
    if (consultation === null) return null
    const version = await versionOf(request, consultation, record, site)
    const waiting = await countWaiting(city, consultation, record)
    return <ConsultationPage {...{ frame, consultation, version, waiting }} may={(permission) => mayDo(viewer, city, permission)} />
  })

  for (const change of ['extend', 'close'] as const) {
    const page = async (request: DeskRequest, record: WebRecord, given: Pick<Parameters<typeof PeriodPage>[0], 'given' | 'refusals'>) => {
      const consultation = await consultationOf(request, record)
      if (consultation === null || consultation.publishedAt === null) return null
      return <PeriodPage frame={request.frame} {...{ consultation, change }} {...given} formKey={site.record.newId()} />
    }
    deskRoute(app, site, `${path}/:consultation/${change}`, 'consultations.write', (request) =>
      page(request, site.record, { given: { closesOn: '', reason: {} }, refusals: [] }),
    )
    const decide = async (post: DeskPost) => {
      const given = { closesOn: post.field('closesOn'), reason: textOf(post, 'reason') }
      const outcome = await { extend, close }[change]({ ...askedOf(post, site), ...given }, post.record)
      if (outcome === null) return null
      if (outcome.ok) return { location: link(post.frame, deskConsultationPath(outcome.value)) }
      const again = await page(post, post.record, { given, refusals: outcome.problems })
      return again && { page: again, status: 422 as const }
    }
    deskPost(app, site, `${path}/:consultation/${change}`, 'consultations.write', decide, { fresh: true })
  }

  const finishing = async (request: DeskRequest, record: WebRecord, refusals: readonly Refusal[]) => {
    const consultation = await consultationOf(request, record)
    if (consultation === null || consultation.publishedAt === null) return null
    if (refusals.length === 0 && phaseOf(consultation, request.frame.today) !== 'closed') return null
    const waiting = {
      count: await record.countContributions(request.city, consultation, withoutAnswer),
      numbers: (await record.listContributions(request.city, consultation, { ...withoutAnswer, offset: 0, limit: 100 })).map(
        ({ number }) => number,
      ),
    }
    return <FinishPage frame={request.frame} {...{ consultation, waiting, refusals }} formKey={site.record.newId()} />
  }
  deskRoute(app, site, `${path}/:consultation/answered`, 'consultations.write', (request) => finishing(request, site.record, []))
  const declare = async (post: DeskPost) => {
    const outcome = await finish(askedOf(post, site), post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath(outcome.value)) }
    const again = await finishing(post, post.record, outcome.problems)
    return again && { page: again, status: 422 as const }
  }
  deskPost(app, site, `${path}/:consultation/answered`, 'consultations.write', declare, { fresh: true })
}

/** A month from today on, and texts that fit most discussions. */
const newForm = (version: ProgrammeVersion | undefined, today: string): ConsultationForm => ({
  of: version === undefined ? '' : `${version.programme}/${version.number}`,
  content: defaultContent(version),
  level: 'mail',
  opensOn: today,
  closesOn: daysLater(today, 30),
})

const formOf = (post: DeskPost): ConsultationForm => ({
  of: post.field('of'),
  content: Object.fromEntries(contentTexts.map((name) => [name, textOf(post, name)])) as unknown as ConsultationForm['content'],
  level: post.field('level'),
  opensOn: post.field('opensOn'),
  closesOn: post.field('closesOn'),
})
