import type { Hono } from 'hono'
import { declare } from '../actions/discussion/voices/declare.ts'
import { listVoiceChoices } from '../actions/discussion/voices/list-census-tables.ts'
import { showVoices } from '../actions/discussion/voices/show-voices.ts'
import type { Declaration } from '../books/discussion/voices/declaration.ts'
import { voiceFields } from '../books/discussion/voices/fields.ts'
import type { Refusal } from '../books/outcome.ts'
import { AboutMePage } from '../pages/discussion/voices/about-me-page.tsx'
import { VoicesPage } from '../pages/discussion/voices/voices-page.tsx'
import { discussionPath } from '../pages/discussion/discussion-words.ts'
import { link } from '../pages/frame.ts'
import { cityRoute, found } from './city-route.ts'
import { discussionInput } from './discussion-pages.tsx'
import { participantPost, participantRoute, type ParticipantRequest } from './participant-route.tsx'
import type { Site, WebRecord } from './site.ts'

/** Who takes part, for everybody; and what a participant says about herself, for herself. */
export function voices(app: Hono, site: Site): void {
  cityRoute(app, site, '/discussion/:consultation/voices', async (request) => {
    const shown = found(await showVoices(discussionInput(request), site.record))
    return shown && <VoicesPage frame={request.frame} {...shown} />
  })

  participantRoute(app, site, '/about-me', async (request) => {
    const said = await saidBy(request, site.record)
    const outcome = (['saved', 'deleted'] as const).find((name) => request.query.get(name) === '1') ?? null
    return await aboutMePage(request, site, site.record, { said, outcome, refusal: null })
  })

  participantPost(app, site, '/about-me', async (post) => {
    const { frame, city, consultation, participant, phase, record, field, join } = post
    const here = link(frame, discussionPath(consultation, '/about-me'))
    if (field('delete') === '1') {
      if (participant !== null) await record.keepDeclaration(city, consultation, participant.number, {}, site.now())
      return { location: `${here}?deleted=1` }
    }
    const given = Object.fromEntries(voiceFields.map((name) => [name, field(name)]))
    const outcome = await declare({ city, consultation, phase, participant, given, at: site.now(), join }, record)
    if (outcome.ok) return { location: `${here}?saved=1` }
    return { page: await aboutMePage(post, site, record, { said: given, outcome: null, refusal: outcome.refusal }), status: 422 }
  })
}

const saidBy = async ({ city, consultation, participant }: ParticipantRequest, record: WebRecord): Promise<Declaration> =>
  participant === null ? {} : await record.findDeclaration(city, consultation, participant.number)

async function aboutMePage(
  request: ParticipantRequest,
  site: Site,
  record: WebRecord,
  shown: { said: Declaration; outcome: 'saved' | 'deleted' | null; refusal: Refusal | null },
) {
  const { frame, city, consultation, participant, phase } = request
  const kept = await saidBy(request, record)
  return (
    <AboutMePage
      frame={frame}
      consultation={consultation}
      choices={await listVoiceChoices(city, site.now(), record)}
      areas={await record.listAreas(city, site.now())}
      keeps={Object.keys(kept).length > 0}
      mayWrite={phase === 'open' || participant !== null}
      formKey={site.record.newId()}
      {...shown}
    />
  )
}
