import { notice, type Notice } from '../../books/notice.ts'
import type { Claims } from '../claims.ts'
import type { ConfiguredIndicator } from './read-indicators.ts'
import { chartUnitCode } from './read-observations.ts'

/**
 * Units that cannot both be true: the chart is labelled in per cent and the data are not, or the other way round.
 *
 * Only per cent is compared: it is a code on both sides, while other units are a code here and free words there.
 */
export function checkUnits(indicators: readonly ConfiguredIndicator[], { series }: Claims, notices: Notice[]): void {
  const units = new Map<string, Set<string>>()
  for (const { key } of series) units.set(key.indicator, (units.get(key.indicator) ?? new Set()).add(key.unit))
  for (const { code, chartUnit, configFile } of indicators) {
    const ofData = [...(units.get(code) ?? [])].filter((unit) => unit !== '')
    const ofChart = chartUnitCode(chartUnit)
    if (ofData.length !== 1 || ofChart === '' || ofData[0] === ofChart) continue
    const [unit = ''] = ofData
    if (isShare(unit) === isShare(ofChart)) continue
    notices.push(
      notice('unit_contradicts', 'warning', {
        file: configFile,
        column: 'computation_units',
        value: ofChart,
        details: { indicator: code, dataUnit: unit },
      }),
    )
  }
}

const isShare = (unit: string): boolean => /^PT(_|$)|процент|%/i.test(unit)
