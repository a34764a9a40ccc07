import { Hono } from 'hono'
import { listEveryStatement } from '../actions/discussion/statements/list-statements.ts'
import { addCityStatement, rewordCityStatement, type StatementForm } from '../actions/discussion/statements/write-statement.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { phaseOf, type Consultation } from '../books/discussion/consultation.ts'
import { subjectKey, subjectsOf } from '../books/discussion/subject-place.ts'
import type { City } from '../books/indicators/figure.ts'
import type { Refusal } from '../books/outcome.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { languages } from '../books/text.ts'
import { deskConsultationPath } from '../pages/desk/discussion/consult-words.ts'
import { StatementFormPage } from '../pages/desk/discussion/statements/statement-form-page.tsx'
import { DeskStatementsPage } from '../pages/desk/discussion/statements/statements-page.tsx'
import { link } from '../pages/frame.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/consultations/:consultation/statements'

/** The city's own statements at the desk, and how far those of residents are. */
export function deskStatements(site: Site): Hono {
  const app = new Hono({ strict: false })

  deskRoute(app, site, path, 'consultations.read', async (request) => {
    const { frame, city, viewer } = request
    const found = await consultedOf(request, site.record)
    if (found === null) return null
    const { consultation } = found
    const statements = await listEveryStatement({ city, ...found }, { ...site.record, findTallies: site.voting.findTallies })
    const phase = phaseOf(consultation, frame.today)
    const mayWrite = mayDo(viewer, city, 'consultations.write') && phase !== 'closed' && phase !== 'answered'
    return <DeskStatementsPage frame={frame} consultation={consultation} statements={statements} mayWrite={mayWrite} />
  })

  deskRoute(app, site, `${path}/new`, 'consultations.write', async (request) => {
    const found = await consultedOf(request, site.record)
    return found && formPage(request, site.record, found, null, { text: {}, about: request.query.get('about') ?? '' }, null)
  })

  deskRoute(app, site, `${path}/:statement`, 'consultations.write', async (request) => {
    const found = await consultedOf(request, site.record)
    const number = Number(request.parameter('statement'))
    const statement = found && (await site.record.findStatement(request.city, found.consultation, number))
    if (found === null || statement === null || statement.participant !== null) return null
    return formPage(request, site.record, found, number, { text: statement.text ?? {}, about: subjectKey(statement.subject) }, null)
  })

  const write = async (request: DeskPost, number: number | null) => {
    const { frame, city, viewer, record } = request
    const found = await consultedOf(request, record)
    if (found === null) return null
    const form = formOf(request)
    const input = { city, viewer, at: site.now(), today: frame.today, phase: phaseOf(found.consultation, frame.today), ...found, form }
    const outcome = await (number === null ? addCityStatement(input, record) : rewordCityStatement({ ...input, number }, record))
    if (outcome.ok) return { location: link(frame, deskConsultationPath(found.consultation, '/statements')) }
    return { page: formPage(request, record, found, number, form, outcome.refusal), status: 422 as const }
  }
  deskPost(app, site, `${path}/new`, 'consultations.write', async (request) => await write(request, null))
  deskPost(app, site, `${path}/:statement`, 'consultations.write', async (request) =>
    write(request, Number(request.parameter('statement'))),
  )
  return app
}

interface Consulted {
  consultation: Consultation
  version: ProgrammeVersion
}

/** The consultation that the address names, and the version that it is about. */
async function consultedOf({ city, asOf, parameter }: DeskRequest, record: WebRecord): Promise<Consulted | null> {
  const consultation = await record.findConsultation(city, Number(parameter('consultation')))
  const version = consultation && (await versionOf(city, consultation, asOf, record))
  return consultation && version ? { consultation, version } : null
}

const versionOf = async (city: City, { programme, version }: Consultation, asOf: Date, record: WebRecord) =>
  (await record.listProgrammeVersions(city, asOf)).find((one) => one.programme === programme && one.number === version)

const formOf = ({ field }: DeskPost): StatementForm => ({
  text: Object.fromEntries(languages.map((language) => [language, field(`text-${language}`)])),
  about: field('about'),
})

const formPage = (
  { frame }: DeskRequest,
  record: WebRecord,
  { consultation, version }: Consulted,
  number: number | null,
  form: StatementForm,
  refusal: Refusal | null,
) => (
  <StatementFormPage
    frame={frame}
    consultation={consultation}
    number={number}
    {...form}
    subjects={subjectsOf(version)}
    refusal={refusal}
    formKey={record.newId()}
  />
)
