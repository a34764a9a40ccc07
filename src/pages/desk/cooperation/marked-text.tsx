import type { FC } from 'hono/jsx'
import { cutAtSpans } from '../../../books/cooperation/cut-at-spans.ts'
import type { Evidence } from '../../../books/cooperation/evidence.ts'
import type { Words } from '../../words.ts'

interface MarkedTextProps {
  text: string
  /** ISO 639 code. */
  language: string
  evidence: readonly Evidence[]
  /** Where the list of marked places has it. */
  entryOf: (place: Evidence) => string
  words: Words
}

/**
 * The text of a source with what is marked in it. What is not of the text carries `data-aside`: the script does not count it. In `pre`
 * no typography changes the text (`glue.ts`), so that what is copied from the page is what the source says.
 */
export const MarkedText: FC<MarkedTextProps> = ({ text, language, evidence, entryOf, words }) => {
  const places = evidence.flatMap((place) => [
    { start: place.start, end: place.end, place, isMarker: false },
    ...(place.marker === null ? [] : [{ ...place.marker, place, isMarker: true }]),
  ])
  return (
    <pre class="source-text" lang={language} data-text>
      {cutAtSpans(text, places).map((piece) => {
        const isMarked = piece.within.some(({ isMarker }) => !isMarker)
        const isVerb = piece.within.some(({ isMarker }) => isMarker)
        const Shown = isMarked ? 'mark' : 'span'
        return (
          <>
            <Shown>{isVerb ? <b>{piece.text}</b> : piece.text}</Shown>
            {piece.ends
              .filter(({ isMarker }) => !isMarker)
              .map(({ place }) => (
                <sup data-aside id={`place-${place.number}`}>
                  <a href={entryOf(place)} aria-label={words.t('deskCooperation.place_number', { number: place.number })}>
                    {place.number}
                  </a>
                </sup>
              ))}
          </>
        )
      })}
    </pre>
  )
}
