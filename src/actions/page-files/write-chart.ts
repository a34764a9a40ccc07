import type { ChartTheme } from '../../charts/chart-looks.ts'
import {
  drawStandaloneChart,
  sizeOfStandaloneChart,
  type StandaloneChartData,
  type StandaloneSize,
} from '../../charts/standalone-chart.tsx'
import { originTexts } from '../../formats/page-file/origin.ts'
import { partsOf } from '../../pages/page-files/page-parts.ts'
import { originsOf, type OriginNeeds, type ReadPage } from './origin-of.ts'

/** Web knows no charts; the name of the theme is all that it needs. */
export type { ChartTheme } from '../../charts/chart-looks.ts'

/**
 * Somebody takes a chart of a page as a picture that stands alone.
 *
 * Missing  null when the page has no chart of that name.
 */
export async function writeChart(page: ReadPage, name: string, theme: ChartTheme, needs: OriginNeeds): Promise<string | null> {
  const chart = await readChart(page, name, needs)
  return chart && drawStandaloneChart(chart, theme)
}

/** A chart as those are told of it who want to show it. */
export interface DescribedChart extends StandaloneSize {
  name: string
  title: string
}

/**
 * Somebody wants to show a chart of a page elsewhere, and asks what it is.
 *
 * @param name  null: the first one of the page
 */
export async function describeChart(page: ReadPage, name: string | null, needs: OriginNeeds): Promise<DescribedChart | null> {
  const first = name ?? partsOf(page.html).charts[0]?.name
  const chart = first === undefined ? null : await readChart(page, first, needs)
  return chart && { name: first ?? '', title: chart.title, ...sizeOfStandaloneChart(chart) }
}

async function readChart(page: ReadPage, name: string, needs: OriginNeeds): Promise<StandaloneChartData | null> {
  const part = partsOf(page.html).charts.find((one) => one.name === name)
  const [svg] = /<svg\b[^>]*>.*?<\/svg>/s.exec(part?.html ?? '') ?? []
  if (part === undefined || svg === undefined) return null
  const originOf = await originsOf(page, needs)
  const notes = originTexts(originOf(part.html)).filter(({ text }) => text !== '')
  return {
    svg,
    title: part.title,
    notes: notes.map(({ name: term, text }) => `${term}: ${text}`),
    language: page.frame.words.language,
  }
}
