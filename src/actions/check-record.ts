import type { City } from '../books/indicators/figure.ts'
import type { CityRecord } from './record.ts'

export interface CheckNeeds extends Pick<CityRecord, 'listSeries' | 'listFigures'> {
  countOrphans(city: City): Promise<number>
  countDamagedFiles(city: City): Promise<number>
  listDrafts(city: City): Promise<Array<{ number: number; recordedAt: string }>>
  listMistakeReports(city: City): Promise<Array<{ number: number; series: string; timePeriod: string; text: string; reportedAt: Date }>>
  now(): Date
}

export interface RecordCheck {
  /** Values without a series or a release: the record is damaged. */
  orphans: number
  /** Computed files of which a part is missing: the record is damaged. */
  damagedFiles: number
  series: number
  figures: number
  gaps: number
  /** Figures in dispute, by the address of their series. */
  disputes: Array<{ series: string; timePeriod: string; values: Array<string | null> }>
  drafts: Array<{ number: number; recordedAt: string }>
  mistakeReports: Array<{ number: number; series: string; timePeriod: string; text: string; reportedAt: Date }>
}

/** Somebody asks what in the record of a city needs attention. */
export async function checkRecord(city: City, needs: CheckNeeds): Promise<RecordCheck> {
  const asOf = needs.now()
  const series = await needs.listSeries(city, asOf, {})
  const figures = await needs.listFigures(
    city,
    asOf,
    series.map((one) => one.id),
  )
  const said = series.flatMap((one) => (figures.get(one.id) ?? []).map((figure) => ({ series: one.address, figure })))
  return {
    orphans: await needs.countOrphans(city),
    damagedFiles: await needs.countDamagedFiles(city),
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
    drafts: await needs.listDrafts(city),
    mistakeReports: await needs.listMistakeReports(city),
  }
}
