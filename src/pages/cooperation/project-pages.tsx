import type { FC } from 'hono/jsx'
import type { ProjectView } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Facts } from '../parts/facts.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import type { Words } from '../words.ts'
import { cooperationCrumbs, cooperationPath, dayWords, sliceOf } from './cooperation-words.ts'
import { Partners } from './names.tsx'

const perPage = 50

/** Investment projects and the stage that each has reached. */
export const ProjectListPage: FC<{ frame: Frame; projects: readonly ProjectView[]; page: number }> = (props) => {
  const { frame, projects } = props
  const { words } = frame
  const title = words.t('cooperation.kinds_project')
  const { items, page, pages } = sliceOf(projects, props.page, perPage)
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('cooperation.projectsLede')}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, 'projects')}
    >
      <Title title={title}>
        <p>{words.t('cooperation.projectsLede')}</p>
      </Title>
      <Section id="list" title={words.t('cooperation.projectCount', { count: projects.length })}>
        {projects.length === 0 && <p class="absent">{words.t('cooperation.noProjects')}</p>}
        {items.length > 0 && (
          <table class="stackable">
            <caption class="hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.t('cooperation.kind_project')}</th>
                <th scope="col">{words.t('cooperation.stage')}</th>
                <th scope="col">{words.t('cooperation.parties')}</th>
                <th scope="col" class="r">
                  {words.t('cooperation.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ project: { number, content }, parties }) => (
                <tr>
                  <th scope="row">
                    <a href={link(frame, cooperationPath('projects', number))}>
                      <Picked text={content.title} words={words} />
                    </a>
                  </th>
                  <td>{words.t(`cooperation.project_stage_${content.stage}`)}</td>
                  <td>{parties.length > 0 && <Partners partners={parties} frame={frame} />}</td>
                  <td class="r">{amountWords(content, words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Pager page={page} pages={pages} words={words} href={(to) => link(frame, cooperationPath('projects'), { page: String(to) })} />
      </Section>
    </Layout>
  )
}

const amountWords = ({ amount, currency }: ProjectView['project']['content'], words: Words): string =>
  amount === null ? '' : `${words.number(amount, 2)} ${currency}`.trim()

/** One investment project, in the words of OC4IDS. */
export const ProjectPage: FC<{ frame: Frame; view: ProjectView }> = ({ frame, view: { project, parties, event } }) => {
  const { words } = frame
  const { content } = project
  const title = words.pick(content.title)
  return (
    <Layout
      frame={frame}
      title={title}
      description={`${words.t('cooperation.kind_project')}: ${title}.`}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, 'projects', { label: title })}
    >
      <Title title={<Picked text={content.title} words={words} />}>
        {words.pick(content.description) !== '' && (
          <p>
            <Picked text={content.description} words={words} />
          </p>
        )}
      </Title>
      <Section id="about" title={words.t('cooperation.aboutProject')} aside={<p>{words.t('cooperation.oc4ids')}</p>}>
        <Facts
          facts={[
            [words.t('cooperation.stage'), words.t(`cooperation.project_stage_${content.stage}`)],
            [words.t('cooperation.type'), words.t(`cooperation.project_type_${content.type}`)],
            [words.t('cooperation.sector'), content.sector.join(', ')],
            [words.t('cooperation.parties'), parties.length === 0 ? null : <Partners partners={parties} frame={frame} />],
            [
              words.t('cooperation.amount'),
              content.amount === null
                ? words.t('cooperation.notSaid')
                : content.amountOn === ''
                  ? amountWords(content, words)
                  : words.t('cooperation.amountOn', { amount: amountWords(content, words), day: words.period(content.amountOn) }),
            ],
            [words.t('cooperation.from'), dayWords(content.from, words)],
            [words.t('cooperation.until'), dayWords(content.until, words)],
            [
              words.t('cooperation.madeAt'),
              event && (
                <a href={link(frame, cooperationPath('events', event.number))}>
                  <Picked text={event.content.title} words={words} />
                </a>
              ),
            ],
          ]}
        />
      </Section>
    </Layout>
  )
}
