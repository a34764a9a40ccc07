import { dayIn } from '../../../books/as-of.ts'
import { phaseOf, type Consultation } from '../../../books/discussion/consultation.ts'
import type { Choice } from '../../../books/discussion/statement.ts'
import { isBatchDue, isOtherCensus, makeVoiceBatch } from '../../../books/discussion/voices/voice-batch.ts'
import type { City } from '../../../books/indicators/figure.ts'
import type { CityRecord } from '../../record.ts'
import type { ConsultationRecord } from '../consultation-record.ts'
import { listVoiceChoices, readCensus, type CensusNeeds } from './list-census-tables.ts'
import type { VoiceBatchRecord } from './voice-record.ts'

type Needs = CensusNeeds & VoiceBatchRecord & { now(): Date }

/** Publishes the tables whose time has come, of every consultation that people can take part in or could. Returns how many. */
export async function makeVoiceBatches(
  needs: Needs & Pick<CityRecord, 'listCities'> & Pick<ConsultationRecord, 'listConsultations'>,
): Promise<number> {
  let made = 0
  for (const city of await needs.listCities()) {
    const today = dayIn(city.timeZone, needs.now())
    for (const consultation of await needs.listConsultations(city)) {
      if (['draft', 'announced'].includes(phaseOf(consultation, today))) continue
      if (await makeVoiceBatchOf(city, consultation, needs)) made++
    }
  }
  return made
}

/** Publishes the next tables of one consultation, if enough people are new to them and enough time has passed. */
export async function makeVoiceBatchOf(city: City, consultation: Pick<Consultation, 'id'>, needs: Needs): Promise<boolean> {
  const now = needs.now()
  const madeAt = now.toISOString()
  const last = await needs.findVoiceBatch(city, consultation)
  const censusChoices = await needs.findCensusChoices(city, consultation)
  const newlyDeclared = await needs.countNewlyDeclared(city, consultation, last?.madeAt ?? null)
  const otherCensus = isOtherCensus(last, censusChoices)
  if (!isBatchDue(last?.madeAt ?? null, { newlyDeclared, otherCensus, now: madeAt })) return false

  const input = {
    ...(await needs.listWriters(city, consultation)),
    declarations: await needs.listDeclarations(city, consultation),
    votes: votesOf(await needs.readVotes(city, consultation)),
    choices: await listVoiceChoices(city, now, needs),
    census: await readCensus(city, now, censusChoices, needs),
    censusChoices,
  }
  const before = last && { result: last.result, cells: await needs.findPublishedCells(city, consultation) }
  const { result, cells } = makeVoiceBatch(input, before, madeAt)
  return await needs.addVoiceBatch(city, consultation, { number: (last?.number ?? 0) + 1, madeAt, result }, cells)
}

/** Votes on statements that are shown; columns count from 0, participants and statements from 1. */
function votesOf({ removed, columns }: Awaited<ReturnType<VoiceBatchRecord['readVotes']>>) {
  const votes: Array<{ participant: number; statement: number; choice: Choice }> = []
  for (let row = 0; row < columns.choice.length; row++) {
    const statement = columns.statementOf[row]!
    if (removed.has(statement)) continue
    votes.push({ participant: columns.participantOf[row]! + 1, statement: statement + 1, choice: columns.choice[row] as Choice })
  }
  return votes
}
