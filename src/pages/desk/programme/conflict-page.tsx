import type { FC } from 'hono/jsx'
import { compareWords } from '../../../books/programme/compare-words.ts'
import type { DraftElement } from '../../../books/programme/draft/draft.ts'
import type { Merge } from '../../../books/programme/draft/merge-fields.ts'
import { Layout } from '../../layout.tsx'
import { Diff } from '../../parts/diff.tsx'
import { ErrorSummary } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import type { Words } from '../../words.ts'
import { deskCrumbs, elementTitle, labelOf, momentWords, summaryOf } from './desk-words.ts'
import { ElementForm, type ElementPageProps } from './element-page.tsx'

export interface ConflictPageProps extends ElementPageProps {
  element: DraftElement
  merge: Merge
  /** Who changed it meanwhile, and when. */
  theirs: { name: string; at: string } | null
}

/**
 * Somebody changed the same thing meanwhile: what it was, what she wrote, what you wrote, and a form in which both are put together. Nothing
 * has been saved yet; the form begins from her text.
 */
export const ConflictPage: FC<ConflictPageProps> = (props) => {
  const { frame, draft, element, merge, theirs } = props
  const { words } = frame
  const open = merge.open.map((field) => ({ field, code: 'both_changed', details: {} }))
  const title = words.t('desk.conflict_title')
  return (
    <Layout frame={frame} title={title} unlisted failed crumbs={deskCrumbs(frame, draft, { label: elementTitle(element, words) })}>
      <ErrorSummary
        problems={open.length > 0 ? summaryOf(open, words) : [{ field: 'merged', text: words.t('desk.conflict_look') }]}
        words={words}
      />
      <Title title={title}>
        <p>
          {theirs !== null && words.t('desk.conflict_who', { name: theirs.name, when: momentWords(theirs.at, frame) })}{' '}
          {words.t('desk.conflict_lede')}
        </p>
      </Title>
      {element.removed && <Warn>{words.t('desk.is_removed')}</Warn>}
      <Section id="differences" title={words.t('desk.conflict_differences')} aside={<p>{words.t('programme.differenceAside')}</p>}>
        {merge.changed.map((one) => (
          <Difference one={one} open={merge.open.includes(one.field)} words={words} />
        ))}
      </Section>
      <Section id="merged" title={words.t('desk.conflict_merged')} aside={<p>{words.t('desk.conflict_merged_aside')}</p>}>
        <ElementForm {...props} fields={merge.merged} problems={[...props.problems, ...open]} />
      </Section>
    </Layout>
  )
}

const Difference: FC<{ one: Merge['changed'][number]; open: boolean; words: Words }> = ({ one, open, words }) => {
  const { field, base, theirs, mine } = one
  const lang = /\.(kk|ru|en)$/.exec(field)?.[1]
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
      <h3>{labelOf(field, words)}</h3>
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
