import type { GoalName } from '../../books/cooperation/public-views.ts'
import { chooseVersion } from '../../books/programme/shown-version.ts'
import type { CityRecord } from '../record.ts'
import type { PublicInput } from './public-record.ts'

export type GoalReads = Pick<CityRecord, 'listProgrammeVersions'>

/** Goals of the city's programme by id; one that the programme does not have is left out. */
export async function showGoals({ city, asOf }: PublicInput, needs: GoalReads): Promise<Map<string, GoalName>> {
  const choice = chooseVersion(await needs.listProgrammeVersions(city, asOf))
  const goals = choice?.shown.directions.flatMap((direction) => direction.goals) ?? []
  return new Map(goals.map(({ id, number, title }) => [id, { id, number, title }]))
}
