import type { Hono } from 'hono'
import { listSaid, readSaidFilter, showSaid } from '../actions/discussion/list-said.ts'
import type { DiscussionInput } from '../actions/discussion/open-consultation.ts'
import { showAnswers } from '../actions/discussion/show-answers.ts'
import { showChanges } from '../actions/discussion/show-changes.ts'
import { showConsultedText, showSection } from '../actions/discussion/show-consulted-text.ts'
import { showDiscussion, showDiscussions } from '../actions/discussion/show-discussions.ts'
import { AnswersPage } from '../pages/discussion/answers-page.tsx'
import { ChangesPage } from '../pages/discussion/changes-page.tsx'
import { ConsultationPage } from '../pages/discussion/consultation-page.tsx'
import { DiscussionListPage } from '../pages/discussion/list-page.tsx'
import { SaidListPage } from '../pages/discussion/said-list-page.tsx'
import { SaidPage } from '../pages/discussion/said-page.tsx'
import { SectionPage } from '../pages/discussion/section-page.tsx'
import { readSent } from '../pages/discussion/sent-notice.tsx'
import { TextPage } from '../pages/discussion/text-page.tsx'
import { cityRoute, found, type CityRequest } from './city-route.ts'
import type { Site } from './site.ts'

/** What a page of a consultation asks for; the same in every action. */
export const discussionInput = ({ city, frame, asOf, parameter }: CityRequest): DiscussionInput => ({
  city,
  number: numberIn(parameter('consultation')),
  today: frame.today,
  asOf,
})

/** A number as addresses write it; 0, which nothing has, for everything else. */
const numberIn = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0)

const pageIn = (query: URLSearchParams): number => numberIn(query.get('page') ?? '') || 1

/** What everybody reads of a discussion. */
export function discussionPages(app: Hono, site: Site): void {
  const { record } = site
  const path = '/discussion/:consultation'

  cityRoute(app, site, '/discussion', async ({ frame, city }) => (
    <DiscussionListPage frame={frame} rows={await showDiscussions(city, frame.today, record)} />
  ))
  cityRoute(app, site, path, async (request) => {
    const view = found(await showDiscussion(discussionInput(request), record))
    return view && <ConsultationPage frame={request.frame} {...view} />
  })
  cityRoute(app, site, `${path}/text`, async (request) => {
    const view = found(await showConsultedText(discussionInput(request), record))
    return view && <TextPage frame={request.frame} {...view} />
  })
  cityRoute(app, site, `${path}/text/:section`, async (request) => {
    const { query, parameter, frame } = request
    const at = { section: parameter('section'), sentence: query.get('sentence') || null, page: pageIn(query) }
    const view = found(await showSection({ ...discussionInput(request), ...at }, record))
    return view && <SectionPage frame={frame} {...view} sent={readSent(query)} />
  })
  cityRoute(app, site, `${path}/contributions`, async (request) => {
    const { query, frame } = request
    const narrow = { filter: readSaidFilter(query), page: pageIn(query) }
    const view = found(await listSaid({ ...discussionInput(request), ...narrow }, record))
    return view && <SaidListPage frame={frame} {...view} sent={readSent(query)} />
  })
  cityRoute(app, site, `${path}/contributions/:contribution`, async (request) => {
    const contribution = numberIn(request.parameter('contribution'))
    const view = found(await showSaid({ ...discussionInput(request), contribution }, record))
    return view && <SaidPage frame={request.frame} {...view} />
  })
  cityRoute(app, site, `${path}/answers`, async (request) => {
    const view = found(await showAnswers({ ...discussionInput(request), page: pageIn(request.query), now: site.now() }, record))
    return view && <AnswersPage frame={request.frame} {...view} />
  })
  cityRoute(app, site, `${path}/changes/:version`, async (request) => {
    const view = found(await showChanges({ ...discussionInput(request), version: numberIn(request.parameter('version')) }, record))
    return view && <ChangesPage frame={request.frame} {...view} />
  })
}
