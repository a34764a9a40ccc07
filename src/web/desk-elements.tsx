import type { Hono } from 'hono'
import { openDraft, type OpenDraft } from '../actions/desk/open-draft.ts'
import { showElementStatistics } from '../actions/desk/show-element.ts'
import {
  addElement,
  mayStand,
  mostChanges,
  moveElement,
  removeElement,
  restoreElement,
  saveElement,
  type Conflict,
  type Written,
} from '../actions/desk/write-element.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { isElementKind, nameText, subjectOf, type DraftElement, type ElementKind } from '../books/programme/draft/draft.ts'
import { fieldsOf } from '../books/programme/draft/fields.ts'
import { baseText } from '../books/programme/draft/kept-state.ts'
import type { Fields } from '../books/programme/draft/merge-fields.ts'
import { fieldsToWrite } from '../books/programme/draft/who-may.ts'
import { ConflictPage } from '../pages/desk/programme/conflict-page.tsx'
import { draftPath, elementPath } from '../pages/desk/programme/desk-words.ts'
import { rivalsOf, seriesChoices, sourceChoices } from '../pages/desk/programme/element-choices.ts'
import { ElementPage, type ElementPageProps } from '../pages/desk/programme/element-page.tsx'
import { GonePage } from '../pages/desk/programme/gone-page.tsx'
import { HistoryPage } from '../pages/desk/programme/history-page.tsx'
import { ErrorPage } from '../pages/error-page.tsx'
import { link } from '../pages/frame.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest, type PostAnswer } from './desk-route.tsx'
import { readElementForm } from './element-form.ts'
import type { Site, WebRecord } from './site.ts'

/** Pages of single elements of a draft: written, added, moved, removed, brought back. */
export function deskElements(app: Hono, site: Site): void {
  adding(app, site)
  // A data officer writes measures of her department; whether it is one is for the rule of the thing itself.
  editing(app, site, 'measure', 'measures.write')
  editing(app, site, ':kind', 'programme.write')
  placing(app, site)
  history(app, site)
}

function adding(app: Hono, site: Site): void {
  const path = '/programme/:programme/add/:kind'
  deskRoute(app, site, path, 'programme.write', async (request) => {
    const [kind, parent] = [request.parameter('kind'), request.query.get('under') ?? '']
    const opened = await openDraft(request.city, request.parameter('programme'), site.record)
    if (opened === null || !isElementKind(kind) || !mayStand(opened.elements, { kind, parent })) return null
    return <ElementPage {...await propsOf(request, site, site.record, opened, kind, null, { parent })} />
  })
  deskPost(app, site, path, 'programme.write', async (post) => {
    const kind = post.parameter('kind')
    if (!isElementKind(kind)) return null
    const opened = await openDraft(post.city, post.parameter('programme'), post.record)
    const fields = readElementForm(kind, post)
    if (opened === null) return gone(post, fields)
    const props = await propsOf(post, site, post.record, opened, kind, null, { parent: post.field('parent'), fields })
    const input = { ...inputOf(post, site), kind, parent: post.field('parent'), fields, series: props.choices }
    return await answer(post, await addElement(input, post.record), fields, (problems) => <ElementPage {...props} problems={problems} />)
  })
}

function editing(app: Hono, site: Site, kindPath: 'measure' | ':kind', permission: 'measures.write' | 'programme.write'): void {
  const path = `/programme/:programme/${kindPath}/:id`
  deskRoute(app, site, path, permission, async (request) => {
    const opened = await openDraft(request.city, request.parameter('programme'), site.record)
    const element = opened && elementOf(request, opened)
    if (!element || (await mayWrite(request, element, site.record)) === null) return null
    return <ElementPage {...await propsOf(request, site, site.record, opened, element.kind, element, {})} />
  })
  deskPost(app, site, path, permission, async (post) => {
    const kind = kindOf(post)
    if (kind === null) return null
    const fields = readElementForm(kind, post)
    const opened = await openDraft(post.city, post.parameter('programme'), post.record)
    const element = opened && elementOf(post, opened)
    if (!element) return gone(post, fields)
    const props = await propsOf(post, site, post.record, opened, kind, element, { fields })
    const input = { ...inputOf(post, site), name: element, base: post.field('base'), fields, series: props.choices }
    const written = await saveElement(input, post.record)
    if (written.kind === 'conflict') return await conflictAnswer(post, site, props, written.conflict)
    return await answer(post, written, fields, (problems) => <ElementPage {...props} base={post.field('base')} problems={problems} />)
  })
}

/** Moved among its neighbours, removed, brought back. */
function placing(app: Hono, site: Site): void {
  const path = '/programme/:programme/:kind/:id'
  const named = (post: DeskPost) => {
    const kind = kindOf(post)
    return kind === null ? null : { ...inputOf(post, site), name: { kind, id: post.parameter('id') } }
  }
  deskPost(app, site, `${path}/move`, 'programme.write', async (post) => {
    const input = named(post)
    const direction = post.field('direction') === 'up' ? 'up' : 'down'
    return input && (await answer(post, await moveElement({ ...input, direction }, post.record), {}))
  })
  deskPost(app, site, `${path}/restore`, 'programme.write', async (post) => {
    const input = named(post)
    return input && (await answer(post, await restoreElement({ ...input, change: Number(post.field('change')) }, post.record), {}))
  })
  deskPost(app, site, `${path}/remove`, 'programme.write', async (post) => {
    const input = named(post)
    if (input === null) return null
    const written = await removeElement({ ...input, base: post.field('base') }, post.record)
    if (written.kind === 'done') return { location: link(post.frame, draftPath({ programme: input.programme })) }
    if (written.kind !== 'conflict') return await answer(post, written, {})
    const opened = await openDraft(post.city, input.programme, post.record)
    const { element } = written.conflict
    const props = opened && (await propsOf(post, site, post.record, opened, element.kind, element, {}))
    return props && { page: <ElementPage {...props} changedMeanwhile />, status: 409 }
  })
}

function history(app: Hono, site: Site): void {
  const { record } = site
  deskRoute(app, site, '/programme/:programme/:kind/:id/history', 'drafts.read', async (request) => {
    const { frame, city, viewer } = request
    const opened = await openDraft(city, request.parameter('programme'), record)
    const element = opened && elementOf(request, opened)
    if (!element) return null
    const { draft } = opened
    const changes = await record.listChanges(city, { subject: subjectOf(draft, element), offset: 0, limit: mostChanges })
    const names = await record.listNames([...new Set(changes.flatMap(({ by }) => by ?? []))])
    return (
      <HistoryPage {...{ frame, draft, element, changes, names }} mayWrite={mayDo(viewer, city, 'programme.write')} newKey={record.newId} />
    )
  })
}

const inputOf = (request: DeskRequest, site: Site) => ({
  city: request.city,
  viewer: request.viewer,
  at: site.now(),
  programme: request.parameter('programme'),
})

/** The kind that the address names; the address of a measure names it by itself. */
function kindOf({ parameter, frame }: DeskRequest): ElementKind | null {
  const kind = parameter('kind') || (frame.path.split('/')[4] ?? '')
  return isElementKind(kind) ? kind : null
}

function elementOf(request: DeskRequest, { elements }: OpenDraft): DraftElement | null {
  const kind = kindOf(request)
  return (kind && elements.find((one) => nameText(one) === nameText({ kind, id: request.parameter('id') }))) ?? null
}

const mayWrite = async ({ viewer, city }: DeskRequest, element: DraftElement, record: WebRecord) =>
  fieldsToWrite(viewer, city, element, await record.listDepartments(city))

/** Everything that the page of an element shows; `choices` are the series that its form may name. */
async function propsOf(
  request: DeskRequest,
  site: Site,
  record: WebRecord,
  { draft, elements, document, problems }: OpenDraft,
  kind: ElementKind,
  element: DraftElement | null,
  given: { fields?: Fields; parent?: string },
) {
  const { frame, city, viewer } = request
  const parent = given.parent ?? element?.parent ?? ''
  const fields = given.fields ?? (element === null ? {} : fieldsOf(element))
  const statistics = await showElementStatistics(
    { city, at: site.now(), kind, element },
    { actual: fields['actual'] ?? '', baselineYear: fields['baseline.year'] ?? '' },
    record,
  )
  const { from, to } = document.version.period
  const above = elements.find((one) => nameText(one) === (kind === 'goal' && element !== null ? nameText(element) : parent))
  const props: ElementPageProps = {
    ...{ frame, draft, kind, element, parent, fields },
    problems: [],
    attention: element === null ? [] : problems.filter((problem) => nameText(problem.element) === nameText(element)),
    sources: sourceChoices(elements, frame.words),
    series: seriesChoices(statistics.series, fields['actual'] ?? '', frame.words),
    // A period of a century would be a mistake of typing; the form stays usable until it is put right.
    years: Array.from({ length: Math.min(Math.max(to - from + 1, 0), 30) }, (_, at) => from + at),
    rivals: rivalsOf(statistics.rivals, frame),
    officer: !mayDo(viewer, city, 'programme.write'),
    base: element === null ? '' : baseText(draft, element),
    newKey: record.newId,
    saved: request.query.get('saved') !== null,
    goal: above?.kind === 'goal' ? above.content.number : null,
  }
  return { ...props, choices: statistics.choices }
}

const gone = (post: DeskPost, fields: Fields): PostAnswer => ({ page: <GonePage frame={post.frame} fields={fields} />, status: 409 })

/** On to the element's page, or back with what is wrong. */
async function answer(
  post: DeskPost,
  written: Written,
  fields: Fields,
  wrong?: (problems: ElementPageProps['problems']) => Extract<PostAnswer, { page: unknown }>['page'],
): Promise<PostAnswer | null> {
  if (written.kind === 'done')
    return { location: `${link(post.frame, elementPath({ programme: post.parameter('programme') }, written.element))}?saved=1` }
  if (written.kind === 'wrong' && wrong !== undefined) return { page: wrong(written.problems), status: 422 }
  if (written.kind === 'not_allowed') return { page: <ErrorPage frame={post.frame} status={403} />, status: 403 }
  return gone(post, fields)
}

async function conflictAnswer(
  post: DeskPost,
  site: Site,
  props: ElementPageProps,
  { draft, element, merge, theirs }: Conflict,
): Promise<PostAnswer> {
  const names = await post.record.listNames(theirs?.by ? [theirs.by] : [])
  const name =
    theirs === null ? null : (names.get(theirs.by ?? '') ?? post.frame.words.t(theirs.by === null ? 'desk.command_line' : 'desk.somebody'))
  const page = (
    <ConflictPage
      {...props}
      {...{ draft, element, merge }}
      base={baseText(draft, element)}
      newKey={site.record.newId}
      theirs={theirs === null || name === null ? null : { name, at: theirs.at }}
    />
  )
  return { page, status: 409 }
}
