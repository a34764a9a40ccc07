import type { FC } from 'hono/jsx'
import { standingStages } from '../../../books/cooperation/partnership-stage.ts'
import { partnershipStages, type Partnership } from '../../../books/cooperation/records.ts'
import { link } from '../../frame.ts'
import { FormKey, problemOf, SelectField, TextField } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import type { RecordPageProps } from './record-page.tsx'
import { readingPath, recordPath, recordTitle } from './record-words.ts'
import { ReferenceField } from './reference-fields.tsx'
import { TakeBackForm } from './take-back-form.tsx'

/** A stage as it was typed. */
export interface StageInput {
  stage: string
  on: string
  source: string
}

/** How far a sister city has come, and one stage more. */
export const StagesSection: FC<RecordPageProps> = ({ frame, open, mayWrite, problems, stage, takingBack, newKey }) => {
  const { words } = frame
  const { record, named, sources } = open
  const { stages } = record.content as Partnership
  const standing = standingStages(stages)
  return (
    <Section id="stages" title={words.t('deskCooperation.stages')} aside={<p>{words.t('deskCooperation.stages_aside')}</p>}>
      {stages.length === 0 && <p class="absent">{words.t('cooperation.noStage')}</p>}
      <ul class="log">
        {stages.map((one) => {
          const source = one.source === null ? undefined : named.get(`source/${one.source}`)
          const Stage = one.withdrawn === undefined ? 'span' : 'del'
          return (
            <li>
              <span class="when">{one.on === '' ? words.t('cooperation.dayUnknown') : words.period(one.on)}</span>
              <span>
                <Stage>{words.t(`cooperation.partnership_stage_${one.stage}`)}</Stage>
                {one.withdrawn !== undefined && (
                  <> {words.t('deskCooperation.taken_back', { date: words.date(one.withdrawn.at), reason: one.withdrawn.reason })}</>
                )}
                {one.source !== null && (
                  <>
                    {' '}
                    ·{' '}
                    <a href={link(frame, readingPath(one.source))}>
                      {source === undefined ? one.source : recordTitle(source, words, named)}
                    </a>
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {mayWrite && (
        <form method="post" action={link(frame, recordPath('partnership', record.number, '/stages'))} class="data">
          <FormKey value={newKey()} />
          <SelectField
            id="stage"
            label={words.t('deskCooperation.field_stage')}
            value={stage.stage}
            problem={problemOf(problems, 'stage')}
            choices={[
              { value: '', label: words.t('deskCooperation.none') },
              ...partnershipStages.map((value) => ({ value, label: words.t(`cooperation.partnership_stage_${value}`) })),
            ]}
          />
          <TextField
            id="stage-on"
            label={words.t('deskCooperation.event_on')}
            hint={words.t('deskCooperation.hint_type_partial_date')}
            value={stage.on}
            problem={problemOf(problems, 'stage-on')}
            maxlength={10}
          />
          <ReferenceField
            id="stage-source"
            label={words.t('cooperation.kind_source')}
            hint={words.t('deskCooperation.stage_source_hint')}
            value={stage.source}
            problem={problemOf(problems, 'stage-source')}
            to="source"
            choices={sources}
            named={named}
            words={words}
          />
          <div class="acts">
            <button class="btn" type="submit">
              {words.t('deskCooperation.stage_add')}
            </button>
          </div>
        </form>
      )}
      {mayWrite && standing.length > 0 && (
        <TakeBackForm
          of="stage"
          action={link(frame, recordPath('partnership', record.number, '/stages/withdraw'))}
          choices={standing.map((one) => ({
            value: `${one.stage} ${one.on}`,
            label: `${words.t(`cooperation.partnership_stage_${one.stage}`)}, ${one.on === '' ? words.t('cooperation.dayUnknown') : words.period(one.on)}`,
          }))}
          given={takingBack}
          problems={problems}
          words={words}
          formKey={newKey()}
        />
      )}
    </Section>
  )
}
