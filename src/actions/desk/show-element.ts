import type { City } from '../../books/indicators/figure.ts'
import { labelSeries, makeLabels, referTo, type FigureReference, type LabelledSeries } from '../../books/indicators/labelled-series.ts'
import type { DraftElement, ElementKind } from '../../books/programme/draft/draft.ts'
import { addressOfChoice } from '../../books/programme/draft/fields.ts'
import type { FieldContext } from '../../books/programme/draft/read-fields.ts'
import type { SeriesChoice } from '../../books/programme/programme.ts'
import type { CityRecord } from '../record.ts'

/** What the statistics have to say to a form: which series there are, and what they say for the year of the baseline. */
export interface ElementStatistics {
  series: readonly LabelledSeries[]
  /** The same by address, with the choice that the element has, whether such a series exists or not. */
  choices: FieldContext['series']
  rivals: ReadonlyArray<{ labelled: LabelledSeries; figure: FigureReference }>
}

type Needs = Pick<CityRecord, 'listSeries' | 'listFigures' | 'listAreas' | 'listCodes' | 'listSources'>

const nothing: ElementStatistics = { series: [], choices: new Map(), rivals: [] }

/**
 * The statistics for the form of an element; only a target indicator needs any.
 *
 * @param given  what the form says: the address of the chosen series, and the year of the baseline
 */
export async function showElementStatistics(
  { city, at, kind, element }: { city: City; at: Date; kind: ElementKind; element: DraftElement | null },
  given: { actual: string; baselineYear: string },
  needs: Needs,
): Promise<ElementStatistics> {
  if (kind !== 'indicator') return nothing
  const [all, areas, codes, sources] = await Promise.all([
    needs.listSeries(city, at, { refArea: city.refArea }),
    needs.listAreas(city, at),
    needs.listCodes(city, at),
    needs.listSources(city, at),
  ])
  const labels = makeLabels(areas, codes, sources)
  // A programme chooses by indicator, source, unit and dimensions: what is obtained or bounded unusually cannot be chosen.
  const series = all.filter(({ method, boundary }) => method === '' && boundary === '').map((one) => labelSeries(one, labels))
  const stored = element?.kind === 'indicator' ? element.content.actual : null
  const choices = new Map<string, SeriesChoice>([
    ...(stored === null ? [] : ([[addressOfChoice(stored), stored]] as const)),
    ...series.map(
      ({ series: { address, indicator, source, unit, refArea, dimensions } }) =>
        [address, { indicator, source, unit, refArea, dimensions }] as const,
    ),
  ])
  const indicator = choices.get(given.actual)?.indicator
  const same = series.filter((one) => one.series.indicator === indicator && isAlikeCut(one, series, given.actual))
  const figures = await needs.listFigures(
    city,
    at,
    same.map((one) => one.series.id),
  )
  const rivals = same.flatMap((labelled) =>
    (figures.get(labelled.series.id) ?? [])
      .filter(({ timePeriod, value }) => timePeriod === given.baselineYear && value !== null)
      .map((figure) => ({ labelled, figure: referTo(labelled.series, figure) })),
  )
  return { series, choices, rivals }
}

/** Rivals say the same thing: women's share is no rival of everybody's. What is measured (`SERIES`) is each source's own code. */
function isAlikeCut(one: LabelledSeries, series: readonly LabelledSeries[], address: string): boolean {
  const chosen = series.find((other) => other.series.address === address)
  const cut = ({ dimensions }: LabelledSeries) =>
    dimensions
      .filter(({ dimension }) => dimension !== 'SERIES')
      .map(({ dimension, code }) => `${dimension}=${code}`)
      .join(' ')
  return chosen !== undefined && one.series.unit === chosen.series.unit && cut(one) === cut(chosen)
}
