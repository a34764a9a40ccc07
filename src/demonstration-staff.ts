import { beginDraft } from './actions/desk/begin-draft.ts'
import { demonstrationCity, demonstrationDepartment, demonstrationStaff } from './books/accounts/demonstration.ts'
import { chooseVersion } from './books/programme/shown-version.ts'
import type { City } from './books/indicators/figure.ts'
import type { Record } from './open-rooms.ts'

/** People of the invented city, one for each role, and some work on its desk, so that a visitor can sit down there. */
export async function addDemonstrationStaff(record: Record): Promise<void> {
  const city = await record.findCity(demonstrationCity)
  if (city === null) return
  const now = record.now()
  const programme = chooseVersion(await record.listProgrammeVersions(city, now))?.versions.at(-1)
  const measures = (programme?.directions ?? [])
    .flatMap((direction) => direction.goals.flatMap((goal) => goal.measures))
    .filter((measure) => measure.owner.en === demonstrationDepartment.name.en)
  await record.keepDepartment(city, { ...demonstrationDepartment, measures: measures.map((measure) => measure.id) })
  for (const { name, email, role, department } of demonstrationStaff) {
    const person = await record.addPerson({ id: record.newId(), email, name, language: 'kk', createdAt: now })
    await record.addMembership(city, person.id, role, department, now)
    if (role !== 'editor' || programme === undefined) continue
    const memberships = [{ cityId: city.id, role, department }]
    const viewer = {
      personId: person.id,
      name,
      language: 'kk',
      memberships,
      sessionId: '',
      authenticatedAt: now,
      secondFactor: true,
    } as const
    await beginDraft({ city, viewer, at: now, programme: programme.programme }, record)
  }
  await reportMistake(city, record, now)
}

/** What a reader wrote about the bus speed, so that there is something to answer. */
async function reportMistake(city: City, record: Record, now: Date): Promise<void> {
  const [series] = await record.listSeries(city, now, { indicator: 'U-1' })
  const figures = series === undefined ? [] : ((await record.listFigures(city, now, [series.id])).get(series.id) ?? [])
  const latest = figures.at(-1)
  if (series === undefined || latest === undefined) return
  const text = 'Бұл жылдамдық демалыс күндерін де қоса ма? Жұмыс күні таңертең автобус бұдан әлдеқайда баяу жүреді.'
  await record.addMistakeReport(city, { seriesId: series.id, timePeriod: latest.timePeriod, text, reportedAt: now })
}
