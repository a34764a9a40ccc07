import { umfDomains, umfObjectives } from '../../books/indicators/urban-monitoring-framework.ts'
import type { Block, Line, Report, TableBlock } from '../../books/reports/report.ts'
import type { TextPart } from '../../books/reports/report-text.ts'
import type { Review } from '../../books/reports/review.ts'
import { umfCoverage, type UmfField } from '../../books/reports/umf-coverage.ts'
import { link } from '../frame.ts'
import { unitWords } from '../indicators/series-words.ts'
import { indexedFinding } from './indexed-finding.ts'
import { outlinePart } from './outline-part.ts'
import { figurePart, fine, heading, listOf, paragraph, reportOf, strong, type Telling } from './telling.ts'

/** An example for other cities, for UN-Habitat: what was done and learnt, and the Urban Monitoring Framework's matrix with its coverage. */
export function tellExampleSheet(telling: Telling, review: Review): Report {
  const { words, day } = telling
  const all = review.goals.flatMap(({ indicators }) => indicators)
  const fields = umfCoverage(all)
  const [covered, placed] = [sumOf(fields, ({ covered: count }) => count), sumOf(fields, ({ places }) => places.length)]
  const part = (name: TextPart): Block[] => [heading(1, words.t(`reportTexts.part_${name}`)), ...outlinePart(telling, name)]
  const blocks: Block[] = [
    paragraph(words.t('reports.example_lede', { date: words.date(day) }), ` ${words.t('reports.figuresOpen')}`),
    ...part('opening'),
    ...part('context'),
    ...part('approach'),
    heading(1, words.t('reports.umf')),
    paragraph(words.t('reports.umf_lede', { covered, placed })),
    matrix(telling, fields),
    coverageTable(telling, fields, review.names),
    ...part('lessons'),
    ...part('contact'),
    heading(1, words.t('reports.sources')),
    ...listOf([[words.t('reports.umf_method')]]),
  ]
  const shown = new Set(fields.flatMap(({ places }) => places.flatMap(({ indicators }) => indicators)))
  return reportOf(telling, 'example', {
    about: words.date(day),
    blocks,
    findings: [...shown].map((one) => indexedFinding(telling, one)),
  })
}

const sumOf = (fields: readonly UmfField[], count: (field: UmfField) => number): number =>
  fields.reduce((sum, field) => sum + count(field), 0)

/** Domains by objectives: how many of the indicators that stand in the field have figures, and which. */
function matrix({ words }: Telling, fields: readonly UmfField[]): TableBlock {
  return {
    kind: 'table',
    caption: words.t('reports.umf_matrix'),
    columns: [
      { title: words.t('reports.umf_domain'), width: 3.4, numeric: false },
      ...umfObjectives.map((objective) => ({ title: words.t(`progress.umf_${objective}`), width: 3.4, numeric: false })),
    ],
    rows: umfDomains.map((domain): Line[] => [
      [strong(words.t(`progress.umf_${domain}`))],
      ...fields
        .filter((field) => field.domain === domain)
        .map(({ places, covered }): Line => {
          if (places.length === 0) return [fine(words.t('reports.umf_none'))]
          const codes = places.filter(({ indicators }) => indicators.length > 0).map(({ place }) => place.indicator)
          return [
            words.t('reports.umf_count', { covered, placed: places.length }),
            ...(codes.length === 0 ? [] : ['\n', fine(codes.join(', '))]),
          ]
        }),
    ]),
  }
}

/** Every indicator of the matrix: its place, and the city's latest figure or that there is none. */
function coverageTable(telling: Telling, fields: readonly UmfField[], names: Review['names']): TableBlock {
  const { words } = telling
  return {
    kind: 'table',
    caption: words.t('reports.umf_coverage'),
    columns: [
      { title: words.t('reports.indicator'), width: 6.5, numeric: false },
      { title: words.t('reports.umf_place'), width: 4.5, numeric: false },
      { title: words.t('reports.latest'), width: 3, numeric: true },
    ],
    rows: fields.flatMap(({ domain, objective, places }) =>
      places.flatMap(({ place, indicators }): Line[][] => {
        const where: Line = [
          `${words.t(`progress.umf_${domain}`)}: ${words.t(`progress.umf_${objective}`)}`,
          ...(place.number === null ? [] : ['\n', fine(words.t('reports.umf_number', { number: place.number }))]),
        ]
        if (indicators.length === 0)
          return [
            [[`${place.indicator} ${words.pick(names.get(place.indicator) ?? {})}`.trim()], where, [fine(words.t('reports.noFigure'))]],
          ]
        return indicators.map(({ indicator, labelled, latest }): Line[] => [
          [
            { text: `${indicator.code} ${words.pick(indicator.name)}`, href: link(telling, `/indicators/${indicator.code}`) },
            ...(indicator.globalName === null ? [] : ['\n', fine(words.t('reports.isProxy'))]),
          ],
          where,
          [figurePart(telling, latest), '\n', fine(`${words.period(latest.timePeriod)}, ${unitWords(labelled, words)}`)],
        ])
      }),
    ),
  }
}
