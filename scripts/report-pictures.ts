/**
 * Every report of every city with a programme, in every language and format, and each page of the PDFs as a picture, to be looked at before a
 * report is called done:
 *
 *     DATA_DIR=… npx tsx scripts/report-pictures.ts [day] [part of a name, such as "yearly-almaty"]
 *
 * The database must hold cities (`bagdar import city demo/almaty`) and must not be served at the time. Files and pictures go to
 * `shots/reports/`, which is not part of the repository. Needs pdftoppm (poppler-utils) and, for the check of the files, qpdf.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { makeReport } from '../src/actions/reports/make-report.ts'
import { reportFormats, writeReport } from '../src/actions/reports/write-report.ts'
import { reportKinds } from '../src/books/reports/report.ts'
import { languages } from '../src/books/text.ts'
import { readConfiguration } from '../src/configuration.ts'
import { writeReportDocx } from '../src/formats/reports/report-docx.ts'
import { openRooms } from '../src/open-rooms.ts'
import { typesetPdf } from '../src/services/typst.ts'

const [day = '2026-11-22', part = ''] = process.argv.slice(2)
const folder = path.resolve('shots/reports')
fs.mkdirSync(folder, { recursive: true })

const { record, close } = await openRooms(readConfiguration(process.env), false)
try {
  for (const city of (await record.listCities()).filter(({ comparison }) => !comparison)) {
    for (const kind of reportKinds) {
      for (const language of languages) {
        const name = `${kind}-${city.slug}-${language}`
        if (!name.includes(part)) continue
        const made = await makeReport({ kind, city, language, day, asOf: day, year: null, written: null }, record)
        if (!made.ok) {
          console.log(`${name}: ${made.refusal.code}`)
          continue
        }
        for (const old of fs.readdirSync(folder).filter((file) => file.startsWith(`${name}-`) || file.startsWith(`${name}.`)))
          fs.rmSync(path.join(folder, old))
        const file = path.join(folder, name)
        const needs = { typeset: typesetPdf, writeDocx: writeReportDocx, publicAddress: 'https://bagdar.example' }
        for (const format of reportFormats) fs.writeFileSync(`${file}.${format}`, await writeReport(made.value, format, needs))
        const pictures = spawnSync('pdftoppm', ['-r', '60', '-png', `${file}.pdf`, file], { encoding: 'utf8' })
        const check = spawnSync('qpdf', ['--check', `${file}.pdf`], { encoding: 'utf8' })
        const pages = fs.readdirSync(folder).filter((one) => one.startsWith(`${name}-`) && one.endsWith('.png')).length
        console.log(
          `${name}: ${pages} pages. ${pictures.stderr}${check.error ? 'qpdf is not there.' : check.status === 0 ? 'qpdf finds no error.' : check.stdout + check.stderr}`,
        )
      }
    }
  }
} finally {
  await close()
}
