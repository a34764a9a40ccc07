import type { FC } from 'hono/jsx'
import type { KeptChange } from '../../../books/accounts/change.ts'
import { compareWords } from '../../../books/programme/compare-words.ts'
import type { Draft, DraftElement } from '../../../books/programme/draft/draft.ts'
import { fieldsOf } from '../../../books/programme/draft/fields.ts'
import { stateIn } from '../../../books/programme/draft/kept-state.ts'
import { mergeFields, type Fields } from '../../../books/programme/draft/merge-fields.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { isMessageKey } from '../../messages.ts'
import { Diff } from '../../parts/diff.tsx'
import { FormKey } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { deskCrumbs, elementPath, elementTitle, labelOf, momentWords } from './desk-words.ts'

interface HistoryPageProps {
  frame: Frame
  draft: Draft
  element: DraftElement
  /** Newest first. */
  changes: readonly KeptChange[]
  /** Names of the people by id. */
  names: ReadonlyMap<string, string>
  mayWrite: boolean
  newKey: () => string
}

/** Everything that was ever done to an element: who, when, what was and what came. An earlier text can be brought back. */
export const HistoryPage: FC<HistoryPageProps> = (props) => {
  const { frame, draft, element, changes } = props
  const { words } = frame
  const title = words.t('desk.history_title')
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      crumbs={deskCrumbs(
        frame,
        draft,
        { label: elementTitle(element, words), href: link(frame, elementPath(draft, element)) },
        { label: words.t('desk.history') },
      )}
    >
      <Title title={title}>
        <p>{elementTitle(element, words)}</p>
      </Title>
      {changes.length === 0 && <p class="absent">{words.t('desk.history_none')}</p>}
      {changes.map((change, at) => (
        <Line {...props} change={change} place={changes.length - at} />
      ))}
    </Layout>
  )
}

const Line: FC<HistoryPageProps & { change: KeptChange; place: number }> = ({
  frame,
  draft,
  element,
  change,
  place,
  names,
  mayWrite,
  newKey,
}) => {
  const { words } = frame
  const [before, after] = [stateIn(change.before), stateIn(change.after)]
  const verb = `desk.did_${change.action.split('.')[1]}`
  const who = change.by === null ? words.t('desk.command_line') : (names.get(change.by) ?? words.t('desk.somebody'))
  const fields = (state: typeof before): Fields =>
    state === null ? {} : fieldsOf({ kind: element.kind, content: state.content } as Pick<DraftElement, 'kind' | 'content'>)
  const [was, is] = [fields(before), fields(after)]
  const changed = mergeFields(was, is, was).changed
  return (
    <Section
      id={`change-${change.number}`}
      title={`${place}. ${isMessageKey(verb) ? words.t(verb) : change.action}`}
      aside={
        <>
          <p>{who}</p>
          <p>{momentWords(change.at, frame)}</p>
        </>
      }
    >
      {changed.length > 0 && (
        <dl class="versions">
          {changed.map(({ field }) => (
            <>
              <dt>{labelOf(field, words)}</dt>
              <dd lang={/\.(kk|ru|en)$/.exec(field)?.[1]}>
                <Diff parts={compareWords(was[field] ?? '', is[field] ?? '')} words={words} />
              </dd>
            </>
          ))}
        </dl>
      )}
      {mayWrite && before !== null && (
        <form method="post" action={link(frame, elementPath(draft, element, '/restore'))}>
          <FormKey value={newKey()} />
          <button class="btn" type="submit" name="change" value={String(change.number)}>
            {words.t('desk.restore_before')}
          </button>
        </form>
      )}
    </Section>
  )
}
