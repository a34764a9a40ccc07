import { longestMistakeText } from '../books/indicators/mistake-report.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import type { CityRecord } from './record.ts'
import type { FigureInput } from './show-figure.ts'

export interface Needs {
  addMistakeReport(
    city: FigureInput['city'],
    report: { seriesId: string; timePeriod: string; text: string; reportedAt: Date; signed?: { personId: string; textId: string } },
  ): Promise<number>
  /** Words of somebody who is signed in stand apart, where she can take them back. */
  addResidentText(city: FigureInput['city'], text: { id: string; personId: string; text: string; writtenAt: Date }): Promise<void>
  newId(): string
}

/** A report that may be taken: what it says, and of which series. */
export interface CheckedReport {
  seriesId: string
  text: string
}

/** Whether the figure is there and the words can be taken. It only reads: ask before the transaction. */
export async function checkMistakeReport(
  { city, series: address, timePeriod, asOf, text }: FigureInput & { text: string },
  needs: Pick<CityRecord, 'listSeries' | 'listHistory'>,
): Promise<Outcome<CheckedReport>> {
  const [series] = await needs.listSeries(city, asOf, { addresses: [address] })
  if (series === undefined) return refuse('series_not_found')
  if ((await needs.listHistory(city, series.id, timePeriod)).length === 0) return refuse('figure_not_found')
  const words = text.trim()
  if (words === '') return refuse('text_empty', 'text')
  if (words.length > longestMistakeText) return refuse('text_too_long', 'text', { limit: longestMistakeText, length: words.length })
  return done({ seriesId: series.id, text: words })
}

/**
 * Somebody says what is wrong with a figure. The report gets a number; no name is asked. From somebody who is signed in it is linked to her
 * account, where she finds the answer. Call it in a transaction.
 *
 * @param input.personId  who is signed in; null: nobody
 */
export async function reportMistake(
  {
    city,
    timePeriod,
    seriesId,
    text,
    now,
    personId,
  }: Pick<FigureInput, 'city' | 'timePeriod'> & CheckedReport & { now: Date; personId: string | null },
  needs: Needs,
): Promise<{ number: number }> {
  const report = { seriesId, timePeriod, reportedAt: now }
  if (personId === null) return { number: await needs.addMistakeReport(city, { ...report, text }) }
  const signed = { personId, textId: needs.newId() }
  await needs.addResidentText(city, { id: signed.textId, personId, text, writtenAt: now })
  return { number: await needs.addMistakeReport(city, { ...report, text: '', signed }) }
}
