import type { LabelledDimension, LabelledSeries } from '../../books/indicators/labelled-series.ts'
import { isMessageKey } from '../messages.ts'
import type { Words } from '../words.ts'

/** Address of one figure's page inside the city. */
export const figurePath = (series: string, timePeriod: string): string => `/figures/${series}/${timePeriod}`

/** The code's name; the code itself where no list names it. */
export const codeWords = ({ name, code }: LabelledDimension, words: Words): string => words.pick(name) || code

/** `SEX` → "Sex"; the id itself where we have no word for it. */
export function dimensionWords(dimension: string, words: Words): string {
  const key = `indicator.dimension_${dimension}`
  return isMessageKey(key) ? words.t(key) : dimension
}

/** How the series is cut: "Female, 15–24"; "total" when it is not. */
export const cutWords = ({ dimensions }: LabelledSeries, words: Words): string =>
  dimensions.map((one) => codeWords(one, words)).join(', ') || words.t('figure.total')

export const unitWords = ({ unitName, series }: LabelledSeries, words: Words): string =>
  words.pick(unitName) || series.unit || words.t('figure.noUnit')

export const sourceWords = ({ sourceName, series }: LabelledSeries, words: Words): string => words.pick(sourceName) || series.source

export const areaWords = ({ areaName, series }: LabelledSeries, words: Words): string => words.pick(areaName) || series.refArea
