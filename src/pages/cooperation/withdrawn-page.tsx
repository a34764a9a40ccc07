import type { FC } from 'hono/jsx'
import type { WithdrawnView } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { cooperationCrumbs, cooperationPath } from './cooperation-words.ts'

/** In place of a record that was taken back: which one, when it was public, and why it is so no more. */
export const WithdrawnPage: FC<{ frame: Frame; view: WithdrawnView }> = ({ frame, view: { kind, number, withdrawals } }) => {
  const { words } = frame
  const title = words.t('cooperation.withdrawnTitle')
  const what = words.t('cooperation.withdrawnWhat', { kind: words.t(`cooperation.kind_${kind}`), number })
  return (
    <Layout frame={frame} title={title} book="cooperation" crumbs={cooperationCrumbs(frame, `${kind}s`, { label: what })} unlisted>
      <Title title={title}>
        <p>{what}</p>
      </Title>
      <Section id="when" title={words.t('cooperation.withdrawnWhen')} aside={<p>{words.t('cooperation.withdrawnAside')}</p>}>
        <ul class="plain stack">
          {withdrawals.map(({ from, until, reason }) => (
            <li>
              <p>{words.t('cooperation.withdrawnPeriod', { from: words.date(from), until: words.date(until) })}</p>
              {reason !== '' && <p>{words.t('cooperation.reason', { reason })}</p>}
            </li>
          ))}
        </ul>
        <p>
          <a href={link(frame, cooperationPath())}>{words.t('cooperation.withdrawnNext')}</a>
        </p>
      </Section>
    </Layout>
  )
}
