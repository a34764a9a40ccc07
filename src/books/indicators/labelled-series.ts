import type { MultilingualText } from '../text.ts'
import type { Area, Code, Figure, Series, Source } from './figure.ts'

/** A series with the words that a page needs beside it: where, who says so, in which unit, cut how. */
export interface LabelledSeries {
  series: Series
  areaName: MultilingualText
  sourceName: MultilingualText
  unitName: MultilingualText
  /** Names of method and boundary; empty for the usual ones. */
  methodName: MultilingualText
  boundaryName: MultilingualText
  dimensions: readonly LabelledDimension[]
}

/** One dimension value in words. `name` is empty where no code list names the code: then the code itself is shown. */
export interface LabelledDimension {
  dimension: string
  code: string
  name: MultilingualText
}

/** One figure as a page shows it: the value, and what its link needs to open it. */
export interface FigureReference {
  /** Address of the series. */
  series: string
  timePeriod: string
  /** null for a gap and for a disputed figure. */
  value: string | null
  obsValue: number | null
  disputed: boolean
}

/** All names of a city's record, found by code. */
export interface Labels {
  area(code: string): MultilingualText
  source(id: string): MultilingualText
  code(codelist: string, code: string): MultilingualText
}

/**
 * Names by code. A code that no list names gets no words: it is shown as it is.
 *
 * @example
 * makeLabels([], [{ codelist: 'SEX', code: 'F', name: { en: 'Female' } }], []).code('SEX', 'F') // => { en: 'Female' }
 */
export function makeLabels(areas: readonly Area[], codes: readonly Code[], sources: readonly Source[]): Labels {
  const areaNames = new Map(areas.map((area) => [area.code, area.name]))
  const sourceNames = new Map(sources.map((source) => [source.id, source.name]))
  const codeNames = new Map(codes.map((one) => [`${one.codelist} ${one.code}`, one.name]))
  return {
    area: (code) => areaNames.get(code) ?? {},
    source: (id) => sourceNames.get(id) ?? {},
    code: (codelist, code) => codeNames.get(`${codelist} ${code}`) ?? {},
  }
}

/** The series with its words; dimensions in the order of their ids, what is measured (`SERIES`) first. */
export function labelSeries(series: Series, labels: Labels): LabelledSeries {
  return {
    series,
    areaName: labels.area(series.refArea),
    sourceName: labels.source(series.source),
    unitName: labels.code('UNIT_MEASURE', series.unit),
    methodName: labels.code('METHOD', series.method),
    boundaryName: labels.code('BOUNDARY', series.boundary),
    dimensions: Object.entries(series.dimensions)
      .sort(([a], [b]) => Number(b === 'SERIES') - Number(a === 'SERIES') || (a < b ? -1 : 1))
      .map(([dimension, code]) => ({ dimension, code, name: labels.code(dimension, code) })),
  }
}

/** A figure with the address that opens it. */
export const referTo = (series: Series, figure: Figure): FigureReference => ({
  series: series.address,
  timePeriod: figure.timePeriod,
  value: figure.value,
  obsValue: figure.obsValue,
  disputed: figure.disputed,
})

/**
 * Whether a time period is a whole year.
 *
 * @example
 * isYear('2023-07') // => false
 */
export const isYear = (timePeriod: string): boolean => timePeriod.length === 4 && /^\d{4}$/.test(timePeriod)

/** The last figure that has something to show: a year if there is one, else the last month, quarter or day. */
export function latestFigure(figures: readonly Figure[]): Figure | null {
  const says = (figure: Figure) => figure.value !== null || figure.disputed
  return figures.findLast((figure) => isYear(figure.timePeriod) && says(figure)) ?? figures.findLast(says) ?? null
}

/** How many dimensions cut the series: what is measured (`SERIES`) does not cut. 0 is the total. */
export const cuts = (series: Series): number => Object.keys(series.dimensions).filter((dimension) => dimension !== 'SERIES').length

/**
 * The series that stands for an indicator where only one can be shown.
 *
 * The one that the programme has chosen first; else the least cut; then the one that reaches furthest, then the one
 * with the most figures, then the first address. No source is preferred: all the others are named beside it.
 *
 * @param placeInProgramme  0 for the first series that the programme names, and so on; null where it does not name it
 *
 * Missing  null when there is no series.
 */
export function pickHeadline(
  series: readonly Series[],
  figures: ReadonlyMap<string, readonly Figure[]>,
  placeInProgramme: (one: Series) => number | null,
): Series | null {
  const last = (one: Series) => latestFigure(figures.get(one.id) ?? [])?.timePeriod.slice(0, 4) ?? ''
  const count = (one: Series) => figures.get(one.id)?.length ?? 0
  const place = (one: Series) => placeInProgramme(one) ?? Number.MAX_SAFE_INTEGER
  const compare = (a: Series, b: Series) =>
    place(a) - place(b) || cuts(a) - cuts(b) || Number(last(b)) - Number(last(a)) || count(b) - count(a) || (a.address < b.address ? -1 : 1)
  return [...series].sort(compare)[0] ?? null
}
