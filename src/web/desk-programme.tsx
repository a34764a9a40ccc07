import { Hono } from 'hono'
import { beginDraft, beginProgramme } from '../actions/desk/begin-draft.ts'
import { countDraftChanges, discardDraft } from '../actions/desk/discard-draft.ts'
import { openDraft } from '../actions/desk/open-draft.ts'
import { publishDraft } from '../actions/desk/publish-draft.ts'
import { showGoal } from '../actions/show-programme.ts'
import { showVersion } from '../actions/show-programme-version.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { compareVersions } from '../books/programme/compare-versions.ts'
import { readFields } from '../books/programme/draft/read-fields.ts'
import { fieldsToWrite } from '../books/programme/draft/who-may.ts'
import { chooseVersion } from '../books/programme/shown-version.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { languages } from '../books/text.ts'
import { BeginProgrammePage } from '../pages/desk/programme/begin-programme-page.tsx'
import { DiscardPage } from '../pages/desk/programme/discard-page.tsx'
import { DraftListPage } from '../pages/desk/programme/draft-list-page.tsx'
import { DraftPage } from '../pages/desk/programme/draft-page.tsx'
import { draftPath } from '../pages/desk/programme/desk-words.ts'
import { GonePage } from '../pages/desk/programme/gone-page.tsx'
import { PublishPage } from '../pages/desk/programme/publish-page.tsx'
import { link, type Frame } from '../pages/frame.ts'
import { DifferencePage } from '../pages/programme/difference-page.tsx'
import { GoalPage } from '../pages/programme/goal-page.tsx'
import { versionPath } from '../pages/programme/programme-words.ts'
import { VersionPage } from '../pages/programme/version-page.tsx'
import { found } from './city-route.ts'
import { deskElements } from './desk-elements.tsx'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import { readElementForm } from './element-form.ts'
import type { Site, WebRecord } from './site.ts'

/** The desk where editors write the next version of the programme. */
export function deskProgramme(site: Site): Hono {
  const app = new Hono({ strict: false })
  beginnings(app, site)
  wholeDraft(app, site)
  publishing(app, site)
  discarding(app, site)
  deskElements(app, site)
  return app
}

/** The list of drafts, and what can be begun. */
function beginnings(app: Hono, site: Site): void {
  const list = async ({ city, frame, viewer }: DeskRequest, record: WebRecord, exists: boolean) => {
    const [drafts, published] = [await record.listDrafts(city), await record.listProgrammeVersions(city, site.now())]
    const last = [...new Map(published.map((version) => [version.programme, version])).values()]
    const mayWrite = mayDo(viewer, city, 'programme.write')
    return <DraftListPage {...{ frame, drafts, mayWrite, exists }} published={last} newKey={record.newId} />
  }
  deskRoute(app, site, '/programme', 'drafts.read', async (request) => await list(request, site.record, false))
  deskPost(app, site, '/programme/begin', 'programme.write', async (post) => {
    const outcome = await beginDraft({ ...inputOf(post, site), programme: post.field('programme') }, post.record)
    if (outcome.ok) return { location: link(post.frame, draftPath(outcome.value)) }
    return outcome.refusal.code === 'draft_exists' ? { page: await list(post, post.record, true), status: 409 } : null
  })

  deskRoute(app, site, '/programme/new', 'programme.write', async ({ frame }) => (
    <BeginProgrammePage frame={frame} fields={{}} problems={[]} formKey={site.record.newId()} />
  ))
  deskPost(app, site, '/programme/new', 'programme.write', async (post) => {
    const fields = { ...readElementForm('head', post), programme: post.field('programme').trim() }
    const { content, problems } = readFields('head', fields, { series: new Map(), sources: new Set() })
    const outcome =
      problems.length > 0 ? null : await beginProgramme({ ...inputOf(post, site), programme: fields.programme, head: content }, post.record)
    if (outcome?.ok) return { location: link(post.frame, draftPath(outcome.value)) }
    const refused = outcome === null ? [] : [{ field: 'programme', code: outcome.refusal.code, details: {} }]
    const page = (
      <BeginProgrammePage frame={post.frame} fields={fields} problems={[...problems, ...refused]} formKey={site.record.newId()} />
    )
    return { page, status: 422 }
  })
}

/** The draft as a tree, as its readers will see it, and as it differs from what is published. */
function wholeDraft(app: Hono, site: Site): void {
  const { record } = site
  deskRoute(app, site, '/programme/:programme', 'drafts.read', async ({ frame, city, viewer, parameter }) => {
    const opened = await openDraft(city, parameter('programme'), record)
    if (opened === null) return null
    const departments = await record.listDepartments(city)
    const { draft, elements, document, problems } = opened
    return (
      <DraftPage
        {...{ frame, draft, elements, problems }}
        title={frame.words.pick(document.version.title)}
        mayWrite={(element) => fieldsToWrite(viewer, city, element, departments) !== null}
        mayAdd={mayDo(viewer, city, 'programme.write')}
        mayPublish={mayDo(viewer, city, 'programme.publish')}
      />
    )
  })
  deskRoute(app, site, '/programme/:programme/preview', 'drafts.read', async ({ frame, city, asOf, parameter }) => {
    const opened = await openDraft(city, parameter('programme'), record)
    if (opened === null) return null
    const { version } = opened.document
    const view = found(
      await showVersion({ city, asOf, number: version.number }, { ...record, listProgrammeVersions: async () => [version] }),
    )
    return view && <VersionPage frame={asRead(frame)} {...view} notice={frame.words.t('desk.preview_notice')} />
  })
  deskRoute(app, site, '/programme/:programme/preview/goals/:number', 'drafts.read', async ({ frame, city, asOf, parameter }) => {
    const opened = await openDraft(city, parameter('programme'), record)
    if (opened === null) return null
    const { version } = opened.document
    const view = found(
      await showGoal({ city, asOf, number: parameter('number') }, { ...record, listProgrammeVersions: async () => [version] }),
    )
    return view && <GoalPage frame={asRead(frame)} view={view} notice={frame.words.t('desk.preview_notice')} />
  })
  deskRoute(app, site, '/programme/:programme/difference', 'drafts.read', async ({ frame, city, parameter }) => {
    const opened = await openDraft(city, parameter('programme'), record)
    const published = await versionsOf(city, parameter('programme'), record, site.now())
    const before = published.find(({ number }) => number === opened?.draft.basedOn)
    if (opened === null || before === undefined) return null
    const after = opened.document.version
    const notice = frame.words.t('desk.preview_notice')
    return <DifferencePage {...{ before, after, notice }} frame={asRead(frame)} difference={compareVersions(before, after)} />
  })
}

/** A page as residents will read it: it has no form, so it goes without the script of forms. */
function asRead(frame: Frame): Frame {
  const { 'desk.js': _, ...assets } = frame.assets
  return { ...frame, assets }
}

function publishing(app: Hono, site: Site): void {
  const show = async (request: DeskRequest, record: WebRecord, given: Pick<Parameters<typeof PublishPage>[0], 'fields' | 'problems'>) => {
    const { frame, city, parameter } = request
    const opened = await openDraft(city, parameter('programme'), record)
    if (opened === null) return null
    const last = (await versionsOf(city, parameter('programme'), record, site.now())).at(-1)?.number ?? 0
    const { draft, problems: attention } = opened
    return <PublishPage {...{ frame, draft, attention, last }} {...given} formKey={site.record.newId()} />
  }
  const path = '/programme/:programme/publish'
  deskRoute(app, site, path, 'programme.publish', async (request) => await show(request, site.record, { fields: {}, problems: [] }))
  const publish = async (post: DeskPost) => {
    const act = Object.fromEntries(languages.map((language) => [language, post.field(`act.${language}`)]))
    const given = { status: post.field('status'), date: post.field('date').trim(), act, after: post.field('after') }
    const outcome = await publishDraft({ ...inputOf(post, site), programme: post.parameter('programme'), ...given }, post.record)
    if (outcome.kind === 'done') {
      const shown = chooseVersion(await post.record.listProgrammeVersions(post.city, site.now()))?.shown.programme
      const { programme } = outcome.version
      return { location: link(post.frame, versionPath(outcome.version), programme === shown ? {} : { programme }) }
    }
    if (outcome.kind === 'gone') return { page: <GonePage frame={post.frame} fields={{}} />, status: 409 as const }
    const fields = {
      status: given.status,
      date: given.date,
      ...Object.fromEntries(languages.map((language) => [`act.${language}`, act[language] ?? ''])),
    }
    const problems =
      outcome.kind === 'wrong' ? outcome.problems : [{ field: '', code: 'blocked', details: { count: outcome.problems.length } }]
    const page = await show(post, post.record, { fields, problems })
    return page && { page, status: 422 as const }
  }
  deskPost(app, site, path, 'programme.publish', publish, { fresh: true })
}

function discarding(app: Hono, site: Site): void {
  const show = async ({ frame, city, parameter }: DeskRequest, record: WebRecord, changed: boolean) => {
    const draft = await record.findDraft(city, parameter('programme'))
    if (draft === null) return null
    const changes = await countDraftChanges(city, draft, record)
    return <DiscardPage {...{ frame, draft, changes, changed }} formKey={site.record.newId()} />
  }
  const path = '/programme/:programme/discard'
  const discard = async (post: DeskPost) => {
    const input = { ...inputOf(post, site), programme: post.parameter('programme') }
    const outcome = await discardDraft({ ...input, draft: post.field('draft'), changes: post.field('changes') }, post.record)
    if (outcome.kind === 'done') return { location: link(post.frame, '/desk/programme') }
    if (outcome.kind === 'gone') return { page: <GonePage frame={post.frame} fields={{}} />, status: 409 as const }
    const page = await show(post, post.record, true)
    return page && { page, status: 409 as const }
  }
  deskRoute(app, site, path, 'programme.publish', async (request) => await show(request, site.record, false))
  deskPost(app, site, path, 'programme.publish', discard, { fresh: true })
}

const versionsOf = async (city: DeskRequest['city'], programme: string, record: WebRecord, at: Date): Promise<ProgrammeVersion[]> =>
  (await record.listProgrammeVersions(city, at)).filter((version) => version.programme === programme)

const inputOf = ({ city, viewer }: DeskRequest, site: Site) => ({ city, viewer, at: site.now() })
