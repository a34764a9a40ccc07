import type { FC } from 'hono/jsx'
import type { DraftElement } from '../../../books/programme/draft/draft.ts'
import type { Merge } from '../../../books/programme/draft/merge-fields.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { MergeDifference } from '../merge-difference.tsx'
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
          <MergeDifference one={one} label={labelOf(one.field, words)} open={merge.open.includes(one.field)} words={words} />
        ))}
      </Section>
      <Section id="merged" title={words.t('desk.conflict_merged')} aside={<p>{words.t('desk.conflict_merged_aside')}</p>}>
        <ElementForm {...props} fields={merge.merged} problems={[...props.problems, ...open]} />
      </Section>
    </Layout>
  )
}
