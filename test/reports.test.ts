import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeReport } from '../src/actions/reports/make-report.ts'
import type { ReportNeeds, ReportWriter } from '../src/actions/reports/report-needs.ts'
import { reportFormats, writeReport } from '../src/actions/reports/write-report.ts'
import type { Indicator } from '../src/books/indicators/figure.ts'
import { testIndicator, testMeasure, versionWithGoal } from '../src/books/programme/programme.examples.ts'
import { reportKinds, type Block, type Line, type Part, type Report, type ReportKind } from '../src/books/reports/report.ts'
import { languages } from '../src/books/text.ts'
import { bytesInMemory } from '../src/formats/byte-source.ts'
import { writeReportDocx } from '../src/formats/reports/report-docx.ts'
import { typesetReport } from '../src/formats/reports/report-pdf.ts'
import { openZip } from '../src/formats/zip/open-zip.ts'
import { renderReportDocument } from '../src/pages/reports/report-document.tsx'
import { typesetPdf } from '../src/services/typst.ts'
import { smallCity, smallIndicators, smallKey, smallRecord, smallRelease, smallRows, type SmallRow } from './support/small-record.ts'

const origin = 'https://bagdar.example'
const writer: ReportWriter = { typeset: typesetPdf, writeDocx: writeReportDocx, publicAddress: origin }
const golden = (name: string) => path.join(import.meta.dirname, 'golden/reports', name)

const share = smallKey({ indicator: 'U-2', unit: 'PT' })
const water = smallKey({ indicator: '6.3.1', unit: 'PT' })
const rows: readonly SmallRow[] = [
  ...smallRows,
  [share, '2023', '58', 1],
  [share, '2024', '61', 1],
  [share, '2025', '63.5', 3],
  ...['88', '89.5', '91', '92'].map((value, at): SmallRow => [water, String(2015 + 2 * at), value, 2]),
  [smallKey({ indicator: 'U-12', unit: 'KZT', dimensions: { MEASURE: '1.1.1' } }), '2025', '92.5', 3],
]
const version = versionWithGoal(
  {
    title: { kk: 'Көше', ru: 'Улица', en: 'Street' },
    indicators: [
      testIndicator({
        name: { kk: 'Жақсы көшелер', ru: 'Хорошие улицы', en: 'Good streets' },
        actual: { indicator: 'U-2', source: 'stat', unit: 'PT', refArea: 'UQ', dimensions: {} },
      }),
      testIndicator({ id: 'i-2', name: { kk: '<b>#import "x"</b>' }, targets: [], actual: null }),
    ],
    measures: [testMeasure(), testMeasure({ id: 'm-2', number: '1.1.2', budget: [] })],
  },
  { status: 'adopted' },
)
const releases = [smallRelease(1), smallRelease(2), smallRelease(3, { publishedAt: '2026-02-26T00:00:00.000Z' })]
const indicator = (code: string, sdgGoal: number): Indicator => ({
  ...smallIndicators[0]!,
  code,
  sdgGoal,
  name: { en: `Indicator ${code}` },
})
/** A city without discussions and without cooperation. */
const quiet = {
  listConsultations: async () => [],
  countParticipation: async () => Promise.reject(new Error('There is no consultation.')),
  listCooperation: async () => [],
  findCooperation: async () => null,
  listEvidence: async () => [],
  listEvidenceIn: async () => [],
  listStatusEvents: async () => [],
  listDeadlines: async () => [],
}
const record: ReportNeeds = {
  ...smallRecord({ releases, rows, versions: [version] }),
  ...quiet,
  listIndicators: async () => [...smallIndicators, indicator('U-2', 11), indicator('6.3.1', 6)],
  listReleases: async (_city, asOf) => releases.filter(({ publishedAt }) => Date.parse(publishedAt ?? '') <= asOf.getTime()).toReversed(),
}

async function reportOf(kind: ReportKind, language: (typeof languages)[number]): Promise<Report> {
  const made = await makeReport(
    { kind, city: smallCity, language, day: '2026-11-22', asOf: '2026-11-22', year: null, written: null },
    record,
  )
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

const linesOf = (block: Block): Line[] => {
  if (block.kind === 'table') return block.rows.flat()
  if (block.kind === 'list') return [...block.items]
  if (block.kind === 'charts') return block.charts.map(({ caption }) => caption)
  return block.kind === 'heading' || block.kind === 'page' ? [] : [block.text]
}
const partsOf = (report: Report): Part[] =>
  report.blocks.flatMap(linesOf).flatMap((line) => line.filter((part): part is Part => typeof part !== 'string'))

describe.each(reportKinds)('%s', (kind) => {
  test.each(languages)('says the same as before, in %s', async (language) => {
    const report = await reportOf(kind, language)
    await expect(renderReportDocument(report, origin)).toMatchFileSnapshot(golden(`${kind}-${language}.html`))
    await expect(`${JSON.stringify(typesetReport(report, origin).data, null, 1)}\n`).toMatchFileSnapshot(golden(`${kind}-${language}.json`))
  })

  test('every figure of the record is a link to its page as it stood, and says when it came out', async () => {
    const figures = partsOf(await reportOf(kind, 'en')).filter(({ href }) => href?.includes('/figures/'))
    expect(figures.length).toBeGreaterThan(0)
    for (const { href, released } of figures) {
      expect(href).toMatch(kind === 'press' ? /asOf=202[56]-11-22$/ : /^\/en\/ulgiqala\/figures\/[^/]+\/[^/]+\?asOf=2026-11-22$/)
      expect(released).toMatch(/^(1 (Jan|Feb) 2025|26 Feb 2026)$/)
    }
  })

  test.each(reportFormats)('the same report gives the same bytes as %s', async (format) => {
    const write = async () => await writeReport(await reportOf(kind, 'kk'), format, writer)
    const first = await write()
    expect(Buffer.compare(Buffer.from(first), Buffer.from(await write()))).toBe(0)
    expect(new TextDecoder().decode(first.slice(0, 20))).toContain({ pdf: '%PDF-1', docx: 'PK', html: '<!DOCTYPE html>' }[format])
  })

  test('the PDF is tagged, has title, language and day, and its links lead to the site', async () => {
    const text = new TextDecoder('latin1').decode(await writeReport(await reportOf(kind, 'ru'), 'pdf', writer))
    expect(text).toContain('/Marked true')
    expect(text).toMatch(/\/Lang \(ru\)/)
    expect(text).toContain('pdfuaid:part')
    expect(text).toContain('D:20261122')
    expect(text).toContain(`${origin}/ru/ulgiqala/figures/`)
  })

  test('the Word document is whole, and nothing in it comes from the clock', async () => {
    const docx = await writeReport(await reportOf(kind, 'en'), 'docx', writer)
    const files = new Map<string, string>()
    for (const entry of openZip(bytesInMemory('report.docx', docx)).entries) {
      const parts: Uint8Array[] = []
      for await (const chunk of entry.chunks()) parts.push(chunk.slice())
      files.set(entry.path, Buffer.concat(parts).toString('utf8'))
    }
    const links = [...(files.get('word/document.xml') ?? '').matchAll(/r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id)
    const targets = files.get('word/_rels/document.xml.rels') ?? ''
    expect(links.length).toBeGreaterThan(0)
    for (const id of links) expect(targets).toContain(`Id="${id}"`)
    expect(targets).toContain(`${origin}/en/ulgiqala/figures/`)
    expect(files.get('docProps/core.xml')).toContain('>2026-11-22T00:00:00Z</dcterms:created>')
  })
})

test('what is written in the record is text: it is no markup and no command', async () => {
  const report = await reportOf('yearly', 'kk')
  expect(renderReportDocument(report, origin)).toContain('&lt;b&gt;#import')
  const { source } = typesetReport(report, origin)
  expect(source).not.toContain('import "x"')
})

test('a report for which the record has nothing is refused with what to do', async () => {
  const empty: ReportNeeds = { ...smallRecord(), ...quiet }
  const made = await makeReport(
    { kind: 'yearly', city: smallCity, language: 'en', day: '2026-11-22', asOf: '2026-11-22', year: null, written: null },
    empty,
  )
  expect(made).toMatchObject({ ok: false, refusal: { code: 'programme_not_found' } })
})
