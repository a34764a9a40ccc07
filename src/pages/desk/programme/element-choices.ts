import type { FigureReference, LabelledSeries } from '../../../books/indicators/labelled-series.ts'
import type { DraftElement } from '../../../books/programme/draft/draft.ts'
import { childrenOf } from '../../../books/programme/draft/put-together.ts'
import { link, type Frame } from '../../frame.ts'
import { cutWords, figurePath, sourceWords, unitWords } from '../../indicators/series-words.ts'
import type { Choice } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'
import type { BaselineRival } from './rival-baseline.tsx'

/** Citations of a draft. */
export const sourceChoices = (elements: readonly DraftElement[], words: Words): Choice[] =>
  childrenOf(elements, 'source', '').map(({ id, content }) => ({ value: id, label: words.pick(content.title) || id }))

/** Series by indicator; the choice that stands, even where the record has no such series. */
export function seriesChoices(series: readonly LabelledSeries[], stored: string, words: Words): Choice[] {
  const choices = series.map((one) => ({
    value: one.series.address,
    label: [one.series.indicator, sourceWords(one, words), cutWords(one, words), unitWords(one, words)].join(' · '),
  }))
  const known = stored === '' || choices.some(({ value }) => value === stored)
  return known ? choices : [{ value: stored, label: stored }, ...choices]
}

export const rivalsOf = (rivals: ReadonlyArray<{ labelled: LabelledSeries; figure: FigureReference }>, frame: Frame): BaselineRival[] =>
  rivals.map(({ labelled, figure }) => ({
    value: figure.value ?? '',
    source: sourceWords(labelled, frame.words),
    href: link(frame, figurePath(figure.series, figure.timePeriod)),
  }))
