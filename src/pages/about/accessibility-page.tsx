import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { TextPage } from './text-page.tsx'

/** The accessibility statement: what is aimed at, how, and what is known not to be there yet. */
export const AccessibilityPage: FC<{ frame: Frame }> = ({ frame }) => (
  <TextPage
    frame={frame}
    heading="about.accessibilityTitle"
    description={frame.words.t('about.accessibilityDescription')}
    sections={[
      { id: 'aim', title: 'about.accessibilityAim', paragraphs: ['about.accessibilityAim1'] },
      {
        id: 'how',
        title: 'about.accessibilityHow',
        paragraphs: ['about.accessibilityHow1', 'about.accessibilityHow2', 'about.accessibilityHow3'],
      },
      { id: 'limits', title: 'about.accessibilityLimits', paragraphs: ['about.accessibilityLimits1', 'about.accessibilityLimits2'] },
      {
        id: 'tell',
        title: 'about.accessibilityTell',
        paragraphs: [],
        more: (
          <p>
            <a href={link(frame, '/contact')}>{frame.words.t('about.contactTitle')}</a>
          </p>
        ),
      },
    ]}
  />
)
