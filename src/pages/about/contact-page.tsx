import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { TextPage } from './text-page.tsx'

/** Where to turn: to the figure's own page, to who runs the site, to the source. `operator` is an address in words; null where none is set. */
export const ContactPage: FC<{ frame: Frame; operator: string | null }> = ({ frame, operator }) => {
  const { words } = frame
  return (
    <TextPage
      frame={frame}
      heading="about.contactTitle"
      description={words.t('about.contactDescription')}
      sections={[
        { id: 'mistake', title: 'about.contactMistake', paragraphs: ['about.contactMistake1'] },
        {
          id: 'operator',
          title: 'about.contactOperator',
          paragraphs: operator === null ? ['about.contactOperatorNone'] : [],
          more: operator !== null && <p>{operator}</p>,
        },
        {
          id: 'source',
          title: 'about.contactSource',
          paragraphs: ['about.contactSource1'],
          more: (
            <p>
              <a href={link(frame, '/about')}>{words.t('common.aboutData')}</a>
            </p>
          ),
        },
      ]}
    />
  )
}
