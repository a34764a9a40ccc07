import type { Child, FC } from 'hono/jsx'
import type { MessageKey } from '../messages.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ErrorSummary, type Problem } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'

interface SignInFormProps {
  frame: Frame
  heading: MessageKey
  lede?: Child
  problems?: readonly Problem[]
  /** Where the form goes; without it there is no form. */
  action?: string
  submit?: MessageKey
  /** Goes along with the form unseen. */
  hidden?: Readonly<Record<string, string>>
  /** Other ways on, below the form. */
  after?: Child
  /** Fields of the form. */
  children?: Child
}

/** A page that asks for one thing, or says one. */
export const SignInForm: FC<SignInFormProps> = ({ frame, heading, lede, problems = [], action, submit, hidden, after, children }) => {
  const { words } = frame
  return (
    <Layout frame={frame} title={words.t(heading)} failed={problems.length > 0} unlisted>
      <ErrorSummary problems={problems} words={words} />
      <Title title={words.t(heading)}>{lede}</Title>
      <div class="one-thing">
        {action === undefined ? (
          children
        ) : (
          <form method="post" action={action} class="stack">
            {Object.entries(hidden ?? {}).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            {children}
            {submit && (
              <p class="acts">
                <button type="submit" class="btn main">
                  {words.t(submit)}
                </button>
              </p>
            )}
          </form>
        )}
        {after}
      </div>
    </Layout>
  )
}
