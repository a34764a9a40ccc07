import type { City } from '../books/indicators/figure.ts'
import { checkReleaseSums, type ReleaseSums } from '../books/trust/check-release-sums.ts'
import type { CityRecord } from './record.ts'

export interface CheckNeeds extends Pick<CityRecord, 'listSeries' | 'listFigures'> {
  countOrphans(city: City): Promise<number>
  listDamagedFiles(city: City): Promise<Array<{ release: number; name: string }>>
  findUnequalValues(city: City): Promise<{ count: number; first: { series: string; timePeriod: string; release: number } | null }>
  /** Numbers of published reports whose files do not add up to their SHA-256. */
  listDamagedReports(city: City): Promise<number[]>
  listReleaseSums(city: City): Promise<ReleaseSums[]>
  /** Number of the first line of a history that does not follow from the one before; null: the history is whole. */
  findBrokenChange(city: City | null): Promise<number | null>
  listWaitingDrafts(city: City): Promise<Array<{ number: number; recordedAt: string }>>
  listReportedMistakes(city: City): Promise<Array<{ number: number; series: string; timePeriod: string; text: string; reportedAt: Date }>>
  now(): Date
}

/** Something that must never be. */
export interface Damage {
  code: 'orphans' | 'damaged_file' | 'unequal_value' | 'damaged_report' | 'release_sums' | 'broken_history'
  what: string
  /** What to do about it. */
  todo: string
}

export interface RecordCheck {
  damage: Damage[]
  /** Values without a series or a release. */
  orphans: number
  /** Computed files whose parts do not add up to their SHA-256. */
  damagedFiles: number
  series: number
  figures: number
  gaps: number
  /** Figures in dispute, by the address of their series. */
  disputes: Array<{ series: string; timePeriod: string; values: Array<string | null> }>
  drafts: Array<{ number: number; recordedAt: string }>
  mistakeReports: Array<{ number: number; series: string; timePeriod: string; text: string; reportedAt: Date }>
}

/** Somebody asks what in the record of a city is damaged, and what needs attention. */
export async function checkRecord(city: City, needs: CheckNeeds): Promise<RecordCheck> {
  const asOf = needs.now()
  const series = await needs.listSeries(city, asOf, {})
  const figures = await needs.listFigures(
    city,
    asOf,
    series.map((one) => one.id),
  )
  const said = series.flatMap((one) => (figures.get(one.id) ?? []).map((figure) => ({ series: one.address, figure })))
  const damage = await findDamage(city, needs)
  return {
    damage,
    orphans: await needs.countOrphans(city),
    damagedFiles: damage.filter(({ code }) => code === 'damaged_file').length,
    series: series.length,
    figures: said.length,
    gaps: said.filter(({ figure }) => figure.value === null && !figure.disputed).length,
    disputes: said
      .filter(({ figure }) => figure.disputed)
      .map(({ series: address, figure }) => ({
        series: address,
        timePeriod: figure.timePeriod,
        values: figure.claims.map((claim) => claim.value),
      })),
    drafts: await needs.listWaitingDrafts(city),
    mistakeReports: await needs.listReportedMistakes(city),
  }
}

const restore = 'Restore the last backup from before it, and tell the developers.'

async function findDamage(city: City, needs: CheckNeeds): Promise<Damage[]> {
  const damage: Damage[] = []
  const orphans = await needs.countOrphans(city)
  if (orphans > 0) damage.push({ code: 'orphans', what: `${orphans} values have no series or no release.`, todo: restore })
  for (const { release, name } of await needs.listDamagedFiles(city))
    damage.push({
      code: 'damaged_file',
      what: `${name} of release ${release} does not have the SHA-256 that the release names.`,
      todo: `Compute it again (bagdar compute), or: ${restore}`,
    })
  for (const number of await needs.listDamagedReports(city))
    damage.push({
      code: 'damaged_report',
      what: `Files of published report ${number} do not have the SHA-256 that was kept with them.`,
      todo: restore,
    })
  const { count, first } = await needs.findUnequalValues(city)
  if (first !== null)
    damage.push({
      code: 'unequal_value',
      what: `${count} values say one thing as text and another as number; the first is ${first.series} ${first.timePeriod} of release ${first.release}.`,
      todo: `Withdraw the release and take its file in again: bagdar release withdraw ${first.release} --reason TEXT --city ${city.slug}`,
    })
  for (const sums of await needs.listReleaseSums(city))
    for (const wrong of checkReleaseSums(sums))
      damage.push({
        code: 'release_sums',
        what: `Release ${sums.number} ${wrong}.`,
        todo: 'Take its file in again; if that does not help, restore a backup.',
      })
  for (const [of, name] of [
    [city, city.slug],
    [null, 'the installation'],
  ] as const) {
    const line = await needs.findBrokenChange(of)
    if (line !== null)
      damage.push({
        code: 'broken_history',
        what: `The history of ${name} does not follow on from line ${line}: somebody changed it past Bagdar.`,
        todo: `Keep the database as it is, for whoever looks into it. Then: ${restore}`,
      })
  }
  return damage
}
