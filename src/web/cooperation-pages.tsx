import type { Hono } from 'hono'
import type { PublicInput } from '../actions/cooperation/public-record.ts'
import { showAgreement, showAgreements } from '../actions/cooperation/show-agreements.ts'
import { showCommitment } from '../actions/cooperation/show-commitment.ts'
import { showCommitmentList } from '../actions/cooperation/show-commitment-list.ts'
import { showCooperation, showPartners } from '../actions/cooperation/show-cooperation.ts'
import { showEvent } from '../actions/cooperation/show-event.ts'
import { showPartner, showSisterCities } from '../actions/cooperation/show-partner.ts'
import { showProject, showProjects } from '../actions/cooperation/show-projects.ts'
import { showSource } from '../actions/cooperation/show-source.ts'
import { showWithdrawn } from '../actions/cooperation/show-withdrawn.ts'
import { readCommitmentFilter } from '../books/cooperation/commitment-row.ts'
import type { WithdrawnView } from '../books/cooperation/public-views.ts'
import { AgreementListPage, AgreementPage } from '../pages/cooperation/agreement-pages.tsx'
import { CommitmentListPage } from '../pages/cooperation/commitment-list-page.tsx'
import { CommitmentPage } from '../pages/cooperation/commitment-page.tsx'
import { EventPage } from '../pages/cooperation/event-page.tsx'
import { CooperationPage } from '../pages/cooperation/front-page.tsx'
import { PartnerListPage } from '../pages/cooperation/partner-list-page.tsx'
import { PartnerPage } from '../pages/cooperation/partner-page.tsx'
import { ProjectListPage, ProjectPage } from '../pages/cooperation/project-pages.tsx'
import { SourcePage } from '../pages/cooperation/source-page.tsx'
import { WithdrawnPage } from '../pages/cooperation/withdrawn-page.tsx'
import { cityRoute, type CityAnswer, type CityRequest } from './city-route.ts'
import type { Site } from './site.ts'

/** What a public page of cooperation asks for; a past day is the day of which everything speaks. */
export const cooperationInput = ({ city, asOf, frame }: CityRequest): PublicInput => ({ city, asOf, today: frame.asOf ?? frame.today })

/** A number as addresses write it; 0, which nothing has, for everything else. */
export const numberIn = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0)

const pageIn = ({ query }: CityRequest): number => numberIn(query.get('page') ?? '') || 1

/** Book 4: what partners said, what was agreed, and what became of it. */
export function cooperationPages(app: Hono, site: Site): void {
  const { record } = site
  const one = (request: CityRequest) => ({ ...cooperationInput(request), number: numberIn(request.parameter('number')) })
  /** The page of a record; of one that was taken back, that it was there. */
  const recordRoute = (kind: WithdrawnView['kind'], page: (request: CityRequest) => Promise<CityAnswer>): void =>
    cityRoute(app, site, `/cooperation/${kind}s/:number`, page, async (request) => {
      const view = await showWithdrawn({ ...one(request), kind }, record)
      return view && <WithdrawnPage frame={request.frame} view={view} />
    })

  cityRoute(app, site, '/cooperation', async (request) => (
    <CooperationPage frame={request.frame} view={await showCooperation(cooperationInput(request), record)} page={pageIn(request)} />
  ))
  recordRoute('event', async (request) => {
    const view = await showEvent(one(request), record)
    return view && <EventPage frame={request.frame} view={view} />
  })
  cityRoute(app, site, '/cooperation/commitments', async (request) => {
    const filter = readCommitmentFilter(request.query)
    const view = await showCommitmentList({ ...cooperationInput(request), filter, page: pageIn(request) }, record)
    return <CommitmentListPage frame={request.frame} view={view} />
  })
  recordRoute('commitment', async (request) => {
    const view = await showCommitment(one(request), record)
    return view && <CommitmentPage frame={request.frame} view={view} />
  })
  cityRoute(app, site, '/cooperation/partners', async (request) => {
    const { partners } = await showPartners(cooperationInput(request), record)
    const sisterCities = await showSisterCities(cooperationInput(request), record)
    return <PartnerListPage {...{ frame: request.frame, partners, sisterCities }} page={pageIn(request)} />
  })
  recordRoute('partner', async (request) => {
    const view = await showPartner(one(request), record)
    return view && <PartnerPage frame={request.frame} view={view} />
  })
  cityRoute(app, site, '/cooperation/agreements', async (request) => (
    <AgreementListPage frame={request.frame} agreements={await showAgreements(cooperationInput(request), record)} page={pageIn(request)} />
  ))
  recordRoute('agreement', async (request) => {
    const view = await showAgreement(one(request), record)
    return view && <AgreementPage frame={request.frame} view={view} />
  })
  cityRoute(app, site, '/cooperation/projects', async (request) => (
    <ProjectListPage frame={request.frame} projects={await showProjects(cooperationInput(request), record)} page={pageIn(request)} />
  ))
  recordRoute('project', async (request) => {
    const view = await showProject(one(request), record)
    return view && <ProjectPage frame={request.frame} view={view} />
  })
  recordRoute('source', async (request) => {
    const view = await showSource({ ...one(request), page: pageIn(request) }, record)
    return view && <SourcePage frame={request.frame} view={view} />
  })
}
