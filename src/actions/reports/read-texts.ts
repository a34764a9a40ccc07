import type { City, Figure, Series } from '../../books/indicators/figure.ts'
import { latestFigure } from '../../books/indicators/labelled-series.ts'
import { fillWritten, placeholdersIn, readWritten, type Placeholder, type WrittenBlock } from '../../books/reports/placeholder.ts'
import type { ReportKind } from '../../books/reports/report.ts'
import type { TextPart } from '../../books/reports/report-text.ts'
import { reportFigure, type ReportedFigure } from '../../books/reports/reported-figure.ts'
import type { BrokenPlaceholder, WrittenTexts } from '../../books/reports/written-texts.ts'
import { languages, type Language } from '../../books/text.ts'
import type { ReportNeeds } from './report-needs.ts'
import type { ReportRecord } from './report-record.ts'

/** What staff wrote for a report, with the figures of that moment; placeholders whose figure is gone are named. */
export async function readTexts(
  city: City,
  kind: ReportKind,
  moment: Date,
  needs: Pick<ReportNeeds, 'listSeries' | 'listFigures' | 'listReleases'> & Pick<ReportRecord, 'listReportTexts'>,
): Promise<{ texts: WrittenTexts; broken: BrokenPlaceholder[] }> {
  const written = (await needs.listReportTexts(city, kind)).flatMap(({ part, text }) =>
    languages.flatMap((language): Written[] =>
      text[language]?.trim() ? [{ part, language, blocks: readWritten(text[language] ?? '') }] : [],
    ),
  )
  const find = await figuresOf(city, moment, written, needs)
  const texts = new Map<TextPart, Partial<Record<Language, Array<WrittenBlock<ReportedFigure>>>>>()
  const broken: BrokenPlaceholder[] = []
  for (const { part, language, blocks } of written) {
    const filled = fillWritten<ReportedFigure>(blocks, (placeholder) => {
      const found = find(placeholder)
      if (typeof found !== 'string') return found
      broken.push({ part, language, written: placeholder.written, why: found })
      return placeholder.written
    })
    texts.set(part, { ...texts.get(part), [language]: filled })
  }
  return { texts, broken }
}

interface Written {
  part: TextPart
  language: Language
  blocks: WrittenBlock[]
}

type Find = (placeholder: Placeholder) => ReportedFigure | BrokenPlaceholder['why']

async function figuresOf(
  city: City,
  moment: Date,
  written: readonly Written[],
  needs: Pick<ReportNeeds, 'listSeries' | 'listFigures' | 'listReleases'>,
): Promise<Find> {
  const addresses = [...new Set(written.flatMap(({ blocks }) => placeholdersIn(blocks).flatMap(({ figure }) => figure?.series ?? [])))]
  const series = addresses.length === 0 ? [] : await needs.listSeries(city, moment, { addresses })
  const [figures, releases] = await Promise.all([
    needs.listFigures(
      city,
      moment,
      series.map(({ id }) => id),
    ),
    needs.listReleases(city, moment),
  ])
  const byAddress = new Map<string, Series>(series.map((one) => [one.address, one]))
  return ({ figure }) => {
    if (figure === null) return 'unreadable'
    const found = byAddress.get(figure.series)
    if (found === undefined) return 'no_series'
    const said = valueOf(figures.get(found.id) ?? [], figure.period)
    return said === null ? 'no_figure' : reportFigure(found, said, releases)
  }
}

/** A gap is no figure; one in dispute says so where it stands. */
function valueOf(figures: readonly Figure[], period: string): Figure | null {
  const found = period === 'latest' ? latestFigure(figures) : (figures.find(({ timePeriod }) => timePeriod === period) ?? null)
  return found !== null && (found.value !== null || found.disputed) ? found : null
}
