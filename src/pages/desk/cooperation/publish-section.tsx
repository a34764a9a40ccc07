import type { FC } from 'hono/jsx'
import { link } from '../../frame.ts'
import { FormKey, problemOf, TextField } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import type { RecordPageProps } from './record-page.tsx'
import { RecordItems } from './record-items.tsx'
import { recordPath } from './record-words.ts'

/** Whether everybody sees the record, and the way to change that. */
export const PublishSection: FC<RecordPageProps> = ({ frame, open, problems, reason, newKey }) => {
  const { words } = frame
  const { kind, number, publishedAt } = open.record
  const isPublic = publishedAt !== null
  const toConfirm = problemOf(problems, 'strengthConfirmed')
  return (
    <Section id="publish" title={words.t(isPublic ? 'deskCooperation.withdraw_title' : 'deskCooperation.publish_title')}>
      <p class="fine">{words.t(isPublic ? 'deskCooperation.withdraw_about' : 'deskCooperation.publish_about')}</p>
      {open.resting.length > 0 && (
        <>
          <p>{words.t('deskCooperation.withdraw_others_first')}</p>
          <RecordItems frame={frame} records={open.resting} named={open.named} />
        </>
      )}
      <form method="post" action={link(frame, recordPath(kind, number, isPublic ? '/withdraw' : '/publish'))} class="data">
        <FormKey value={newKey()} />
        {isPublic && (
          <TextField
            id="reason"
            label={words.t('deskCooperation.reason')}
            value={reason}
            problem={problemOf(problems, 'reason')}
            rows={2}
            maxlength={2000}
          />
        )}
        {toConfirm !== undefined && (
          <div class="f bad">
            <span class="err" id="strengthConfirmed-error">
              {toConfirm}
            </span>
            <label>
              <input
                type="checkbox"
                id="strengthConfirmed"
                name="strengthConfirmed"
                value="yes"
                aria-invalid="true"
                aria-describedby="strengthConfirmed-error"
              />{' '}
              {words.t('deskCooperation.strength_confirmed')}
            </label>
          </div>
        )}
        <div class="acts">
          <button class="btn" type="submit">
            {words.t(isPublic ? 'deskCooperation.withdraw' : 'deskCooperation.publish')}
          </button>
        </div>
      </form>
    </Section>
  )
}
