import type { Hono } from 'hono'
import { chooseCensus } from '../actions/discussion/voices/choose-census.ts'
import { listCensusTables } from '../actions/discussion/voices/list-census-tables.ts'
import type { Consultation } from '../books/discussion/consultation.ts'
import { nameOfChoice } from '../books/discussion/voices/census.ts'
import { voiceFields, type VoiceField } from '../books/discussion/voices/fields.ts'
import type { Refusal } from '../books/outcome.ts'
import { deskConsultationPath } from '../pages/desk/discussion/consult-words.ts'
import { CensusPage } from '../pages/desk/discussion/voices/census-page.tsx'
import { link } from '../pages/frame.ts'
import { consultationOf } from './desk-consultation.ts'
import { deskPost, deskRoute, type DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

/** At the desk of a consultation: which tables of the record its participants are held against. */
export function voicesDesk(app: Hono, site: Site): void {
  const path = '/consultations/:consultation/census'

  deskRoute(app, site, path, 'consultations.write', async (request) => {
    const consultation = await consultationOf(request, site.record)
    if (consultation === null) return null
    const choices = await site.record.findCensusChoices(request.city, consultation)
    const shown = { chosen: byField((field) => nameOfChoice(choices[field])), saved: request.query.get('saved') === '1', refusal: null }
    return await censusPage(request, site, site.record, consultation, shown)
  })

  deskPost(app, site, path, 'consultations.write', async (post) => {
    const { frame, city, viewer, record } = post
    const consultation = await consultationOf(post, record)
    if (consultation === null) return null
    // A form that lacks a field does not say "no comparison": that is ''.
    const chosen = byField((field) => (post.form.has(field) ? post.field(field) : 'missing'))
    const outcome = await chooseCensus({ city, consultation, viewer, at: site.now(), chosen }, record)
    if (outcome.ok) return { location: `${link(frame, deskConsultationPath(consultation, '/census'))}?saved=1` }
    return { page: await censusPage(post, site, record, consultation, { chosen, saved: false, refusal: outcome.refusal }), status: 422 }
  })
}

const byField = <T,>(of: (field: VoiceField) => T): Record<VoiceField, T> =>
  Object.fromEntries(voiceFields.map((field) => [field, of(field)])) as Record<VoiceField, T>

async function censusPage(
  { frame, city }: DeskRequest,
  site: Site,
  record: WebRecord,
  consultation: Consultation,
  shown: { chosen: Record<VoiceField, string>; saved: boolean; refusal: Refusal | null },
) {
  const now = site.now()
  const tables = await listCensusTables(city, now, record)
  const options = byField((field) =>
    tables[field].map(({ choice, counts }) => ({ name: nameOfChoice(choice), choice, categories: counts.length })),
  )
  const [indicators, sources] = [await record.listIndicators(city, now), await record.listSources(city, now)]
  return <CensusPage {...{ frame, consultation, options, indicators, sources }} formKey={site.record.newId()} {...shown} />
}
