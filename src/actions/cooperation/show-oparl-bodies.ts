import type { City, Release } from '../../books/indicators/figure.ts'
import type { OparlObject, OparlPlace, Times } from '../../formats/cooperation/oparl/object.ts'
import { writeBody, writeSystem } from '../../formats/cooperation/oparl/system.ts'
import type { CityRecord } from '../record.ts'

type Needs = Pick<CityRecord, 'listCities' | 'listReleases'>

interface Input {
  asOf: Date
  /** Address of the interface: `https://bagdar.example/oparl/1.1`. */
  system: string
  placeOf(city: City): OparlPlace
}

/** The cities of this installation that have a record of their own. */
export async function listOparlBodies({ asOf, system, placeOf }: Input, needs: Needs): Promise<OparlObject[]> {
  const bodies: OparlObject[] = []
  for (const city of await needs.listCities())
    if (!city.comparison) bodies.push(writeBody(system, city.name, timesOf(await needs.listReleases(city, asOf)), placeOf(city)))
  return bodies
}

export async function showOparlSystem(input: Input & { site: string }, needs: Needs): Promise<OparlObject> {
  const bodies = await listOparlBodies(input, needs)
  const created = bodies.map((body) => body.created).sort()[0] ?? never
  const modified =
    bodies
      .map((body) => body.modified)
      .sort()
      .at(-1) ?? never
  return writeSystem(input.system, input.site, { created, modified })
}

/** What is said of a city itself comes with its releases. */
function timesOf(releases: readonly Release[]): Times {
  const moments = releases.map(({ publishedAt, recordedAt }) => publishedAt ?? recordedAt).sort()
  return { created: moments[0] ?? never, modified: moments.at(-1) ?? never }
}

/** A moment is wanted, and the clock is not asked: the same record always gives the same bytes. */
const never = '1970-01-01T00:00:00.000Z'
