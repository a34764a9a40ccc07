import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { link, type Frame } from '../../frame.ts'
import { Facts } from '../../parts/facts.tsx'
import { Picked } from '../../parts/picked.tsx'
import { Section } from '../../parts/section.tsx'
import { versionPath, versionWords } from '../../programme/programme-words.ts'
import { periodWords } from './consult-words.ts'

interface ConsultationTextsProps {
  frame: Frame
  consultation: Consultation
  /** null: it has been withdrawn. */
  version: ProgrammeVersion | null
}

/** What residents read first: the question, who is asked, until when, what becomes of it, and the rules. */
export const ConsultationTexts: FC<ConsultationTextsProps> = ({ frame, consultation, version }) => {
  const { words } = frame
  const { content } = consultation
  return (
    <>
      <Section id="question" title={words.t('consult.label_question')}>
        <p class="own-lines">
          <Picked text={content.question} words={words} />
        </p>
      </Section>
      <Section id="how" title={words.t('consult.how')}>
        <Facts
          facts={[
            [words.t('consult.label_asked'), <Picked text={content.asked} words={words} />],
            [words.t('consult.days'), periodWords(consultation, words)],
            [
              words.t('consult.label_of'),
              version && (
                <a href={link(frame, versionPath(version))}>
                  {words.pick(version.title)}. {versionWords(version, words)}
                </a>
              ),
            ],
            [words.t('consult.label_level'), words.t(`consult.level_${consultation.level}`)],
          ]}
        />
      </Section>
      <Section id="promise" title={words.t('consult.label_promise')}>
        <p class="own-lines">
          <Picked text={content.promise} words={words} />
        </p>
      </Section>
      <Section id="rules" title={words.t('consult.label_rules')}>
        <p class="own-lines">
          <Picked text={content.rules} words={words} />
        </p>
      </Section>
    </>
  )
}
