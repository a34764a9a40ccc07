import { diagnoseSeries } from '../books/indicators/diagnose-series.ts'
import { diagnoseUnits } from '../books/indicators/diagnose-units.ts'
import { identifySeries } from '../books/indicators/series-key.ts'
import { notice, type Notice } from '../books/notice.ts'
import type { Claims } from './claims.ts'

/** Breaks, outliers and changes of unit become notices, each at the row where it shows. Disputed periods are left out. */
export function diagnoseReadings({ series }: Claims, notices: Notice[]): void {
  for (const { key, first, disputed } of series) {
    const readings = [...first.values()].filter((reading) => reading.value !== null && !disputed.has(reading.timePeriod))
    const points = readings.map((reading) => ({ timePeriod: reading.timePeriod, obsValue: Number(reading.value) }))
    for (const { kind, timePeriod, usual, found, unitFactor } of diagnoseSeries(points)) {
      const reading = first.get(timePeriod)
      notices.push(
        notice(kind === 'break' && unitFactor !== null ? 'break_by_power_of_ten' : kind, 'warning', {
          file: reading?.origin?.file ?? null,
          line: reading?.origin?.line ?? null,
          value: reading?.value ?? null,
          details: {
            indicator: key.indicator,
            refArea: key.refArea,
            series: identifySeries(key).address,
            timePeriod,
            usual: Number(usual.toPrecision(6)),
            found: Number(found.toPrecision(6)),
            ...(unitFactor === null ? {} : { factor: unitFactor }),
          },
        }),
      )
    }
  }
  const spans = series.map(({ key, first }) => ({ key, timePeriods: [...first.keys()] }))
  for (const change of diagnoseUnits(spans)) {
    const at = series.find(({ key }) => key === change.to)?.first.get(change.timePeriod)?.origin
    notices.push(
      notice('unit_change', 'warning', {
        file: at?.file ?? null,
        line: at?.line ?? null,
        value: change.to.unit,
        details: {
          indicator: change.to.indicator,
          refArea: change.to.refArea,
          timePeriod: change.timePeriod,
          before: change.from.unit,
          after: change.to.unit,
          sharedPeriods: change.sharedPeriods,
        },
      }),
    )
  }
}
