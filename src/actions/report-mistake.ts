import { done, refuse, type Outcome } from '../books/outcome.ts'
import type { FigureView } from '../books/indicators/figure-view.ts'
import { longestMistakeText } from '../books/indicators/mistake-report.ts'
import { showFigure, type FigureInput, type Needs as FigureNeeds } from './show-figure.ts'

export interface Needs extends FigureNeeds {
  addMistakeReport(
    city: FigureInput['city'],
    report: { seriesId: string; timePeriod: string; text: string; reportedAt: Date },
  ): Promise<number>
}

/** Somebody says what is wrong with a figure. The text is kept with the figure and gets a number; no name is asked. */
export async function reportMistake(
  input: FigureInput & { text: string; now: Date },
  needs: Needs,
): Promise<Outcome<{ view: FigureView; number: number }>> {
  const shown = await showFigure(input, needs)
  if (!shown.ok) return shown
  const text = input.text.trim()
  if (text === '') return refuse('text_empty', 'text')
  if (text.length > longestMistakeText) return refuse('text_too_long', 'text', { limit: longestMistakeText, length: text.length })
  const { id } = shown.value.labelled.series
  const number = await needs.addMistakeReport(input.city, { seriesId: id, timePeriod: input.timePeriod, text, reportedAt: input.now })
  return done({ view: shown.value, number })
}
