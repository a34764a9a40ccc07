import { Hono } from 'hono'
import { openConsultation } from '../actions/discussion/open-consultation.ts'
import { recomputeBatch } from '../actions/discussion/opinions/recompute-batch.ts'
import { showOpinions, showOwnPlace } from '../actions/discussion/opinions/show-opinions.ts'
import { RecomputePage } from '../pages/desk/discussion/statements/recompute-page.tsx'
import { OpinionsPage } from '../pages/discussion/opinions/opinions-page.tsx'
import { OwnPlacePage } from '../pages/discussion/opinions/own-place-page.tsx'
import { cityRoute, found } from './city-route.ts'
import { deskRoute } from './desk-route.tsx'
import { participantRoute } from './participant-route.tsx'
import type { Site } from './site.ts'

/** Opinion groups: the map for everybody, one's own place for oneself, and the recomputation for auditors. */
export function opinionPages(site: Site): Hono {
  const app = new Hono({ strict: false })
  const { record, voting } = site

  // Kept like every public page: a new batch changes the revision of its consultation.
  cityRoute(app, site, '/discussion/:consultation/opinions', async ({ frame, city, asOf, parameter }) => {
    const number = Number(parameter('consultation'))
    const opened = found(await openConsultation({ city, number, today: frame.today, asOf }, record))
    if (opened === null) return null
    const { consultation, version } = opened
    return <OpinionsPage frame={frame} consultation={consultation} {...await showOpinions({ city, consultation, version }, record)} />
  })

  participantRoute(app, site, '/opinions/me', async ({ frame, city, consultation, participant }) => {
    const view = await showOwnPlace({ city, consultation, participant: participant?.number ?? null }, record)
    return <OwnPlacePage frame={frame} consultation={consultation} {...view} />
  })

  deskRoute(app, site, '/consultations/:consultation/recompute', 'history.read', async ({ frame, city, query, parameter }) => {
    const consultation = await record.findConsultation(city, Number(parameter('consultation')))
    if (consultation === null) return null
    const batches = await record.listOpinionBatches(city, consultation)
    const recomputed = query.get('now') === '1' ? await recomputeBatch(city, consultation, { ...record, ...voting }) : null
    return <RecomputePage frame={frame} consultation={consultation} batches={batches} recomputed={recomputed} />
  })
  return app
}
