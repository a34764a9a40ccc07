import type { FC } from 'hono/jsx'
import type { Choices, NamedRecords } from '../../../books/cooperation/desk-view.ts'
import { problemOf, TextField, type Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'
import { ReferenceField } from './reference-fields.tsx'

/** The words of a source as somebody pasted them; the fields are `span-words` and so on. */
export interface SpanInput {
  /** Number of the source. */
  source: string
  words: string
  /** Where they begin in the text; '' : not said. */
  start: string
  marker: string
}

export const noSpan: SpanInput = { source: '', words: '', start: '', marker: '' }

/** Where the words stand more than once. */
export type SpanPlaces = ReadonlyArray<{ start: number; end: number; around: string }>

interface SpanFieldsProps {
  span: SpanInput
  places: SpanPlaces
  problems: readonly Problem[]
  words: Words
  /** Documents to choose from; null: it is known which. */
  sources: { choices: Choices; named: NamedRecords } | null
  /** The verb of a promise is asked for. */
  withMarker: boolean
}

/** What is wrong with a place in a source, beside the fields of this form. */
export const spanProblems = (problems: readonly Problem[]): Problem[] =>
  problems.map(({ field, text }) => ({ field: ['source', 'words', 'marker'].includes(field) ? `span-${field}` : field, text }))

/** A place in a source by its words: the server finds it, or asks which of several is meant. */
export const SpanFields: FC<SpanFieldsProps> = ({ span, places, problems, words, sources, withMarker }) => (
  <>
    {sources !== null && (
      <ReferenceField
        id="span-source"
        label={words.t('cooperation.kind_source')}
        value={span.source}
        problem={problemOf(problems, 'span-source')}
        to="source"
        choices={sources.choices}
        named={sources.named}
        words={words}
      />
    )}
    <TextField
      id="span-words"
      label={words.t('deskCooperation.span_words')}
      hint={words.t('deskCooperation.span_words_hint')}
      problem={problemOf(problems, 'span-words')}
      value={span.words}
      rows={4}
      maxlength={10_000}
    />
    {places.length === 0 ? (
      <input type="hidden" name="span-start" value={span.start} />
    ) : (
      <fieldset class="part">
        <legend>{words.t('deskCooperation.span_which')}</legend>
        <div class="ticks">
          {places.map(({ start, around }, at) => (
            <label>
              <input type="radio" name="span-start" value={String(start)} checked={span.start === String(start)} />
              <span>
                {at + 1}. …{around}…
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    )}
    {withMarker && (
      <TextField
        id="span-marker"
        label={words.t('deskCooperation.span_marker')}
        hint={words.t('deskCooperation.span_marker_hint')}
        problem={problemOf(problems, 'span-marker')}
        value={span.marker}
        maxlength={200}
      />
    )}
  </>
)
