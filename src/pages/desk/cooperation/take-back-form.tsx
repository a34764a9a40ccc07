import type { FC } from 'hono/jsx'
import { FormKey, problemOf, SelectField, TextField, type Choice, type Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'

/** Which one is taken back and why, as it was typed. */
export interface TakingBack {
  which: string
  reason: string
}

export const noTakingBack: TakingBack = { which: '', reason: '' }

interface TakeBackFormProps {
  /** The fields are `paper-which`, `paper-reason`. */
  of: 'paper' | 'stage'
  action: string
  choices: readonly Choice[]
  given: TakingBack
  problems: readonly Problem[]
  words: Words
  formKey: string
}

/** What was entered by mistake is taken back, for a reason. It stays in the list. */
export const TakeBackForm: FC<TakeBackFormProps> = ({ of, action, choices, given, problems, words, formKey }) => (
  <details class="no-print" open={problems.some(({ field }) => field === `${of}-which` || field === `${of}-reason`)}>
    <summary>{words.t(`deskCooperation.${of}_take_back`)}</summary>
    <form method="post" action={action} class="data">
      <FormKey value={formKey} />
      <SelectField
        id={`${of}-which`}
        label={words.t(`deskCooperation.${of}_which`)}
        value={given.which}
        problem={problemOf(problems, `${of}-which`)}
        choices={[{ value: '', label: words.t('deskCooperation.none') }, ...choices]}
      />
      <TextField
        id={`${of}-reason`}
        label={words.t('deskCooperation.reason')}
        hint={words.t('deskCooperation.take_back_hint')}
        value={given.reason}
        problem={problemOf(problems, `${of}-reason`)}
        rows={2}
        maxlength={2000}
      />
      <div class="acts">
        <button class="btn" type="submit">
          {words.t('deskCooperation.retract')}
        </button>
      </div>
    </form>
  </details>
)
