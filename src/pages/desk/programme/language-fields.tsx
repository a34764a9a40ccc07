import type { FC } from 'hono/jsx'
import { languages, type Language, type MultilingualText } from '../../../books/text.ts'
import type { Fields } from '../../../books/programme/draft/merge-fields.ts'
import { problemOf, TextField, type Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'
import { labelIn } from './desk-words.ts'

/** Each language by its own name. */
const languageNames: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

interface LanguageFieldsProps {
  /** Names of the texts: `title`, `note`; each has one field for each language. */
  texts: ReadonlyArray<{ name: string; rows: number }>
  fields: Fields
  problems: readonly Problem[]
  words: Words
}

/** Texts in three languages side by side. What has words in one language and not in another is marked, with what the page shows instead. */
export const LanguageFields: FC<LanguageFieldsProps> = ({ texts, fields, problems, words }) => (
  <fieldset class="part">
    <legend>{words.t('desk.three_languages')}</legend>
    <div class="tri">
      {languages.map((language) => (
        <div class="col">
          <p class="lab2" lang={language}>
            {languageNames[language]}
          </p>
          {texts.map(({ name, rows }) => {
            const id = `${name}.${language}`
            const missing = missingWords(name, language, fields, words)
            return (
              <TextField
                id={id}
                label={<span lang={language}>{labelIn(name, language)}</span>}
                lang={language}
                rows={rows}
                value={fields[id] ?? ''}
                problem={problemOf(problems, id)}
                {...(missing === null ? {} : { hint: missing, class: 'miss' })}
              />
            )
          })}
        </div>
      ))}
    </div>
  </fieldset>
)

/** null: nothing is missing, or there are no words in any language. */
function missingWords(name: string, language: Language, fields: Fields, words: Words): string | null {
  const text: MultilingualText = Object.fromEntries(languages.map((one) => [one, fields[`${name}.${one}`] ?? '']))
  if (text[language]?.trim()) return null
  const shown = languages.filter((one) => text[one]?.trim())
  if (shown.length === 0) return null
  const instead = language === 'en' && shown.includes('ru') ? 'ru' : shown[0]
  return words.t('desk.missing_translation', { language: words.t(`desk.language_${instead ?? 'kk'}`) })
}
