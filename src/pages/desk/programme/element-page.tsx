import type { Child, FC } from 'hono/jsx'
import type { DraftProblem } from '../../../books/programme/draft/check-draft.ts'
import type { Draft, DraftElement, ElementKind } from '../../../books/programme/draft/draft.ts'
import type { Fields } from '../../../books/programme/draft/merge-fields.ts'
import type { FieldProblem } from '../../../books/programme/draft/read-fields.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, type Choice } from '../../parts/form.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { AttentionAside } from '../attention-list.tsx'
import { deskCrumbs, draftPath, draftProblemWords, elementPath, elementTitle, problemsOf, summaryOf } from './desk-words.ts'
import { ElementFields } from './element-fields.tsx'
import type { BaselineRival } from './rival-baseline.tsx'

export interface ElementPageProps {
  frame: Frame
  draft: Draft
  kind: ElementKind
  /** null: it is being added. */
  element: DraftElement | null
  /** `goal/g-1.1`: under what it is added. */
  parent: string
  fields: Fields
  /** Why the form was not taken. */
  problems: readonly FieldProblem[]
  /** What the draft lacks here. */
  attention: readonly DraftProblem[]
  sources: readonly Choice[]
  series: readonly Choice[]
  years: readonly number[]
  rivals: readonly BaselineRival[]
  /** She may only say how far a measure is. */
  officer: boolean
  /** Revision that the form begins from (`baseText`). */
  base: string
  /** A new one for each form of the page. */
  newKey: () => string
  /** It was saved just now. */
  saved: boolean
  /** Number of the goal whose page shows it; null where it stands in none. */
  goal: string | null
  /** Something was done to it meanwhile, and this form did nothing. */
  changedMeanwhile?: boolean
}

/** One element of a draft, on one page: everything it says, in a form. */
export const ElementPage: FC<ElementPageProps> = (props) => {
  const { frame, draft, kind, element, problems, attention } = props
  const { words } = frame
  const title = element === null ? words.t(`desk.add_${kind}`) : elementTitle(element, words)
  const summary = summaryOf(problems, words)
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={deskCrumbs(frame, draft, { label: words.t(`desk.kind_${kind}`) })}
    >
      <ErrorSummary problems={summary} words={words} />
      <Title title={title}>
        <p>
          <Saved {...props} /> {words.t('desk.published_unchanged')}
        </p>
      </Title>
      {props.changedMeanwhile && <Warn>{words.t('desk.changed_meanwhile')}</Warn>}
      {element?.removed && <Warn>{words.t('desk.is_removed')}</Warn>}
      <div class="desk">
        <div class="stack">
          <ElementForm {...props} />
          {element !== null && !props.officer && <Elsewhere {...props} element={element} />}
        </div>
        <AttentionAside
          words={words}
          entries={attention.map((problem) => ({
            priority: problem.priority,
            href: `#${problem.field}`,
            text: draftProblemWords(problem, words),
          }))}
        />
      </div>
    </Layout>
  )
}

const Saved: FC<ElementPageProps> = ({ frame, saved, draft }) => {
  const { words } = frame
  if (!saved) return <>{words.t('desk.draft_of', { number: draft.number })}</>
  return <span role="status">{words.t('desk.saved')}</span>
}

/** The form itself; the page of two editors has it too. */
export const ElementForm: FC<ElementPageProps & { note?: Child }> = (props) => {
  const { frame, draft, kind, element, parent, base, goal } = props
  const { words } = frame
  const action = element === null ? draftPath(draft, `/add/${kind}`) : elementPath(draft, element)
  return (
    <form class="element" method="post" action={link(frame, action)} novalidate>
      {/* Enter in a field presses the first button of a form: it saves, whatever buttons come later. */}
      <button type="submit" class="hidden" tabindex={-1} aria-hidden="true" />
      <FormKey value={props.newKey()} />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="parent" value={parent} />
      {props.note}
      <ElementFields {...props} words={words} problems={problemsOf(props.problems, words)} />
      <p class="acts">
        <button class="btn main" type="submit">
          {words.t('desk.save_draft')}
        </button>
        {goal !== null && element !== null && (
          <a href={link(frame, draftPath(draft, `/preview/goals/${encodeURIComponent(goal)}`))}>{words.t('desk.how_it_looks')}</a>
        )}
        <a href={link(frame, draftPath(draft))}>{words.t('desk.back_to_draft')}</a>
      </p>
    </form>
  )
}

/** Its place among its neighbours, its history, and the way to take it out. */
const Elsewhere: FC<ElementPageProps & { element: DraftElement }> = ({ frame, draft, element, base, newKey }) => {
  const { words } = frame
  const to = (rest: string) => link(frame, elementPath(draft, element, rest))
  return (
    <section class="part" aria-labelledby="place">
      <h2 id="place">{words.t('desk.place_and_history')}</h2>
      <div class="acts">
        {element.kind !== 'head' &&
          (['up', 'down'] as const).map((direction) => (
            <form method="post" action={to('/move')}>
              <FormKey value={newKey()} />
              <button class="btn" type="submit" name="direction" value={direction}>
                {words.t(`desk.move_${direction}`)}
              </button>
            </form>
          ))}
        {element.kind !== 'head' && !element.removed && (
          <form method="post" action={to('/remove')}>
            <FormKey value={newKey()} />
            <input type="hidden" name="base" value={base} />
            <button class="btn" type="submit">
              {words.t('desk.remove')}
            </button>
          </form>
        )}
        <a href={to('/history')}>{words.t('desk.history')}</a>
      </div>
    </section>
  )
}
