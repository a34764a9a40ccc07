import type { FC } from 'hono/jsx'
import type { Citation, Sentence } from '../../books/programme/programme.ts'
import { OutsideLink } from '../parts/outside-link.tsx'
import { Picked } from '../parts/picked.tsx'
import type { Words } from '../words.ts'

interface SentencesProps {
  sentences: readonly Sentence[]
  /** All citations of the version; those of a sentence stand behind it. */
  sources: readonly Citation[]
  words: Words
}

/** Running text, each sentence with its number as its own link; a sentence is lit when its link is followed. */
export const Sentences: FC<SentencesProps> = ({ sentences, sources, words }) =>
  sentences.length === 0 ? (
    <></>
  ) : (
    <p class="sentences">
      {sentences.map(({ id, text, sources: cited }, at) => (
        <>
          <span class="s" id={id}>
            <a class="sn" href={`#${id}`} aria-label={words.t('programme.sentence', { number: String(at + 1) })}>
              {at + 1}
            </a>
            <Picked text={text} words={words} />
            <Cited ids={cited} sources={sources} words={words} />
          </span>{' '}
        </>
      ))}
    </p>
  )

/** Where a statement is written, in brackets behind it. */
export const Cited: FC<{ ids: readonly string[]; sources: readonly Citation[]; words: Words }> = ({ ids, sources, words }) => {
  const cited = sources.filter(({ id }) => ids.includes(id))
  if (cited.length === 0) return <></>
  return (
    <span class="cited">
      {' ('}
      {cited.map(({ title, url }, at) => (
        <>
          {at > 0 && '; '}
          {url === null ? <Picked text={title} words={words} /> : <OutsideLink href={url}>{words.pick(title)}</OutsideLink>}
        </>
      ))}
      )
    </span>
  )
}
