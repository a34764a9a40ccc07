import type { Hono } from 'hono'
import { enterValue } from '../actions/desk-data/enter-value.ts'
import { publishValues } from '../actions/desk-data/publish-values.ts'
import { showEntry, showSeriesToEnter, showValues } from '../actions/desk-data/show-values.ts'
import { newSourceOf } from '../books/indicators/entry/new-source.ts'
import type { EntryForm } from '../books/indicators/entry/read-entry.ts'
import type { EntryView } from '../books/indicators/entry/values-view.ts'
import type { SeriesKey, Source } from '../books/indicators/figure.ts'
import { languages, type MultilingualText } from '../books/text.ts'
import { link } from '../pages/frame.ts'
import { problemOfRefusal } from '../pages/desk/problem-words.ts'
import { PublishPage } from '../pages/desk/values/publish-page.tsx'
import { SeriesPage } from '../pages/desk/values/series-page.tsx'
import { ValuesPage } from '../pages/desk/values/values-page.tsx'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import type { Site } from './site.ts'

const path = '/values'

/** Data officers enter and correct values, see them beside what stands, and publish them. */
export function deskValues(app: Hono, site: Site): void {
  const newKey = () => site.record.newId()
  const asked = ({ city, viewer, frame }: DeskRequest) => ({ city, viewer, now: site.now(), today: frame.today })

  deskRoute(app, site, path, 'readings.enter', async (request) => {
    const code = request.query.get('indicator')
    const [view, chosen] = await Promise.all([
      showValues(asked(request), site.record),
      code === null ? null : showSeriesToEnter({ ...asked(request), code }, site.record),
    ])
    return <ValuesPage frame={request.frame} view={view} chosen={chosen} newKey={newKey} />
  })

  deskRoute(app, site, `${path}/series`, 'readings.enter', async (request) => {
    const get = (name: string) => request.query.get(name) ?? ''
    const { key, newSource } = keyOf([...request.query], get)
    const view = await showEntry({ ...asked(request), key, newSource }, site.record)
    if (view === null) return await notASeries(request, key.indicator)
    const openedAt = site.now().toISOString()
    return (
      <SeriesPage
        frame={request.frame}
        view={view}
        form={formOf(view, get('period'), request.viewer.personId)}
        formKey={newKey()}
        openedAt={openedAt}
      />
    )
  })

  /** The lists do not make such a series: the indicator's page says so; null where the indicator is not the viewer's either. */
  async function notASeries(request: DeskRequest, code: string) {
    const chosen = await showSeriesToEnter({ ...asked(request), code }, site.record)
    if (chosen === null) return null
    const view = await showValues(asked(request), site.record)
    const problems = [{ field: 'source', text: request.frame.words.t('entry.seriesUnknown') }]
    return <ValuesPage frame={request.frame} view={view} chosen={chosen} newKey={newKey} problems={problems} />
  }

  deskPost(app, site, `${path}/series`, 'readings.enter', async (post) => {
    const { frame, city, viewer, field, record } = post
    const { key, newSource } = keyOf(
      [...post.form].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
      field,
    )
    const form = readEntryForm(post)
    const now = site.now()
    const opened = Date.parse(field('openedAt'))
    const openedAt = Number.isNaN(opened) ? now : new Date(Math.min(opened, now.getTime()))
    const answer = await enterValue({ city, viewer, now, key, newSource, form, openedAt }, record)
    if (answer.kind === 'not_found') return null
    if (answer.kind === 'done') return { location: `${link(frame, '/desk/values', { indicator: key.indicator })}#waiting` }
    const page = { frame, view: answer.view, form, formKey: newKey() }
    if (answer.kind === 'clash') return { page: <SeriesPage {...page} openedAt={now.toISOString()} clash={answer.clash} />, status: 409 }
    const problems = answer.refusals.map((one) => problemOfRefusal(one, frame.words))
    return { page: <SeriesPage {...page} openedAt={field('openedAt')} problems={problems} />, status: 422 }
  })

  deskPost(app, site, `${path}/remove`, 'readings.enter', async ({ frame, city, viewer, field, record }) => {
    const entry = (await record.listEnteredValues(city)).find((one) => one.id === field('id') && one.personId === viewer.personId)
    if (entry === undefined) return null
    await record.removeEnteredValues(city, [entry.id])
    await record.addChange(city, {
      at: site.now().toISOString(),
      by: viewer.personId,
      action: 'reading.take_back',
      subject: `series/${entry.seriesId}/${entry.timePeriod}`,
      before: { value: entry.value, obsStatus: entry.obsStatus },
      after: null,
    })
    return { location: link(frame, '/desk/values') }
  })

  deskRoute(app, site, `${path}/publish`, 'readings.publish', async (request) => {
    const view = await showValues(asked(request), site.record)
    const codes = [...new Set(view.mine.map((one) => one.entry.series.indicator))].join(', ')
    const { words } = request.frame
    const title = { [words.language]: codes === '' ? '' : words.t('entry.releaseNameGuess', { indicators: codes }) }
    return <PublishPage frame={request.frame} view={view} title={title} newKey={newKey} />
  })

  deskPost(
    app,
    site,
    `${path}/publish`,
    'readings.publish',
    async (post) => {
      const { frame, record, field } = post
      const title = threeOf('title', field)
      const outcome = await publishValues({ ...asked(post), title }, record)
      if (outcome.ok) return { location: link(frame, `/desk/releases/${outcome.value.number}`) }
      const view = await showValues(asked(post), record)
      const problems = [problemOfRefusal(outcome.refusal, frame.words)]
      const status = outcome.refusal.code === 'values_overtaken' ? 409 : 422
      return { page: <PublishPage frame={frame} view={view} title={title} newKey={newKey} problems={problems} />, status }
    },
    { fresh: true },
  )
}

/** The natural key of a series, from the fields of an address or a form. */
function keyOf(
  fields: ReadonlyArray<readonly [string, string]>,
  get: (name: string) => string,
): { key: SeriesKey; newSource: Source | null } {
  const newSource = get('source') === '' || get('source').startsWith('office-') ? newSourceOf(threeOf('source', get)) : null
  const dimensions = fields.flatMap(([name, code]) =>
    name.startsWith('dimension:') && code !== '' ? [[name.slice('dimension:'.length), code]] : [],
  )
  return {
    key: {
      indicator: get('indicator'),
      refArea: get('area'),
      source: newSource?.id ?? get('source'),
      method: get('method'),
      boundary: get('boundary'),
      unit: get('unit'),
      dimensions: Object.fromEntries(dimensions) as Record<string, string>,
    },
    newSource,
  }
}

const threeOf = (name: string, get: (name: string) => string): MultilingualText =>
  Object.fromEntries(languages.map((language) => [language, get(`${name}-${language}`)]))

const readEntryForm = ({ field }: DeskPost): EntryForm => ({
  timePeriod: field('period'),
  value: field('value'),
  remove: field('remove') === '1',
  obsStatus: field('status'),
  note: threeOf('note', field),
  place: field('place'),
  reason: field('reason'),
})

/** A form as it is opened: with what the person entered before, or what stands, or nothing. */
function formOf(view: EntryView, timePeriod: string, personId: string): EntryForm {
  const waiting = view.waiting.find((one) => one.personId === personId && one.timePeriod === timePeriod)
  if (waiting !== undefined) {
    const { typed, value, obsStatus, note, place, reason } = waiting
    return {
      timePeriod,
      value: typed,
      remove: value === null,
      obsStatus: value === null ? '' : (obsStatus ?? ''),
      note: note ?? {},
      place,
      reason,
    }
  }
  const stands = view.figures.find((one) => one.timePeriod === timePeriod)
  const obsStatus = stands?.value == null ? '' : (stands.obsStatus ?? '')
  return { timePeriod, value: stands?.value ?? '', remove: false, obsStatus, note: stands?.note ?? {}, place: '', reason: '' }
}
