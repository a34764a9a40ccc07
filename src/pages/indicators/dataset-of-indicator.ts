import type { IndicatorView, ShownSeries } from '../../books/indicators/indicator-view.ts'
import { inLanguage, link, type Frame } from '../frame.ts'

/** As short as a description may be for those who gather them, and as long. Source: Google, "Dataset structured data". */
const descriptionLength = { least: 50, most: 5000 }

/**
 * An indicator as schema.org describes a data set (JSON-LD), so that it is found where people look for data. It says what the page says, and
 * leads to the same files.
 */
export function datasetOfIndicator(frame: Frame, { indicator, areaName, releases, breakdown }: IndicatorView, shown: ShownSeries): string {
  const { words, city, publicUrl } = frame
  const today = { ...frame, asOf: null }
  const name = `${indicator.code} ${words.pick(indicator.name) || indicator.code}, ${words.pick(areaName)}`
  const definition = words.pick(indicator.definition)
  const described = `${name}. ${words.t('indicator.description', { city: words.pick(city?.name ?? {}), indicator: name })} ${definition}`
  const years = [...shown.years, ...shown.parts].map(({ timePeriod }) => timePeriod.slice(0, 4)).sort()
  const files = (format: string) =>
    `${publicUrl}/api/v1/observations?${new URLSearchParams({ city: city?.slug ?? '', refArea: city?.refArea ?? '', indicator: indicator.code, format })}`
  const sources = [...new Set(breakdown.map(({ labelled }) => words.pick(labelled.sourceName) || labelled.series.source))]
  return scriptText({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': publicUrl + inLanguage({ ...today, query: '' }, words.language),
    name,
    description: described.trim().padEnd(descriptionLength.least, '.').slice(0, descriptionLength.most),
    url: publicUrl + inLanguage({ ...today, query: '' }, words.language),
    inLanguage: words.language,
    isAccessibleForFree: true,
    license: publicUrl + link(today, '/licence'),
    creator: sources.map((source) => ({ '@type': 'Organization', name: source })),
    publisher: { '@type': 'Organization', name: words.t('common.brand'), url: `${publicUrl}/` },
    variableMeasured: words.pick(indicator.name) || indicator.code,
    spatialCoverage: words.pick(areaName),
    ...(years.length === 0 ? {} : { temporalCoverage: `${years[0]}/${years.at(-1)}` }),
    ...(releases[0]?.release.publishedAt == null ? {} : { dateModified: releases[0].release.publishedAt }),
    includedInDataCatalog: { '@type': 'DataCatalog', name: words.t('common.brand'), url: `${publicUrl}/catalog` },
    distribution: (['csv', 'xlsx', 'parquet', 'json'] as const).map((format) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaTypes[format],
      contentUrl: files(format),
    })),
  })
}

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json',
}

/** JSON as it may stand inside a script element: nothing in it ends the element or begins a comment. */
const scriptText = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')
