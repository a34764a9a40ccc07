import type { ProjectView } from '../../books/cooperation/public-views.ts'
import { namePartners } from './name-parties.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'

/** Investment projects, the newest first. */
export async function showProjects({ city, asOf }: PublicInput, needs: PublicReads): Promise<ProjectView[]> {
  const record = publicRecord(asOf, needs)
  const projects = (await record.listCooperation(city, 'project')).reverse()
  const partners = await namePartners(
    city,
    projects.flatMap(({ content }) => content.parties),
    record,
  )
  const events = await record.listCooperation(city, 'event', { numbers: projects.flatMap(({ content }) => content.event ?? []) })
  return projects.map((project) => ({
    project,
    parties: project.content.parties.flatMap((one) => partners.get(one) ?? []),
    event: events.find(({ number }) => number === project.content.event) ?? null,
  }))
}

/** null: there is none. */
export const showProject = async (
  { number, ...input }: PublicInput & { number: number },
  needs: PublicReads,
): Promise<ProjectView | null> => (await showProjects(input, needs)).find(({ project }) => project.number === number) ?? null
