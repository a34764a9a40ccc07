import type { FC } from 'hono/jsx'
import type { Release } from '../../books/indicators/figure.ts'
import type { NoticeGroup, NoticePage } from '../../books/indicators/release-view.ts'
import type { Notice } from '../../books/notice.ts'
import { link, type Frame } from '../frame.ts'
import { Pager } from '../parts/pager.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import type { Words } from '../words.ts'
import { NoticeExplanation, noticeTitle } from './notice-words.tsx'

interface Props {
  frame: Frame
  release: Release
}

/** Every kind of notice: what is wrong, why it matters, what to do, how often, and the first few places. */
export const NoticeGroups: FC<Props & { groups: readonly NoticeGroup[] }> = ({ frame, release, groups }) => {
  const { words } = frame
  return (
    <ol class="notices">
      {groups.map((group) => (
        <li id={group.code}>
          <h3 id={`${group.code}-name`}>
            {noticeTitle(group.code, words)} <span class="fine">{words.number(group.count)}</span>
          </h3>
          <p class="fine">
            {words.t(`releases.severity_${group.severity}`)} · <code>{group.code}</code>
          </p>
          <NoticeExplanation code={group.code} first={group.examples[0]} words={words} />
          {group.examples.length > 0 && <NoticeTable notices={group.examples} words={words} labelledBy={`${group.code}-name`} />}
          {group.count > group.examples.length && (
            <p>
              <a href={link(frame, `/releases/${release.number}`, { code: group.code })}>
                {words.t('releases.showAll', { count: group.count })}
                <span class="hidden">: {noticeTitle(group.code, words)}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** One kind of notice, page by page, each with its file and line. */
export const OpenedNotices: FC<Props & { groups: readonly NoticeGroup[]; opened: NoticePage }> = ({ frame, release, opened }) => {
  const { words } = frame
  const { code, notices, page, pages, count, kept } = opened
  const path = `/releases/${release.number}`
  return (
    <Section
      id="notices"
      title={noticeTitle(code, words)}
      aside={
        <>
          <p>{kept < count ? words.t('releases.keptOnly', { count, kept }) : words.t('releases.notices', { count })}</p>
          <p>
            <a href={link(frame, `${path}#${code}`)}>{words.t('releases.backToReport')}</a>
          </p>
        </>
      }
    >
      <NoticeExplanation code={code} first={notices[0]} words={words} />
      <NoticeTable notices={notices} words={words} labelledBy="notices" />
      <Pager page={page} pages={pages} words={words} href={(to) => link(frame, path, { code, page: String(to) })} />
    </Section>
  )
}

/** File and line of each notice; a column that would be blank in every row is left out. */
const NoticeTable: FC<{ notices: readonly Notice[]; words: Words; labelledBy: string }> = ({ notices, words, labelledBy }) => {
  const has = {
    line: notices.some(({ line }) => line !== null),
    column: notices.some(({ column }) => column !== null),
    value: notices.some(({ value }) => value !== null),
    details: notices.some(({ details }) => Object.keys(details).length > 0),
  }
  return (
    <ScrollTable labelledBy={labelledBy} words={words} class="raw-rows">
      <thead>
        <tr>
          <th scope="col">{words.t('releases.file')}</th>
          {has.line && (
            <th scope="col" class="r">
              {words.t('releases.lineColumn')}
            </th>
          )}
          {has.column && <th scope="col">{words.t('releases.column')}</th>}
          {has.value && <th scope="col">{words.t('releases.value')}</th>}
          {has.details && <th scope="col">{words.t('releases.details')}</th>}
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <tr>
            <th scope="row">{notice.file === null ? words.t('releases.wholeImport') : <code>{notice.file}</code>}</th>
            {has.line && <td class="r num">{notice.line ?? ''}</td>}
            {has.column && <td>{notice.column !== null && <code>{notice.column}</code>}</td>}
            {has.value && <td>{notice.value !== null && <code>{notice.value}</code>}</td>}
            {has.details && (
              <td class="fine">
                {Object.entries(notice.details)
                  .map(([name, value]) => `${name}: ${value}`)
                  .join('; ')}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
