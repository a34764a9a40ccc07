import type { FC } from 'hono/jsx'
import type { DraftProblem } from '../../../books/programme/draft/check-draft.ts'
import { childKinds, nameText, type Draft, type DraftElement, type ElementKind } from '../../../books/programme/draft/draft.ts'
import { childrenOf } from '../../../books/programme/draft/put-together.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { AttentionAside } from '../attention-list.tsx'
import { deskCrumbs, draftPath, draftProblemWords, elementPath, elementTitle } from './desk-words.ts'

export interface DraftPageProps {
  frame: Frame
  draft: Draft
  title: string
  elements: readonly DraftElement[]
  problems: readonly DraftProblem[]
  /** Which elements she may open to write. */
  mayWrite: (element: Pick<DraftElement, 'kind' | 'id'>) => boolean
  mayAdd: boolean
  mayPublish: boolean
}

/** How many of the most urgent are named in the margin; all are marked where they stand. */
const namedInMargin = 12

/** The whole draft as a tree: every element leads to its page and says what it lacks. */
export const DraftPage: FC<DraftPageProps> = (props) => {
  const { frame, draft, title, elements, problems } = props
  const { words } = frame
  const removed = elements.filter((element) => element.removed)
  return (
    <Layout frame={frame} title={title} unlisted crumbs={deskCrumbs(frame, draft)}>
      <Title title={title}>
        <p>
          {words.t('desk.draft_of', { number: draft.number })} {words.t('desk.published_unchanged')}
        </p>
        <Ways {...props} />
      </Title>
      <div class="desk">
        <div class="stack">
          <Branch {...props} id="head" title={words.t('desk.kind_head')} kind="head" parent="" level={0} />
          <Branch {...props} id="passport" title={words.t('programme.passport')} kind="passport" parent="" level={0} />
          <Branch {...props} id="directions" title={words.t('common.programmeGoals')} kind="direction" parent="" level={0} />
          <Branch {...props} id="sources" title={words.t('programme.sources')} kind="source" parent="" level={0} />
          {removed.length > 0 && (
            <Section id="removed" title={words.t('desk.removed_title')} aside={<p>{words.t('desk.removed_aside')}</p>}>
              <ul class="stack-s">
                {removed.map((element) => (
                  <li>
                    <a href={link(frame, elementPath(draft, element, '/history'))}>{elementTitle(element, words)}</a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
        <AttentionAside
          words={words}
          entries={problems.slice(0, namedInMargin).map((problem) => ({
            priority: problem.priority,
            href: `${link(frame, elementPath(draft, problem.element))}#${problem.field}`,
            text: draftProblemWords(problem, words),
          }))}
        >
          {problems.length > namedInMargin && (
            <p class="fine">{words.t('desk.attention_more', { count: problems.length - namedInMargin })}</p>
          )}
        </AttentionAside>
      </div>
    </Layout>
  )
}

const Ways: FC<DraftPageProps> = ({ frame, draft, mayPublish }) => {
  const { words } = frame
  return (
    <p class="acts">
      <a href={link(frame, draftPath(draft, '/preview'))}>{words.t('desk.how_it_looks')}</a>
      {draft.basedOn !== null && <a href={link(frame, draftPath(draft, '/difference'))}>{words.t('desk.what_changed')}</a>}
      {mayPublish && (
        <a class="btn" href={link(frame, draftPath(draft, '/publish'))}>
          {words.t('desk.publish')}
        </a>
      )}
      {mayPublish && <a href={link(frame, draftPath(draft, '/discard'))}>{words.t('desk.discard')}</a>}
    </p>
  )
}

/** Kinds that stand at the top of the tree as sections. */
const Branch: FC<DraftPageProps & { id: string; title: string; kind: ElementKind; parent: string; level: number }> = (props) => (
  <Section id={props.id} title={props.title}>
    <List {...props} />
  </Section>
)

/** Elements of one kind under one parent, each with what stands under it. */
const List: FC<DraftPageProps & { kind: ElementKind; parent: string; level: number }> = (props) => {
  const { frame, draft, elements, kind, parent, level, mayAdd } = props
  const { words } = frame
  const own = childrenOf(elements, kind, parent)
  return (
    <>
      {own.length > 0 && (
        <ul class="tree">
          {own.map((element) => (
            <li>
              {level > 0 && kind !== 'sentence' && <span class="fine">{words.t(`desk.kind_${kind}`)} </span>}
              <Name {...props} element={element} />
              <Lacks {...props} element={element} />
              {childKinds[kind].map((child) => (
                <List {...props} kind={child} parent={nameText(element)} level={level + 1} />
              ))}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && kind !== 'head' && (
        <p class="add">
          <a href={link(frame, draftPath(draft, `/add/${kind}`), { under: parent })}>{words.t(`desk.add_${kind}`)}</a>
        </p>
      )}
    </>
  )
}

type Own = DraftPageProps & { element: DraftElement }

const Name: FC<Own> = ({ frame, draft, element, mayWrite }) => {
  const title = elementTitle(element, frame.words)
  return mayWrite(element) ? <a href={link(frame, elementPath(draft, element))}>{title}</a> : <span>{title}</span>
}

const Lacks: FC<Own> = ({ frame, element, problems }) => {
  const own = problems.filter((problem) => nameText(problem.element) === nameText(element))
  if (own.length === 0) return <></>
  return (
    <ul class="lacks">
      {own.map((problem) => (
        <li class={`prio ${problem.priority}`}>{draftProblemWords(problem, frame.words)}</li>
      ))}
    </ul>
  )
}
