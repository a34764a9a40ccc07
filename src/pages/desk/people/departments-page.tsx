import type { FC } from 'hono/jsx'
import type { DepartmentChoices } from '../../../books/accounts/department-choices.ts'
import type { Department } from '../../../books/accounts/department.ts'
import { longestDepartmentName, type DepartmentInput } from '../../../books/accounts/write-department.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { languages } from '../../../books/text.ts'
import { problemsOf } from '../../account/problems.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, TextField, problemOf } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { CheckList } from './check-list.tsx'
import { deskCrumbs } from './desk-crumbs.ts'

/** The departments of the city, and how much each answers for. */
export const DepartmentsPage: FC<{ frame: Frame; departments: readonly Department[] }> = ({ frame, departments }) => {
  const { words } = frame
  const title = words.t('account.department_title')
  const named = departments
    .map((department) => ({ department, name: words.pick(department.name) || department.id }))
    .sort((a, b) => words.compare(a.name, b.name))
  return (
    <Layout frame={frame} title={title} crumbs={deskCrumbs(frame, title)} unlisted>
      <Title title={title}>
        <p>{words.t('account.department_lede')}</p>
      </Title>
      <div class="stack">
        {named.length === 0 ? (
          <p>{words.t('account.department_none')}</p>
        ) : (
          <ul class="stack-s">
            {named.map(({ department, name }) => (
              <li>
                <a href={link(frame, `/desk/departments/${department.id}`)}>{name}</a>{' '}
                <span class="fine">
                  {words.t('account.department_counts', {
                    indicators: department.indicators.length,
                    measures: department.measures.length,
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p class="acts">
          <a class="btn main" href={link(frame, '/desk/departments/new')}>
            {words.t('account.department_add')}
          </a>
        </p>
      </div>
    </Layout>
  )
}

interface DepartmentPageProps {
  frame: Frame
  /** What stands in the form. */
  department: DepartmentInput
  isNew: boolean
  choices: DepartmentChoices
  newKey: () => string
  refusal: Refusal | null
  /** Who is in it or invited to it: while there is anybody, it stays. */
  people: readonly string[]
}

/** One department: its name, and what it answers for. */
export const DepartmentPage: FC<DepartmentPageProps> = ({ frame, department, isNew, choices, newKey, refusal, people }) => {
  const { words } = frame
  const problems = problemsOf(refusal, words)
  const title = words.t(isNew ? 'account.department_add' : 'account.department_one')
  const all = { label: words.t('account.department_title'), href: link(frame, '/desk/departments') }
  return (
    <Layout frame={frame} title={title} failed={problems.length > 0} crumbs={deskCrumbs(frame, all, title)} unlisted>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>{!isNew && <p>{words.pick(department.name) || department.id}</p>}</Title>
      <div class="stack">
        <form class="stack" method="post" action={link(frame, `/desk/departments/${isNew ? 'new' : department.id}`)}>
          <FormKey value={newKey()} />
          {isNew && (
            <TextField
              id="id"
              label={words.t('account.department_id')}
              hint={words.t('account.department_id_hint')}
              value={department.id}
              maxlength={40}
              spellcheck={false}
              problem={problemOf(problems, 'id')}
            />
          )}
          <div class="tri">
            {languages.map((language) => (
              <TextField
                id={`name-${language}`}
                label={words.t(`account.department_name_${language}`)}
                value={department.name[language] ?? ''}
                lang={language}
                maxlength={longestDepartmentName}
                problem={problemOf(problems, `name-${language}`)}
                {...(department.name[language] ? {} : { class: 'miss' })}
              />
            ))}
          </div>
          <CheckList
            id="measures"
            legend={words.t('account.department_measures')}
            none={words.t('account.department_no_measures')}
            problem={problemOf(problems, 'measures')}
            chosen={department.measures}
            choices={choices.measures.map(({ id, text }) => ({ value: id, label: words.pick(text) || id }))}
          />
          <CheckList
            id="indicators"
            legend={words.t('account.department_indicators')}
            none={words.t('account.department_no_indicators')}
            problem={problemOf(problems, 'indicators')}
            chosen={department.indicators}
            choices={choices.indicators.map(({ code, name }) => ({ value: code, label: `${code} ${words.pick(name)}` }))}
          />
          <p class="acts">
            <button type="submit" class="btn main">
              {words.t('form.save')}
            </button>
            <a href={link(frame, '/desk/departments')}>{words.t('form.cancel')}</a>
          </p>
        </form>
        {!isNew && (
          <Section id="remove" title={words.t('account.department_remove')}>
            {people.length > 0 ? (
              <p>{words.t('account.department_not_empty', { people: people.join(', ') })}</p>
            ) : (
              <form class="stack" method="post" action={link(frame, `/desk/departments/${department.id}/remove`)}>
                <FormKey value={newKey()} />
                <p>{words.t('account.department_remove_about')}</p>
                <p class="acts">
                  <button type="submit" class="btn">
                    {words.t('account.department_remove')}
                  </button>
                </p>
              </form>
            )}
          </Section>
        )}
      </div>
    </Layout>
  )
}
