import { sentenceId } from '../../books/programme/sections.ts'
import { splitSentences } from '../../books/programme/split-sentences.ts'
import { languages, type Language, type MultilingualText } from '../../books/text.ts'
import { complain, isAbsent, readList, readObject, readOptionalText, readText, readWords, type Field } from './fields.ts'
import type { Sentence } from '../../books/programme/programme.ts'

/** A sentence before it has an id. */
interface Draft {
  id: string | null
  text: MultilingualText
  sources: readonly string[]
}

/**
 * A text of a section, written in one of two ways: a text per language, which is split into sentences, or a list of
 * sentences. Sentences without an id get one from the section and their words.
 */
export function readSentences(field: Field, section: string): Sentence[] {
  if (isAbsent(field)) return []
  const drafts = Array.isArray(field.value) ? readList(field, readDraft) : splitText(field)
  const seen = new Map<string, number>()
  return drafts.map(({ id, text, sources }) => {
    const derived = sentenceId(section, text)
    const occurrence = (seen.get(derived) ?? 0) + 1
    seen.set(derived, occurrence)
    return { id: id ?? sentenceId(section, text, occurrence), text, sources }
  })
}

function readDraft(item: Field): Draft {
  const { id, kk, ru, en, sources } = readObject(item, ['id', ...languages, 'sources'])
  const words: Array<[Language, Field]> = [
    ['kk', kk],
    ['ru', ru],
    ['en', en],
  ]
  const text = Object.fromEntries(words.map(([language, field]) => [language, readOptionalText(field)]).filter(([, one]) => one !== null))
  if (Object.keys(text).length === 0) complain(item, 'sentence_empty')
  return { id: readOptionalText(id), text, sources: readList(sources, readText) }
}

/** Sentence n of one language is sentence n of the others: their counts must agree. */
function splitText(field: Field): Draft[] {
  const { value } = field
  const { sources, ...texts } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { sources: undefined }
  const text = readWords({ ...field, value: typeof value === 'string' ? value : texts })
  const cited = readList({ ...field, value: sources, path: [...field.path, 'sources'] }, readText)

  const split = languages.flatMap((language) =>
    text[language] === undefined ? [] : [{ language, sentences: splitSentences(text[language]) }],
  )
  const counts = new Set(split.map(({ sentences }) => sentences.length))
  if (counts.size > 1)
    complain(field, 'sentences_do_not_match', {
      counts: split.map(({ language, sentences }) => `${language} ${sentences.length}`).join(', '),
    })
  return Array.from({ length: Math.max(0, ...counts) }, (_, at) => ({
    id: null,
    text: Object.fromEntries(split.flatMap(({ language, sentences }) => (sentences[at] === undefined ? [] : [[language, sentences[at]]]))),
    sources: cited,
  }))
}
