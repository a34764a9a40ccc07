import type { FC } from 'hono/jsx'
import type { BudgetView } from '../../books/programme/programme-view.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { BudgetLines, BudgetTables } from './budget-tables.tsx'
import { goalPath, ownerWords, versionWords } from './programme-words.ts'

/** What the programme costs: by year and funding source, then measure by measure. */
export const BudgetPage: FC<{ frame: Frame; view: BudgetView }> = ({ frame, view }) => {
  const { words } = frame
  const { version, budgets, goals } = view
  return (
    <Layout
      frame={frame}
      title={words.t('programme.budgetTitle')}
      description={words.t('programme.budgetLede')}
      book="programme"
      crumbs={[{ label: words.t('common.programme'), href: link(frame, '/programme') }, { label: words.t('common.programmeBudget') }]}
    >
      <Title title={words.t('programme.budgetTitle')}>
        <p>{words.t('programme.budgetLede')}</p>
      </Title>
      <Section id="years" title={words.t('programme.byYear')} aside={<p>{versionWords(version, words)}</p>}>
        {budgets.length === 0 ? (
          <p class="absent">{words.t('programme.budgetNotFound')}</p>
        ) : (
          <BudgetTables budgets={budgets} href="#measures" labelledBy="years" words={words} />
        )}
      </Section>
      <Section id="measures" title={words.t('programme.byMeasure')} aside={<AsOfForm frame={frame} />}>
        {goals.length === 0 && <p class="absent">{words.t('programme.noMeasures')}</p>}
        {goals.map(({ goal, measures }) => (
          <div class="stack-s">
            <h3>
              <a href={link(frame, goalPath(goal))}>
                {words.t('programme.goalTitle', { number: goal.number, title: words.pick(goal.title) })}
              </a>
            </h3>
            <table class="stackable by-measure">
              <thead>
                <tr>
                  <th scope="col">{words.t('programme.measure')}</th>
                  <th scope="col">{words.t('programme.owner')}</th>
                  <th scope="col">{words.t('programme.budget')}</th>
                </tr>
              </thead>
              <tbody>
                {measures.map(({ measure }) => (
                  <tr>
                    <th scope="row">
                      {measure.number}. <Picked text={measure.title} words={words} />
                    </th>
                    <td>{ownerWords(measure, words)}</td>
                    <td>
                      <BudgetLines measure={measure} href={link(frame, goalPath(goal, measure.id))} words={words} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </Section>
    </Layout>
  )
}
