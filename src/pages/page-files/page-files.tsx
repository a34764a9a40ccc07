import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { Drawer } from '../parts/drawer.tsx'
import { allTables, embedCode, filesPage, pageFileAddress } from './page-file-address.ts'
import type { PagePart, PageParts } from './page-parts.ts'

interface Props {
  frame: Frame
  parts: PageParts
}

/** More files than this would weigh as much as a page may: they have a page of their own. */
const mostOnPage = 8

/** The tables and charts of a page as files, and how to show a chart on another site. A page without any says nothing. */
export const PageFiles: FC<Props> = ({ frame, parts }) => {
  const { words } = frame
  const count = parts.tables.length + parts.charts.length
  if (count === 0) return <></>
  if (count > mostOnPage)
    return (
      <p>
        <a href={pageFileAddress(frame, 'tables', filesPage)}>{words.t('pageFiles.summary')}</a>
      </p>
    )
  return (
    <Drawer summary={words.t('pageFiles.summary')}>
      <FileList frame={frame} parts={parts} />
    </Drawer>
  )
}

/** Every file by the name of its table or chart. */
export const FileList: FC<Props> = ({ frame, parts: { tables, charts } }) => {
  const { words } = frame
  return (
    <>
      <p class="fine">
        {words.t('pageFiles.says')} <a href={link(frame, '/api')}>{words.t('common.api')}</a>
      </p>
      {tables.length > 0 && (
        <ul class="plain">
          <li>
            <a href={pageFileAddress(frame, 'tables', allTables)}>{words.t('pageFiles.allTables', { count: tables.length })}</a>
          </li>
          {tables.map(({ name, title }) => (
            <li>
              {title} <a href={pageFileAddress(frame, 'tables', `${name}.csv`)}>CSV</a>
            </li>
          ))}
        </ul>
      )}
      {charts.length > 0 && (
        <ul class="plain">
          {charts.map((chart) => (
            <ChartFile frame={frame} chart={chart} />
          ))}
        </ul>
      )}
    </>
  )
}

const ChartFile: FC<{ frame: Frame; chart: PagePart }> = ({ frame, chart }) => {
  const { words } = frame
  const { name, title } = chart
  return (
    <li>
      {title} <a href={pageFileAddress(frame, 'charts', `${name}.svg`)}>SVG</a>{' '}
      <a href={pageFileAddress(frame, 'charts', `${name}.svg`, { theme: 'dark' })}>{words.t('pageFiles.dark')}</a>
      <br />
      <span class="fine">
        {words.t('pageFiles.embed')}: <code>{embedCode(frame, chart)}</code>
      </span>
    </li>
  )
}
