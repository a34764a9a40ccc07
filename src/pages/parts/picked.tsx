import type { FC } from 'hono/jsx'
import type { MultilingualText } from '../../books/text.ts'
import type { Words } from '../words.ts'

/** A text in the reader's language, or in the nearest one that has words, marked as such for voices and spelling. */
export const Picked: FC<{ text: MultilingualText; words: Words; otherwise?: string }> = ({ text, words, otherwise }) => {
  const picked = words.picked(text)
  if (picked === null) return <>{otherwise ?? ''}</>
  if (picked.language === words.language) return <>{picked.text}</>
  return <span lang={picked.language}>{picked.text}</span>
}
