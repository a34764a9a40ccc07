// A report of 60 pages with 40 charts: its blocks as PDF, as Word document and as HTML. The bound is 10 s for the PDF.
import { writeReport, reportFormats } from '../src/actions/reports/write-report.ts'
import type { Block, Chart, Report } from '../src/books/reports/report.ts'
import { lineCharts } from '../src/charts/line-chart.examples.ts'
import { LineChart } from '../src/charts/line-chart.tsx'
import { writeReportDocx } from '../src/formats/reports/report-docx.ts'
import { typesetPdf } from '../src/services/typst.ts'
import { machine } from './harness.ts'

const sections = 40
const words = 'Қаланың даму бағдарламасы бойынша нысаналы индикаторлар нақты мәндермен салыстырылды. '
const figure = (at: number) => ({
  text: `${at},5`,
  href: `/kk/ulgiqala/figures/example/${2000 + at}?asOf=2026-11-22`,
  released: '26.02.2026',
})
const svg = String(<LineChart data={lineCharts['rivals']!} />)
const chart: Chart = { size: 'whole', svg, label: 'Example', caption: ['Example'] }

const blocks: Block[] = Array.from({ length: sections }, (_, at): Block[] => [
  { kind: 'heading', level: 1, text: `${at + 1}. Мақсат` },
  { kind: 'paragraph', text: [words.repeat(12), figure(at)] },
  { kind: 'charts', charts: [chart] },
  {
    kind: 'table',
    caption: 'Нысаналы индикаторлар',
    columns: [
      { title: 'Индикатор', width: 3, numeric: false },
      ...[1, 2, 3, 4].map((year) => ({ title: `202${year}`, width: 1, numeric: true })),
    ],
    rows: Array.from({ length: 14 }, (_, row) => [[`Индикатор ${row + 1}`], ...[1, 2, 3, 4].map((year) => [figure(row + year)])]),
  },
]).flat()
const report: Report = {
  ...{
    kind: 'yearly',
    language: 'kk',
    title: 'Есеп',
    subtitle: 'Үлгіқала',
    asOf: '2026-11-22',
    foot: 'Есеп',
    hasContents: true,
    findings: [],
    blocks,
  },
}

console.log(`${machine()}\nProcessor time, since others work on the machine too.`)
for (const format of reportFormats) {
  const [before, start] = [process.cpuUsage(), performance.now()]
  const file = await writeReport(report, format, {
    typeset: typesetPdf,
    writeDocx: writeReportDocx,
    publicAddress: 'https://bagdar.example',
  })
  const { user, system } = process.cpuUsage(before)
  const pages =
    format === 'pdf' ? `, ${new TextDecoder('latin1').decode(file).match(/\/Type \/Page\b/g)?.length ?? 0} pages, ${sections} charts` : ''
  console.log(
    `${format.padEnd(5)} ${((user + system) / 1e6).toFixed(2)} s of processor, ${((performance.now() - start) / 1000).toFixed(2)} s by the clock, ${Math.round(file.length / 1024)} KB${pages}`,
  )
}
