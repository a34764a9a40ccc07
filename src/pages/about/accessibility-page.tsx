import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { TextPage } from './text-page.tsx'

/** The day on which the pages were last looked through for it. */
const madeOn = '2026-11-23'

/**
 * The accessibility statement, with the parts of the European model: how far the site conforms, what does not, how that was found out,
 * when, whom to tell, and what to do when that does not help.
 */
export const AccessibilityPage: FC<{ frame: Frame }> = ({ frame }) => {
  const { words } = frame
  return (
    <TextPage
      frame={frame}
      heading="about.accessibilityTitle"
      description={words.t('about.accessibilityDescription')}
      sections={[
        { id: 'status', title: 'about.accessibilityStatus', paragraphs: ['about.accessibilityStatus1', 'about.accessibilityStatus2'] },
        {
          id: 'not-yet',
          title: 'about.accessibilityNotYet',
          paragraphs: ['about.accessibilityNotYet1', 'about.accessibilityNotYet2', 'about.accessibilityNotYet3'],
        },
        { id: 'outside', title: 'about.accessibilityOutside', paragraphs: ['about.accessibilityOutside1'] },
        {
          id: 'done',
          title: 'about.accessibilityAims',
          paragraphs: ['about.accessibilityAims1', 'about.accessibilityAims2', 'about.accessibilityAims3'],
        },
        {
          id: 'tested',
          title: 'about.accessibilityTested',
          paragraphs: ['about.accessibilityTested1', 'about.accessibilityTested2'],
          more: <p>{words.t('about.accessibilityTested3', { date: words.date(madeOn) })}</p>,
        },
        {
          id: 'tell',
          title: 'about.accessibilityTell',
          paragraphs: ['about.accessibilityTell1', 'about.accessibilityTell2'],
          more: (
            <p>
              <a href={link(frame, '/contact')}>{words.t('about.contactTitle')}</a>
            </p>
          ),
        },
      ]}
    />
  )
}
