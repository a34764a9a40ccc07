import type { FC } from 'hono/jsx'
import type { ComparedFinding } from '../../books/reports/compare-findings.ts'
import type { PublishedReport } from '../../books/reports/published-report.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { publishedPath } from './published-facts.tsx'
import { signed } from './telling.ts'

interface Props {
  frame: Frame
  before: PublishedReport
  now: PublishedReport
  /** Only those that changed, came or went. */
  findings: readonly ComparedFinding[]
  same: number
}

/** Two published reports of one kind beside each other: what each says of every target, measure, goal and indicator that changed. */
export const ComparisonPage: FC<Props> = ({ frame, before, now, findings, same }) => {
  const { words } = frame
  const title = words.t('reports.changes')
  const lists = (['changed', 'new', 'gone'] as const).map((change) => ({
    change,
    found: findings.filter((one) => one.change === change),
  }))
  return (
    <Layout
      frame={frame}
      title={title}
      crumbs={[
        { label: words.t('reports.title'), href: link(frame, '/reports') },
        { label: words.pick(now.title), href: link(frame, publishedPath(now.number)) },
        { label: title },
      ]}
    >
      <Title title={title}>
        <p>
          <a href={link(frame, publishedPath(before.number))}>{words.pick(before.title)}</a> ({words.date(before.publishedAt)}) →{' '}
          <a href={link(frame, publishedPath(now.number))}>{words.pick(now.title)}</a> ({words.date(now.publishedAt)})
        </p>
        <p>{words.t('reports.unchanged', { count: same })}</p>
      </Title>
      {findings.length === 0 && <p class="absent">{words.t('reports.nothingChanged')}</p>}
      {lists
        .filter(({ found }) => found.length > 0)
        .map(({ change, found }) => (
          <Section id={change} title={words.t(`reports.list_${change}`)}>
            <ScrollTable labelledBy={change} words={words} class="stackable">
              <thead>
                <tr>
                  <th scope="col">{words.t('reports.what')}</th>
                  <th scope="col">{words.t('reports.which')}</th>
                  <th scope="col">{words.t('reports.before')}</th>
                  <th scope="col">{words.t('reports.now')}</th>
                  <th scope="col" class="r">
                    {words.t('reports.difference')}
                  </th>
                </tr>
              </thead>
              <tbody>{found.map((one) => rowsOf(one, frame))}</tbody>
            </ScrollTable>
          </Section>
        ))}
    </Layout>
  )
}

/** One row for each thing that is said of it; its name stands before the first. */
const rowsOf = ({ name, change, values }: ComparedFinding, { words }: Frame) =>
  values
    .filter(({ isChanged }) => isChanged || change !== 'changed')
    .map((value, at, shown) => (
      <tr>
        {at === 0 && (
          <th scope="rowgroup" rowspan={shown.length}>
            {name}
          </th>
        )}
        <td>{words.t(`reports.finding_${value.part}`)}</td>
        <td>{value.before ?? '—'}</td>
        <td>{value.now ?? '—'}</td>
        <td class="r">{value.difference === null ? '—' : signed(words, value.difference)}</td>
      </tr>
    ))
