import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { publishBatch } from './actions/discussion/opinions/publish-batch.ts'
import type { NewVote } from './books/discussion/vote.ts'
import { demonstrationCity } from './books/accounts/demonstration.ts'
import { computeOpinions } from './books/discussion/compute-opinions.ts'
import type { Choice, StatementSubject } from './books/discussion/statement.ts'
import { subjectsOf } from './books/discussion/subject-place.ts'
import type { ProgrammeVersion } from './books/programme/programme.ts'
import { sectionsOf } from './books/programme/sections.ts'
import type { MultilingualText } from './books/text.ts'
import { stream } from './kernel/random.ts'
import { programFile, type Record } from './open-rooms.ts'
import { newSalt, saltedHash } from './services/salted-hash.ts'

interface StatementsFile {
  programme: string
  version: number
  statements: Array<{ text: MultilingualText; subject?: { sentence?: string; measure?: string; indicator?: string } }>
}

/** Invented people of three leanings: drivers, those for clean air and quiet streets, those who watch the costs. */
const people = 120

/** How likely each leaning agrees, by statement of the file; the rest mostly disagrees, and a few pass. */
const agreeing: ReadonlyArray<readonly [drivers: number, greens: number, savers: number]> = [
  ...([
    [0.35, 0.92, 0.75],
    [0.15, 0.9, 0.55],
    [0.85, 0.95, 0.95],
    [0.12, 0.9, 0.7],
    [0.75, 0.25, 0.95],
  ] as const),
  ...([
    [0.3, 0.9, 0.1],
    [0.65, 0.45, 0.92],
    [0.9, 0.95, 0.9],
    [0.08, 0.9, 0.4],
    [0.6, 0.65, 0.6],
  ] as const),
  ...([
    [0.5, 0.5, 0.85],
    [0.6, 0.5, 0.9],
    [0.05, 0.8, 0.12],
    [0.55, 0.3, 0.35],
  ] as const),
]

/** Statements of the invented city on its next programme, and votes of invented people, so that the map of opinions shows something. */
export async function seedVotes(record: Record): Promise<void> {
  const city = await record.findCity(demonstrationCity)
  const path = fileURLToPath(programFile(`demo/${demonstrationCity}/discussion/statements-2035.yaml`))
  if (city === null || !fs.existsSync(path)) return
  const file = parse(fs.readFileSync(path, 'utf8')) as StatementsFile
  const consultation = (await record.listConsultations(city)).find(
    ({ programme, version }) => programme === file.programme && version === file.version,
  )
  const now = record.now()
  const version = (await record.listProgrammeVersions(city, now)).find(
    ({ programme, number }) => programme === file.programme && number === file.version,
  )
  if (consultation === undefined || version === undefined) return

  const opened = new Date(consultation.publishedAt ?? now)
  const numbers: number[] = []
  for (const { text, subject } of file.statements)
    numbers.push(
      await record.addStatement(city, consultation, {
        by: { kind: 'city', text },
        subject: subjectOf(version, subject ?? {}),
        state: 'shown',
        at: opened,
      }),
    )
  const votes: NewVote[] = []
  for (let person = 1; person <= people; person++) {
    const random = stream(35, person)
    const at = new Date(opened.getTime() + random.uniform() * Math.max(0, now.getTime() - opened.getTime() - 60_000))
    const key = `demonstration:${person}`
    const participant = await record.joinConsultation(city, consultation, {
      personId: null,
      keys: [key],
      level: 'mail',
      channel: 'web',
      at,
    })
    const leaning = person % 3
    for (const [index, statement] of numbers.entries()) {
      const [asked, passes, agrees] = [random.uniform(), random.uniform(), random.uniform()]
      if (participant === null || asked > 0.85) continue
      const choice: Choice = passes < 0.07 ? 0 : agrees < (agreeing[index]?.[leaning] ?? 0.5) ? 1 : -1
      votes.push({ cityId: city.id, consultationId: consultation.id, participant, statement, choice, at, channel: 'web' })
    }
  }
  await record.castVotes(votes)
  const compute = async (...[input]: Parameters<typeof computeOpinions>) => computeOpinions(input)
  await publishBatch(city, consultation, { ...record, compute, newSalt, saltedHash })
}

/** `g-1-1/2` is the second sentence of a section; measures and indicators go by their ids, measures by their numbers too. */
function subjectOf(
  version: ProgrammeVersion,
  { sentence, measure, indicator }: NonNullable<StatementsFile['statements'][number]['subject']>,
): StatementSubject | null {
  if (sentence !== undefined) {
    const [section = '', number] = sentence.split('/')
    const id = sectionsOf(version).find((one) => one.id === section)?.sentences[Number(number) - 1]?.id
    if (id === undefined) throw new Error(`The text has no sentence ${sentence}.`)
    return { kind: 'sentence', id }
  }
  const goals = version.directions.flatMap((direction) => direction.goals)
  const byNumber = goals.flatMap(({ measures }) => measures).find((one) => one.number === measure || one.id === measure)
  if (measure !== undefined && byNumber !== undefined) return { kind: 'measure', id: byNumber.id }
  const found = subjectsOf(version).find(({ subject }) => subject.kind === 'indicator' && subject.id === indicator)
  return found?.subject ?? null
}
