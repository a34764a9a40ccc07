import type { Hono } from 'hono'
import {
  addMember,
  addOrganisation,
  editOrganisation,
  endOrganisation,
  removeMember,
} from '../actions/discussion/desk/manage-organisations.ts'
import type { OrganisationForm } from '../books/discussion/rules/read-organisation.ts'
import type { Refusal } from '../books/outcome.ts'
import { OrganisationPage, OrganisationsPage } from '../pages/desk/discussion/organisations-page.tsx'
import { link } from '../pages/frame.ts'
import { askedOf, textOf } from './desk-consultation.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/organisations'

/** Organisations that take part under their own name: verified by the city, with the people who write for them. */
export function deskOrganisations(app: Hono, site: Site): void {
  const list = async ({ frame, city }: DeskRequest, record: WebRecord, shown: { form: OrganisationForm; refusals: readonly Refusal[] }) => (
    <OrganisationsPage frame={frame} organisations={await record.listOrganisations(city)} {...shown} formKey={site.record.newId()} />
  )
  deskRoute(app, site, path, 'organisations.write', (request) =>
    list(request, site.record, { form: { kind: 'association', name: {}, evidence: '' }, refusals: [] }),
  )
  deskPost(app, site, path, 'organisations.write', async (post) => {
    const form = formOf(post)
    const outcome = await addOrganisation({ ...askedOf(post, site), form }, post.record)
    if (outcome.ok) return { location: link(post.frame, `/desk/organisations/${outcome.value}`) }
    return { page: await list(post, post.record, { form, refusals: outcome.problems }), status: 422 }
  })

  const page = async (
    { frame, city, parameter }: DeskRequest,
    record: WebRecord,
    shown: { form?: OrganisationForm; email?: string; refusals: readonly Refusal[] },
  ) => {
    const organisation = await record.findOrganisation(city, parameter('organisation'))
    if (organisation === null) return null
    const members = await record.listMembers(city, organisation.id)
    return (
      <OrganisationPage
        {...{ frame, organisation, members, form: organisation, email: '' }}
        {...shown}
        newKey={() => site.record.newId()}
      />
    )
  }
  deskRoute(app, site, `${path}/:organisation`, 'organisations.write', (request) => page(request, site.record, { refusals: [] }))
  deskPost(app, site, `${path}/:organisation`, 'organisations.write', async (post) => {
    const asked = { ...askedOf(post, site), id: post.parameter('organisation') }
    const form = formOf(post)
    const outcome =
      post.field('do') === 'end' ? await endOrganisation(asked, post.record) : await editOrganisation({ ...asked, form }, post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, `/desk/organisations/${asked.id}`) }
    const again = await page(post, post.record, { form, refusals: outcome.problems })
    return again && { page: again, status: 422 }
  })
  deskPost(app, site, `${path}/:organisation/members`, 'organisations.write', async (post) => {
    const asked = { ...askedOf(post, site), id: post.parameter('organisation') }
    const email = post.field('email')
    const outcome =
      post.field('do') === 'remove'
        ? await removeMember({ ...asked, personId: post.field('person') }, post.record)
        : await addMember({ ...asked, email }, post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, `/desk/organisations/${asked.id}#members`) }
    const again = await page(post, post.record, { email, refusals: [outcome.refusal] })
    return again && { page: again, status: 422 }
  })
}

const formOf = (post: DeskPost): OrganisationForm => ({
  kind: post.field('kind'),
  name: textOf(post, 'name'),
  evidence: post.field('evidence'),
})
