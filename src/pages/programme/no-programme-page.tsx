import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'

/** In the place of the programme: nothing was published by the day that is shown. */
export const NoProgrammePage: FC<{ frame: Frame }> = ({ frame }) => {
  const { words } = frame
  return (
    <Layout frame={frame} title={words.t('programme.noneTitle')} book="programme" unlisted>
      <Title title={words.t('programme.noneTitle')}>
        <p>{words.t('programme.noneLede', { date: words.date(frame.asOf ?? frame.today) })}</p>
      </Title>
      <Section id="next" title={words.t('programme.noneNext')}>
        <p>
          <a href={link(frame, '/indicators')}>{words.t('common.catalogue')}</a>
        </p>
      </Section>
    </Layout>
  )
}
