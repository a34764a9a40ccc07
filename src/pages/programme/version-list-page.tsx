import type { FC } from 'hono/jsx'
import type { VersionRow } from '../../books/programme/programme-view.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import type { Words } from '../words.ts'
import { dayWords, differencePath, versionPath } from './programme-words.ts'

/** All versions of the programme, newest first, each with what it changed. */
export const VersionListPage: FC<{ frame: Frame; rows: readonly VersionRow[] }> = ({ frame, rows }) => {
  const { words } = frame
  const known = rows.filter((row) => row.known)
  const [first, last] = [known.at(-1), known[0]]
  return (
    <Layout
      frame={frame}
      title={words.t('programme.versionsTitle')}
      description={words.t('programme.versionsLede')}
      book="programme"
      crumbs={[{ label: words.t('common.programme'), href: link(frame, '/programme') }, { label: words.t('common.programmeVersions') }]}
    >
      <Title title={words.t('programme.versionsTitle')}>
        <p>{words.t('programme.versionsLede')}</p>
      </Title>
      <Section id="versions" title={words.t('common.programmeVersions')} aside={<AsOfForm frame={frame} />}>
        <table class="stackable">
          <thead>
            <tr>
              <th scope="col">{words.t('programme.version')}</th>
              <th scope="col">{words.t('programme.date')}</th>
              <th scope="col">{words.t('programme.act')}</th>
              <th scope="col">{words.t('programme.changes')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">
                  <a href={link(frame, versionPath(row.version))}>
                    {words.t('programme.versionUndated', {
                      number: String(row.version.number),
                      status: words.t(`programme.status_${row.version.status}`),
                    })}
                  </a>
                </th>
                <td>{row.version.date === null ? words.t('programme.dateNotFound') : dayWords(row.version.date, words)}</td>
                <td>
                  <Picked text={row.version.act} words={words} />
                </td>
                <td>
                  <Changes frame={frame} row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {first && last && last.version.number - first.version.number > 1 && (
          <p>
            <a href={link(frame, differencePath(first.version, last.version))}>
              {words.t('programme.fromFirstToLast', { from: String(first.version.number), to: String(last.version.number) })}
            </a>
          </p>
        )}
      </Section>
    </Layout>
  )
}

const Changes: FC<{ frame: Frame; row: VersionRow }> = ({ frame, row }) => {
  const { words } = frame
  const { difference, known } = row
  return known && difference !== null ? (
    <a href={link(frame, differencePath(difference.before, difference.after))}>{countWords(difference.counts, words)}</a>
  ) : (
    <span class="quiet">{words.t(known ? 'programme.nothingBefore' : 'programme.textNotInSources')}</span>
  )
}

/** "12 sentences, 3 target indicators, 4 measures changed". */
export function countWords(counts: NonNullable<VersionRow['difference']>['counts'], words: Words): string {
  const total = ({ added, removed, changed, moved }: typeof counts.sentences) => added + removed + changed + moved
  return words.t('programme.changeCounts', {
    sentences: total(counts.sentences),
    indicators: total(counts.indicators),
    measures: total(counts.measures),
  })
}
