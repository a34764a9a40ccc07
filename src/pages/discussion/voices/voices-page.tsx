import type { FC } from 'hono/jsx'
import { largestNoise } from '../../../books/discussion/voices/cell-keys.ts'
import { declarationsOfBatch } from '../../../books/discussion/voices/voice-batch.ts'
import type { VoicesView } from '../../../books/discussion/voices/voices-view.ts'
import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import { link } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { momentWords } from '../../account/moment.ts'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { discussionCrumbs } from '../crumbs.ts'
import { discussionPath } from '../discussion-words.ts'
import { FieldSection, type VoiceNames } from './field-section.tsx'
import { StatementsSection } from './statements-section.tsx'
import { WeightsSection } from './weights-section.tsx'

interface VoicesPageProps extends VoiceNames {
  consultation: Consultation
  phase: Phase
  /** null: nothing was published yet. */
  view: VoicesView | null
}

/** Who takes part in a discussion, beside who lives in the city, and what that does to the results. */
export const VoicesPage: FC<VoicesPageProps> = ({ consultation, phase, view, ...names }) => {
  const { frame } = names
  const { words } = frame
  const title = words.t('voices.title')
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('voices.description')}
      book="discussion"
      crumbs={discussionCrumbs(frame, consultation, { label: title })}
    >
      <Title title={title}>
        {view === null ? (
          <p>{words.t('voices.none', { count: declarationsOfBatch })}</p>
        ) : (
          <>
            <p>
              {view.declared === null
                ? words.t('voices.lede_few', { participants: view.participants })
                : // Noise may lift the number above all who take part.
                  words.t('voices.lede', { participants: view.participants, declared: Math.min(view.declared, view.participants) })}
            </p>
            <p>{words.t('voices.as_of', { moment: momentWords(view.madeAt, frame), number: String(view.number) })}</p>
          </>
        )}
        {phase === 'open' && (
          <p>
            <a href={link(frame, discussionPath(consultation, '/about-me'))}>{words.t('voices.say_too')}</a>
          </p>
        )}
      </Title>
      <Warn>{words.t('voices.not_a_survey_says')}</Warn>
      {view !== null && (
        <>
          {view.fields.map((one) => (
            <FieldSection view={one} {...names} />
          ))}
          <WeightsSection frame={frame} weights={view.weights} />
          <StatementsSection frame={frame} consultation={consultation} statements={view.statements} />
        </>
      )}
      <Section id="how" title={words.t('voices.how')}>
        <ul class="stack-s">
          <li>{words.t('voices.how_who')}</li>
          <li>{words.t('voices.how_few')}</li>
          <li>{words.t('voices.how_noise', { most: largestNoise })}</li>
          <li>{words.t('voices.how_batch', { count: declarationsOfBatch })}</li>
          <li>{words.t('voices.how_interval')}</li>
          <li>{words.t('voices.how_weights')}</li>
        </ul>
        <p>
          <a href={link(frame, '/privacy')}>{words.t('privacy.title')}</a>
        </p>
      </Section>
    </Layout>
  )
}
