import type { FC } from 'hono/jsx'
import { cutAtSpans } from '../../../books/cooperation/cut-at-spans.ts'
import type { Evidence } from '../../../books/cooperation/evidence.ts'
import type { Words } from '../../words.ts'

interface MarkedTextProps {
  text: string
  /** ISO 639 code. */
  language: string
  evidence: readonly Evidence[]
  words: Words
}

/**
 * The text of a source with what is marked in it. What is not of the text carries `data-aside`: the script does not count it. In `pre`
 * no typography changes the text (`glue.ts`), so that what is copied from the page is what the source says.
 */
export const MarkedText: FC<MarkedTextProps> = ({ text, language, evidence, words }) => {
  const places = evidence.flatMap(({ start, end, number, marker }) => [
    { start, end, number, isMarker: false },
    ...(marker === null ? [] : [{ ...marker, number, isMarker: true }]),
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
              .map(({ number }) => (
                <sup data-aside id={`place-${number}`}>
                  <a href={`#evidence-${number}`} aria-label={words.t('deskCooperation.place_number', { number })}>
                    {number}
                  </a>
                </sup>
              ))}
          </>
        )
      })}
    </pre>
  )
}
