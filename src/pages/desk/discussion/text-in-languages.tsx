import type { FC } from 'hono/jsx'
import { languages, type Language, type MultilingualText } from '../../../books/text.ts'
import { problemOf, TextField, type Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'

interface TextInLanguagesProps {
  words: Words
  /** The fields are `{id}-kk` and so on. */
  id: string
  label: string
  hint?: string
  value: MultilingualText
  rows: number
  maxlength: number
  problems: readonly Problem[]
}

/** One text in three languages, side by side where there is room. A language without words is marked, with what the page shows instead. */
export const TextInLanguages: FC<TextInLanguagesProps> = ({ words, id, label, hint, value, rows, maxlength, problems }) => (
  <fieldset class="part">
    <legend>{label}</legend>
    {hint !== undefined && <p class="hint">{hint}</p>}
    <div class="tri">
      {languages.map((language) => {
        const missing = missingWords(value, language, words)
        return (
          <TextField
            id={`${id}-${language}`}
            lang={language}
            label={words.t('desk.label_in_language', { label, language: words.t(`desk.language_${language}`) })}
            rows={rows}
            maxlength={maxlength}
            value={value[language] ?? ''}
            problem={problemOf(problems, `${id}-${language}`)}
            {...(missing === null ? {} : { hint: missing, class: 'miss' })}
          />
        )
      })}
    </div>
  </fieldset>
)

/** null: there are words, or there are none in any language. */
function missingWords(text: MultilingualText, language: Language, words: Words): string | null {
  if (text[language]?.trim()) return null
  const shown = languages.filter((one) => text[one]?.trim())
  if (shown.length === 0) return null
  const instead = language === 'en' && shown.includes('ru') ? 'ru' : (shown[0] ?? 'kk')
  return words.t('desk.missing_translation', { language: words.t(`desk.language_${instead}`) })
}
