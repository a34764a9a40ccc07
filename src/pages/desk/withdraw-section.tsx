import type { FC } from 'hono/jsx'
import { FormKey, problemOf, TextField, type Problem } from '../parts/form.tsx'
import { Section } from '../parts/section.tsx'
import type { Words } from '../words.ts'

interface Props {
  words: Words
  title: string
  aside: string
  /** Where the form goes. */
  action: string
  formKey: string
  reason: string | undefined
  problems: readonly Problem[]
}

/** What was published is withdrawn, with a reason that everybody reads. */
export const WithdrawSection: FC<Props> = ({ words, title, aside, action, formKey, reason, problems }) => (
  <Section id="withdraw" title={title} aside={<p>{aside}</p>}>
    <form method="post" class="stack" action={action}>
      <FormKey value={formKey} />
      <TextField
        id="reason"
        label={words.t('entry.withdrawReason')}
        hint={words.t('entry.withdrawHint')}
        rows={3}
        maxlength={1000}
        value={reason ?? ''}
        problem={problemOf(problems, 'reason')}
      />
      <p class="acts">
        <button type="submit" class="btn">
          {words.t('entry.withdraw')}
        </button>
      </p>
    </form>
  </Section>
)
