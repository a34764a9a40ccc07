import type { FC } from 'hono/jsx'
import type { Cause } from '../../books/discussion/cause.ts'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { FoundAnchor } from '../../books/discussion/text/find-anchor.ts'
import type { VersionDifference } from '../../books/programme/compare-versions.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { SectionChanges } from '../programme/difference-page.tsx'
import { versionWords } from '../programme/programme-words.ts'
import { discussionCrumbs } from './crumbs.ts'
import { contributionPath } from './discussion-words.ts'

interface ChangesPageProps {
  frame: Frame
  consultation: Consultation
  version: ProgrammeVersion
  after: ProgrammeVersion
  difference: VersionDifference | null
  causes: readonly Cause[]
  anchors: { found: number; changed: number; detached: ReadonlyArray<{ contribution: number; found: FoundAnchor }> }
}

/** As many lost quotes as are listed. */
const mostDetached = 100

/** What changed after the discussion, and at each changed sentence the contributions that caused it. */
export const ChangesPage: FC<ChangesPageProps> = ({ frame, consultation, version, after, difference, causes, anchors }) => {
  const { words } = frame
  const title = words.t('discussion.changesTitle')
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('discussion.changesLede')}
      book="discussion"
      crumbs={discussionCrumbs(frame, consultation, { label: title })}
    >
      <Title title={title}>
        <p>
          {versionWords(version, words)} → {versionWords(after, words)}
        </p>
        <p>{words.t('discussion.changesLede')}</p>
      </Title>
      <Section
        id="text"
        title={words.t('discussion.changedText')}
        aside={<p>{words.t('discussion.changesCounts', { contributions: new Set(causes.map((one) => one.contribution)).size })}</p>}
      >
        {difference === null && <p class="absent">{words.t('programme.differenceUnknown')}</p>}
        {difference?.sections.length === 0 && <p class="absent">{words.t('programme.nothingChanged')}</p>}
        {difference?.sections.map((section) => (
          <SectionChanges frame={frame} section={section} difference={difference} causes={causes} />
        ))}
      </Section>
      <Section id="places" title={words.t('discussion.placesTitle')} aside={<p>{words.t('discussion.placesAside')}</p>}>
        <p>{words.t('discussion.placesCounts', { found: anchors.found, changed: anchors.changed, detached: anchors.detached.length })}</p>
        {anchors.detached.length > 0 && (
          <ul class="stack-s">
            {anchors.detached.slice(0, mostDetached).map(({ contribution, found }) => (
              <li>
                <a href={link(frame, contributionPath(consultation, contribution))}>
                  {words.t('discussion.number', { number: String(contribution) })}
                </a>{' '}
                {words.t('discussion.wasAbout')} <q>{found.quote}</q>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Layout>
  )
}
