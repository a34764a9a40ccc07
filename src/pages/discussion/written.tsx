import type { FC } from 'hono/jsx'
import { compareWords } from '../../books/programme/compare-words.ts'
import type { Contribution } from '../../books/discussion/contribution.ts'
import type { Place } from '../../books/discussion/consulted-text.ts'
import { Diff } from '../parts/diff.tsx'
import type { Words } from '../words.ts'

/** What somebody wrote: in the reader's language where there is a translation, marked as one, the original beneath. */
export const Written: FC<{ contribution: Contribution; words: Words }> = ({ contribution, words }) => {
  const { text, language } = contribution
  if (text === null) return <p class="absent">{words.t(whyGone(contribution))}</p>
  if (text === '') return <></>
  const isForeign = language !== words.language
  const translation = isForeign ? contribution.translations[words.language] : undefined
  if (translation === undefined || translation.text === '')
    return (
      <>
        <p class="written" lang={isForeign ? language : undefined}>
          {text}
        </p>
        {isForeign && <p class="fine">{words.t(`discussion.writtenIn_${language}`)}</p>}
      </>
    )
  return (
    <>
      <p class="written">{translation.text}</p>
      <p class="fine">{words.t(`discussion.translatedBy_${translation.madeBy}`)}</p>
      <details>
        <summary class="fine">{words.t(`discussion.original_${language}`)}</summary>
        <p class="written" lang={language}>
          {text}
        </p>
      </details>
    </>
  )
}

/** Another wording, as a difference from the sentence in the language in which it was suggested. */
export const Wording: FC<{ contribution: Contribution; place: Place | null; words: Words }> = ({ contribution, place, words }) => {
  const { wording, anchor } = contribution
  if (wording === null) return <></>
  const language = anchor?.language ?? contribution.language
  const before = place?.sentence?.text[language] ?? ''
  return (
    <div class="wording">
      <p class="fine">{words.t('discussion.suggestedWording')}</p>
      <p lang={language === words.language ? undefined : language}>
        <Diff parts={compareWords(before, wording)} words={words} />
      </p>
    </div>
  )
}

function whyGone({ state }: Contribution) {
  if (state === 'hidden') return 'discussion.gone_hidden'
  return state === 'withdrawn' ? 'discussion.gone_withdrawn' : 'discussion.gone_erased'
}
