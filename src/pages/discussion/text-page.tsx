import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import type { Section as TextSection } from '../../books/programme/sections.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { versionWords } from '../programme/programme-words.ts'
import { discussionCrumbs } from './crumbs.ts'
import { discussionPath, sectionTitle } from './discussion-words.ts'

interface TextPageProps {
  frame: Frame
  consultation: Consultation
  phase: string
  version: ProgrammeVersion
  sections: ReadonlyArray<{ section: TextSection; count: number }>
  onWhole: number
}

/** The text that is discussed: its sections, each with how much is said about it. */
export const TextPage: FC<TextPageProps> = ({ frame, consultation, phase, version, sections, onWhole }) => {
  const { words } = frame
  const to = (below: string) => link(frame, discussionPath(consultation, below))
  return (
    <Layout
      frame={frame}
      title={words.t('discussion.textTitle')}
      description={words.t('discussion.textLede')}
      book="discussion"
      crumbs={discussionCrumbs(frame, consultation, { label: words.t('discussion.textTitle') })}
    >
      <Title title={words.t('discussion.textTitle')}>
        <p>
          {words.pick(version.title)}, {versionWords(version, words)}
        </p>
        <p>{words.t('discussion.textLede')}</p>
      </Title>
      {(['passport', 'direction', 'goal'] as const).map((kind) => {
        const own = sections.filter(({ section }) => section.kind === kind)
        return own.length === 0 ? (
          <></>
        ) : (
          <Section id={kind} title={words.t(`discussion.sections_${kind}`)}>
            <ul class="stack-s">
              {own.map(({ section, count }) => (
                <li>
                  <a href={to(`/text/${section.id}`)}>{sectionTitle(section, words)}</a>{' '}
                  <span class="fine">{words.t('discussion.contributionCount', { count })}</span>
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
      <Section id="whole" title={words.t('discussion.wholeText')}>
        <p>{words.t('discussion.onWhole', { count: onWhole })}</p>
        <p class="acts">
          {phase === 'open' && (
            <a class="btn" href={to('/write')}>
              {words.t('discussion.writeOnWhole')}
            </a>
          )}
          <a href={to('/contributions')}>{words.t('discussion.allContributions')}</a>
        </p>
      </Section>
    </Layout>
  )
}
