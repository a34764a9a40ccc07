import type { FC } from 'hono/jsx'
import type { KeptChange } from '../../../books/accounts/change.ts'
import { momentWords } from '../../account/moment.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { isMessageKey } from '../../messages.ts'
import { Pager } from '../../parts/pager.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Title } from '../../parts/title.tsx'
import type { Words } from '../../words.ts'
import { deskCrumbs } from './desk-crumbs.ts'

interface HistoryPageProps {
  frame: Frame
  changes: readonly KeptChange[]
  /** Names by pseudonym; '' for somebody who was forgotten. */
  names: ReadonlyMap<string, string>
  /** What the list is narrowed to; null: everything. */
  subject: string | null
  page: number
  pages: number
}

/** The history of the desk: who changed what, when, from what to what. */
export const HistoryPage: FC<HistoryPageProps> = ({ frame, changes, names, subject, page, pages }) => {
  const { words } = frame
  const title = words.t('account.history_title')
  const query = (other: number) => ({ ...(subject === null ? {} : { subject }), page: String(other) })
  return (
    <Layout frame={frame} title={title} crumbs={deskCrumbs(frame, title)} unlisted>
      <Title title={<span id="history">{title}</span>}>
        <p>{words.t('account.history_lede')}</p>
        {subject !== null && (
          <p>
            {words.t('account.history_of', { subject })} <a href={link(frame, '/desk/history')}>{words.t('account.history_all')}</a>
          </p>
        )}
      </Title>
      {changes.length === 0 ? (
        <p>{words.t('account.history_none')}</p>
      ) : (
        <ScrollTable labelledBy="history" words={words} class="history">
          <thead>
            <tr>
              <th scope="col">{words.t('account.history_number')}</th>
              <th scope="col">{words.t('account.history_when')}</th>
              <th scope="col">{words.t('account.history_who')}</th>
              <th scope="col">{words.t('account.history_what')}</th>
              <th scope="col">{words.t('account.history_before')}</th>
              <th scope="col">{words.t('account.history_after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr>
                <th scope="row">{change.number}</th>
                <td>{momentWords(change.at, frame)}</td>
                <td>{whoWords(change.by, names, words)}</td>
                <td>
                  {actionWords(change.action, words)}
                  <br />
                  <a href={link(frame, '/desk/history', { subject: change.subject })}>{subjectWords(change.subject, names)}</a>
                </td>
                <td>
                  <Content value={change.before} />
                </td>
                <td>
                  <Content value={change.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pager page={page} pages={pages} words={words} href={(other) => link(frame, '/desk/history', query(other))} />
    </Layout>
  )
}

function whoWords(by: string | null, names: ReadonlyMap<string, string>, words: Words): string {
  if (by === null) return words.t('account.history_operator')
  return names.get(by) || words.t('account.history_forgotten')
}

/** `sentence.write` in words; the code itself where there are none yet. */
function actionWords(action: string, words: Words): string {
  const key = `account.history_action_${action.replaceAll('.', '_')}`
  if (isMessageKey(key)) return words.t(key)
  // Elements of a draft are all changed in the same few ways.
  const [kind, did] = action.split('.').map((part, at) => `desk.${at === 0 ? 'kind' : 'did'}_${part}`)
  if (kind === undefined || did === undefined || !isMessageKey(kind) || !isMessageKey(did)) return action
  return `${words.t(kind)}: ${words.t(did).toLocaleLowerCase(words.language)}`
}

/** `person/…` by her name. */
function subjectWords(subject: string, names: ReadonlyMap<string, string>): string {
  const [kind, id = ''] = subject.split('/')
  return (kind === 'person' && names.get(id)) || subject
}

const Content: FC<{ value: unknown }> = ({ value }) =>
  value === null ? <>–</> : <pre class="own-lines">{typeof value === 'string' ? value : JSON.stringify(value, null, 1)}</pre>
