import { done, refuse, type Outcome } from '../books/outcome.ts'
import type { FigureView } from '../books/indicators/figure-view.ts'
import { longestMistakeText } from '../books/indicators/mistake-report.ts'
import { showFigure, type FigureInput, type Needs as FigureNeeds } from './show-figure.ts'

export interface Needs extends FigureNeeds {
  addMistakeReport(
    city: FigureInput['city'],
    report: { seriesId: string; timePeriod: string; text: string; reportedAt: Date; signed?: { personId: string; textId: string } },
  ): Promise<number>
  /** Words of somebody who is signed in stand apart, where she can take them back. */
  addResidentText(city: FigureInput['city'], text: { id: string; personId: string; text: string; writtenAt: Date }): Promise<void>
  newId(): string
}

/**
 * Somebody says what is wrong with a figure. The report gets a number; no name is asked. From somebody who is signed in it is linked to her
 * account, where she finds the answer. Call it in a transaction.
 *
 * @param input.personId  who is signed in; null: nobody
 */
export async function reportMistake(
  input: FigureInput & { text: string; now: Date; personId: string | null },
  needs: Needs,
): Promise<Outcome<{ view: FigureView; number: number }>> {
  const shown = await showFigure(input, needs)
  if (!shown.ok) return shown
  const text = input.text.trim()
  if (text === '') return refuse('text_empty', 'text')
  if (text.length > longestMistakeText) return refuse('text_too_long', 'text', { limit: longestMistakeText, length: text.length })
  const { id } = shown.value.labelled.series
  const report = { seriesId: id, timePeriod: input.timePeriod, reportedAt: input.now }
  if (input.personId === null) return done({ view: shown.value, number: await needs.addMistakeReport(input.city, { ...report, text }) })
  const signed = { personId: input.personId, textId: needs.newId() }
  await needs.addResidentText(input.city, { id: signed.textId, personId: signed.personId, text, writtenAt: input.now })
  const number = await needs.addMistakeReport(input.city, { ...report, text: '', signed })
  return done({ view: shown.value, number })
}
