import type { FC } from 'hono/jsx'
import { standingStages, type PartnershipState } from '../../books/cooperation/partnership-stage.ts'
import type { PartnerView } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import type { Words } from '../words.ts'
import { cooperationPath, dayWords } from './cooperation-words.ts'

/** A sister city: how far it has come, and whether anything still happens. */
export const PartnershipSection: FC<PartnerView['partnerships'][number] & { frame: Frame }> = ({
  partnership: { number, content },
  state,
  agreement,
  sources,
  frame,
}) => {
  const { words } = frame
  return (
    <Section
      id={`partnership-${number}`}
      title={words.t('cooperation.kind_partnership')}
      aside={
        <>
          <p>
            <Picked text={content.title} words={words} />
          </p>
          <p>{words.t('cooperation.partnershipRule')}</p>
        </>
      }
    >
      <StageNow state={state} words={words} />
      <ul class="log">
        {standingStages(content.stages).map(({ stage, on, source }) => (
          <li>
            <span class="when">{dayWords(on, words)}</span>
            <span>
              {words.t(`cooperation.partnership_stage_${stage}`)}
              {source !== null && sources.has(source) && (
                <>
                  {' '}
                  · <a href={link(frame, cooperationPath('sources', source))}>{words.t('cooperation.kind_source')}</a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {agreement && (
        <p>
          <a href={link(frame, cooperationPath('agreements', agreement.number))}>
            <Picked text={agreement.content.title} words={words} />
          </a>
        </p>
      )}
      {words.pick(content.note) !== '' && (
        <p class="lines">
          <Picked text={content.note} words={words} />
        </p>
      )}
    </Section>
  )
}

const StageNow: FC<{ state: PartnershipState; words: Words }> = ({ state, words }) => {
  if (state.kind === 'none') return <p class="absent">{words.t('cooperation.noStage')}</p>
  const reached = words.t(`cooperation.partnership_stage_${state.reached}`)
  if (state.kind === 'dormant')
    return (
      <>
        <p>
          <Status kind="reverse" words={words.t('cooperation.partnership_stage_dormant')} />
        </p>
        <p>{words.t('cooperation.dormantSince', { stage: reached, day: words.date(state.since) })}</p>
      </>
    )
  const shape = state.reached === 'ended' ? 'none' : state.reached === 'signed' || state.reached === 'active' ? 'on' : 'accel'
  return (
    <p>
      <Status kind={shape} words={reached} />
    </p>
  )
}
