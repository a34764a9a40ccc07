import type { FC } from 'hono/jsx'
import type { KeptSession } from '../../books/accounts/session-rules.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { FormKey } from '../parts/form.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Title } from '../parts/title.tsx'
import { momentWords } from './moment.ts'

interface SessionsPageProps {
  frame: Frame
  sessions: readonly KeptSession[]
  /** The one that asks. */
  own: string
  formKey: string
  ended: boolean
}

/** Where one is signed in. Each session can be ended, and all others at once. */
export const SessionsPage: FC<SessionsPageProps> = ({ frame, sessions, own, formKey, ended }) => {
  const { words } = frame
  const path = `/${words.language}/account/sessions`
  return (
    <Layout frame={frame} title={words.t('account.session_title')} unlisted>
      <Title title={<span id="sessions">{words.t('account.session_title')}</span>}>
        {ended ? <p role="status">{words.t('account.session_ended')}</p> : <p>{words.t('account.session_lede')}</p>}
      </Title>
      <ScrollTable labelledBy="sessions" words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t('account.session_device')}</th>
            <th scope="col">{words.t('account.session_began')}</th>
            <th scope="col">{words.t('account.session_seen')}</th>
            <th scope="col">{words.t('account.session_action')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => {
            const device = session.device || words.t('account.session_device_unknown')
            return (
              <tr>
                <th scope="row">{device}</th>
                <td>{momentWords(session.createdAt.toISOString(), frame)}</td>
                <td>{momentWords(session.lastSeenAt.toISOString(), frame)}</td>
                <td>
                  {session.id === own ? (
                    words.t('account.session_this')
                  ) : (
                    <form method="post" action={`${path}/${session.id}`}>
                      <FormKey value={`${formKey}-${session.id}`} />
                      <button type="submit" class="btn" aria-label={words.t('account.session_end_this', { device })}>
                        {words.t('account.session_end')}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </ScrollTable>
      {sessions.length > 1 && (
        <form method="post" action={path}>
          <FormKey value={`${formKey}-all`} />
          <p class="acts">
            <button type="submit" class="btn">
              {words.t('account.session_end_all')}
            </button>
          </p>
        </form>
      )}
    </Layout>
  )
}
