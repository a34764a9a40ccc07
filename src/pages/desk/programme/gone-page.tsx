import type { FC } from 'hono/jsx'
import type { Fields } from '../../../books/programme/draft/merge-fields.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { deskCrumbs, labelOf } from './desk-words.ts'

/** The draft was published before this form came: nothing was saved, and what was written is shown so that it is not lost. */
export const GonePage: FC<{ frame: Frame; fields: Fields }> = ({ frame, fields }) => {
  const { words } = frame
  const title = words.t('desk.gone_title')
  return (
    <Layout frame={frame} title={title} unlisted failed crumbs={deskCrumbs(frame, null)}>
      <Title title={title}>
        <p>{words.t('desk.gone_lede')}</p>
      </Title>
      <Section id="written" title={words.t('desk.gone_written')}>
        <dl class="versions">
          {Object.entries(fields)
            .filter(([, text]) => text !== '')
            .map(([field, text]) => (
              <>
                <dt>{labelOf(field, words)}</dt>
                <dd>{text}</dd>
              </>
            ))}
        </dl>
        <p>
          <a href={link(frame, '/desk/programme')}>{words.t('desk.programmes_title')}</a>
        </p>
      </Section>
    </Layout>
  )
}
