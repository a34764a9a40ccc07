import type { FC } from 'hono/jsx'
import { voiceFields, type VoiceField } from '../../../books/discussion/voices/fields.ts'
import type { VoicesView } from '../../../books/discussion/voices/voices-view.ts'
import type { Frame } from '../../frame.ts'
import { Section } from '../../parts/section.tsx'

/** What the weights are made of, how far they reach, and what they cost. */
export const WeightsSection: FC<{ frame: Frame; weights: VoicesView['weights'] }> = ({ frame, weights }) => {
  const { words } = frame
  const { used, notUsed, lowest, highest, effective, voters, largestGap } = weights
  const list = (fields: readonly VoiceField[]) =>
    fields.map((field) => words.t(`voices.field_${field}`).toLocaleLowerCase(words.language)).join(', ')
  return (
    <Section id="weights" title={words.t('voices.weights')}>
      <div class="stack-s">
        {used.length === 0 ? (
          <p class="absent">{words.t('voices.weights_none')}</p>
        ) : (
          <>
            <p>{words.t('voices.weights_used', { fields: list(used) })}</p>
            <p>{words.t('voices.weights_range', { lowest: words.number(lowest), highest: words.number(highest) })}</p>
            <p>{words.t('voices.effective', { effective, voters })}</p>
            {largestGap > 0 && <p>{words.t('voices.weights_gap', { gap: largestGap })}</p>}
          </>
        )}
        {voiceFields
          .filter((field) => notUsed[field] !== undefined)
          .map((field) => (
            <p class="fine">
              {words.t(`voices.field_${field}`)}: {words.t(`voices.not_used_${notUsed[field]!}`)}
            </p>
          ))}
      </div>
    </Section>
  )
}
