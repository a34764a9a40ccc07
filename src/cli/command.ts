import type { Needs as ProgrammeNeeds } from '../actions/import-programme.ts'
import type { Outcome } from '../books/outcome.ts'
import type { ReadAnswer, ReadRequest } from '../formats/read-request.ts'
import type { Typesetting } from '../formats/typesetting.ts'
import type { ImportCaseNeeds } from '../actions/cooperation/import-case.ts'
import type { EconomyReads } from '../actions/economy/economy-record.ts'
import type { KeepCitiesNeeds } from '../actions/economy/keep-cities.ts'
import type { ConsultationRecord } from '../actions/discussion/consultation-record.ts'
import type { ImportConversationNeeds } from '../actions/discussion/votes/import-conversation.ts'
import type { CheckNeeds } from '../actions/check-record.ts'
import type { ReportRecord } from '../actions/reports/report-record.ts'
import type { ReportNeeds, ReportWriter } from '../actions/reports/report-needs.ts'
import type { DrillNeeds } from '../actions/run-drill.ts'
import type { BackupContent, WriteBackupNeeds } from '../actions/write-backup.ts'
import type { ExportCityNeeds } from '../actions/export-city.ts'
import type { ImportCityNeeds } from '../actions/import-city.ts'
import type { CityRecord } from '../actions/record.ts'
import type { City } from '../books/indicators/figure.ts'
import type { SurenessParameters, WalkQuestion } from '../books/indicators/sdg-11/sureness/sureness.ts'
import type { UserRecord } from './user.ts'
import { RefusedError } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** A command: words after its name, where to speak, and what `main.ts` hands it. Returns the exit code. */
export type Command = (args: readonly string[], terminal: Terminal, needs: CommandNeeds) => Promise<number>

export interface CommandNeeds {
  /** Opens the database, brings it up to date, and closes it afterwards whatever happens. */
  withRecord<T>(use: (record: CommandRecord, inOneTransaction: Transacting) => Promise<T>): Promise<T>
  /** Reads in a process of its own, which hostile input can waste but not leave. */
  read(request: ReadRequest): Promise<Outcome<ReadAnswer>>
  /** Hands out the path of a file that is gone when the work is done: what the reading process has to say at length. */
  withScratchFile<T>(use: (path: string) => Promise<T>): Promise<T>
  /** Fetches a file from outside into a temporary one; addresses inside the network of the installation are refused. */
  fetchOutside(address: string): Promise<Outcome<{ path: string; remove(): Promise<void> }>>
  /** All draws of the interval of a share of people, shared among threads. */
  drawShares(question: WalkQuestion, parameters: SurenessParameters, workers: number): Promise<Float64Array>
  /** Milliseconds, for telling how long a stage took. */
  clock(): number
  /** Where readers find the site, without slash at the end: for links that are told. */
  publicAddress: string
  /** Sets a document as PDF, in a thread of its own. */
  typeset(document: Typesetting): Promise<Uint8Array>
  /** Writes a report as a Word document, in a thread too. */
  writeDocx: ReportWriter['writeDocx']
  /** 256 random bits, for a link that lets somebody in. */
  newSecret(): string
  /** Opens the database as it is, for backups and drills, and closes it afterwards. */
  withBackups<T>(use: (backups: Backups) => Promise<T>): Promise<T>
  /** Puts a backup into the database; refuses, with nothing changed, where that cannot be done. */
  restore(file: string, options: { replace: boolean; erasures: string | null }): Promise<{ end: BackupContent; erased: number }>
}

/** All or nothing: what is written through the record that `use` is given is there together, or not at all. */
export type Transacting = <T>(use: (record: CommandRecord) => Promise<T>) => Promise<T>

export type Backups = WriteBackupNeeds & DrillNeeds

export interface CommandRecord
  extends
    ImportConversationNeeds,
    KeepCitiesNeeds,
    EconomyReads,
    Pick<ConsultationRecord, 'findConsultation'>,
    CityRecord,
    UserRecord,
    ImportCityNeeds,
    CheckNeeds,
    ImportCaseNeeds,
    ExportCityNeeds,
    Pick<ReportRecord, 'listReportTexts'>,
    ReportNeeds,
    ProgrammeNeeds {
  /** Who works here: the name of the account at the terminal. */
  operator: string
}

/**
 * The city that a command is about.
 *
 * @param name  its name in addresses; null for the only city that is neither invented nor there for comparison
 * @throws {RefusedError} no such city, or none that is meant without a name
 */
export async function cityOf(record: CityRecord, name: string | null): Promise<City> {
  const cities = await record.listCities()
  const names = cities.map((city) => city.slug).join(', ')
  if (name !== null) {
    const city = cities.find((one) => one.slug === name)
    if (city === undefined)
      throw new RefusedError(`There is no city "${name}". There ${cities.length === 1 ? 'is' : 'are'}: ${names || 'none yet'}.`)
    return city
  }
  const real = cities.filter((city) => !city.invented && !city.comparison)
  const [only] = real.length === 1 ? real : cities
  if (only === undefined) throw new RefusedError('There is no city yet. Take one in: bagdar import city <folder>')
  if (real.length !== 1 && cities.length > 1) throw new RefusedError(`Which city? Say --city with one of: ${names}.`)
  return only
}
