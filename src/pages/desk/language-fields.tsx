import type { FC } from 'hono/jsx'
import { languages, type Language } from '../../books/text.ts'
import { problemOf, TextField, type Problem } from '../parts/form.tsx'
import type { Words } from '../words.ts'

interface Props {
  words: Words
  /** The fields are named `{id}-kk` and so on. */
  id: string
  label: string
  values: Readonly<Partial<Record<Language, string>>>
  rows?: number
  maxlength?: number
  problems?: readonly Problem[]
}

/** The same words in three languages, side by side where there is room. */
export const LanguageFields: FC<Props> = ({ words, id, label, values, rows, maxlength, problems = [] }) => (
  <div class="tri">
    {languages.map((language) => (
      <TextField
        id={`${id}-${language}`}
        lang={language}
        label={`${label}, ${words.t(`entry.in_${language}`)}`}
        value={values[language] ?? ''}
        problem={problemOf(problems, `${id}-${language}`)}
        {...(rows === undefined ? {} : { rows })}
        {...(maxlength === undefined ? {} : { maxlength })}
      />
    ))}
  </div>
)
