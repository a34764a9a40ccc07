import type { Child, FC } from 'hono/jsx'
import { link, type Frame } from './frame.ts'
import { Layout } from './layout.tsx'
import { Section } from './parts/section.tsx'
import { Title } from './parts/title.tsx'

/** What went wrong: an address that cannot be read, nothing for this reader, no such page, or our own fault. */
export type ErrorStatus = 400 | 403 | 404 | 500

const messages = { 400: 'badRequest', 403: 'forbidden', 404: 'notFound', 500: 'server' } as const

export interface ErrorPageProps {
  frame: Frame
  status: ErrorStatus
  /** What exactly was asked for and refused, in the reader's words, where somebody knows. */
  details?: Child
}

/** An error in the reader's language, with what to do next. */
export const ErrorPage: FC<ErrorPageProps> = ({ frame, status, details }) => {
  const { words, city } = frame
  const title = words.t(`errors.${messages[status]}Title`)
  // The city may be the very thing that could not be found, and a broken server may not find it again.
  const next: Child[] = [<a href={link(frame, '')}>{words.t('errors.nextHome')}</a>]
  if (status === 500) next.unshift(words.t('errors.nextAgain'))
  if (status !== 500 && city) {
    next.push(<a href={link(frame, '/indicators')}>{words.t('errors.nextCatalogue')}</a>, words.t('errors.nextSearch'))
  }
  if (city) next.push(<a href={link(frame, '/contact')}>{words.t('errors.nextContact')}</a>)
  return (
    <Layout frame={frame} title={title} unlisted>
      <Title title={title}>{words.t(`errors.${messages[status]}`)}</Title>
      <Section id="next" title={words.t('errors.nextTitle')} aside={<p class="num">{status}</p>}>
        {details && <p>{details}</p>}
        <ul class="stack-s">
          {next.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
      </Section>
    </Layout>
  )
}
