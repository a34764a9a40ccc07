import type { FC } from 'hono/jsx'
import { demonstrationStaff } from '../../books/accounts/demonstration.ts'
import type { Frame } from '../frame.ts'

/** The desk of the invented city, open to visitors of a demonstration: a button for each role. */
export const DemonstrationStaff: FC<{ frame: Frame; to: string }> = ({ frame: { words }, to }) => (
  <section class="stack-s" aria-labelledby="demonstration">
    <h2 id="demonstration">{words.t('account.demonstration_title')}</h2>
    <p>{words.t('account.demonstration_lede')}</p>
    <form method="post" action={`/${words.language}/sign-in/demonstration`} class="acts">
      <input type="hidden" name="to" value={to} />
      {demonstrationStaff.map(({ role }) => (
        <button type="submit" class="btn" name="role" value={role}>
          {words.t(`account.people_role_${role}`)}
        </button>
      ))}
    </form>
  </section>
)
