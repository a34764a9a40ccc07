import type { FC } from 'hono/jsx'
import { compareWords } from '../../books/programme/compare-words.ts'
import type { Merge } from '../../books/programme/draft/merge-fields.ts'
import { Diff } from '../parts/diff.tsx'
import type { Words } from '../words.ts'

interface Props {
  one: Merge['changed'][number]
  label: string
  /** Both changed it, otherwise. */
  open: boolean
  words: Words
}

/** One field that two people changed: what it was, what somebody else wrote, what you wrote. */
export const MergeDifference: FC<Props> = ({ one, label, open, words }) => {
  const { field, base, theirs, mine } = one
  const lang = /(?:^|\.)(kk|ru|en)$/.exec(field)?.[1]
  const text = (name: 'was' | 'theirs' | 'yours', now: string) => (
    <>
      <dt>{words.t(`desk.conflict_${name}`)}</dt>
      <dd lang={lang}>
        {now === '' && base === '' ? (
          <span class="quiet">{words.t('desk.blank')}</span>
        ) : (
          <Diff parts={name === 'was' ? [{ kind: 'same', text: now || '—' }] : compareWords(base, now)} words={words} />
        )}
      </dd>
    </>
  )
  return (
    <div class="changed-section stack-s">
      <h3>{label}</h3>
      <p class="fine">
        {words.t(
          open
            ? 'desk.conflict_both'
            : mine === base
              ? 'desk.conflict_only_they'
              : theirs === base
                ? 'desk.conflict_only_you'
                : 'desk.conflict_alike',
        )}
      </p>
      <dl class="versions">
        {text('was', base)}
        {text('theirs', theirs)}
        {text('yours', mine)}
      </dl>
    </div>
  )
}
