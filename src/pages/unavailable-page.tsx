import type { FC } from 'hono/jsx'
import { link, type Frame } from './frame.ts'
import { Layout } from './layout.tsx'
import { Section } from './parts/section.tsx'
import { Title } from './parts/title.tsx'

/** A form that could not be stored, so that it can be sent again as it was. */
export interface UnsentForm {
  /** Where it goes. */
  action: string
  fields: ReadonlyArray<readonly [name: string, value: string]>
}

export interface UnavailablePageProps {
  frame: Frame
  /** `write`: what was just sent was not stored; `read`: the record cannot be asked now. */
  kind: 'write' | 'read'
  unsent: UnsentForm | null
}

/** The database takes no writes, or does not answer: what that means for the reader, and her form, kept on the page. */
export const UnavailablePage: FC<UnavailablePageProps> = ({ frame, kind, unsent }) => {
  const { words } = frame
  const title = words.t(kind === 'write' ? 'errors.writeStoppedTitle' : 'errors.unavailableTitle')
  return (
    <Layout frame={{ ...frame, forms: true }} title={title} unlisted>
      <Title title={title}>{words.t(kind === 'write' ? 'errors.writeStopped' : 'errors.unavailable')}</Title>
      <Section id="next" title={words.t('errors.nextTitle')} aside={<p class="num">503</p>}>
        <ul class="stack-s">
          {kind === 'write' && <li>{words.t('errors.writeStoppedReading')}</li>}
          {unsent === null && <li>{words.t('errors.nextAgain')}</li>}
          <li>
            <a href={link(frame, '')}>{words.t('errors.nextHome')}</a>
          </li>
        </ul>
      </Section>
      {unsent && <SendAgain frame={frame} {...unsent} />}
    </Layout>
  )
}

/** What the reader wrote, to be seen, copied, and sent again. It goes under the same key: should the first have come through, it counts once. */
const SendAgain: FC<UnsentForm & { frame: Frame }> = ({ frame: { words }, action, fields }) => (
  <Section id="unsent" title={words.t('errors.unsentTitle')}>
    <form method="post" action={action} class="stack">
      <p>{words.t('errors.unsent')}</p>
      {fields.map(([name, value], index) =>
        isText(value) ? (
          <div class="f">
            <label for={`unsent-${index}`}>{words.t('errors.unsentText')}</label>
            <textarea id={`unsent-${index}`} name={name} rows={Math.min(12, value.split('\n').length + 2)}>
              {value}
            </textarea>
          </div>
        ) : (
          <input type="hidden" name={name} value={value} />
        ),
      )}
      <p>
        <button class="btn" type="submit">
          {words.t('errors.sendAgain')}
        </button>
      </p>
    </form>
  </Section>
)

/** Words that somebody wrote, and not a choice, a number or a key. */
const isText = (value: string): boolean => /\s/.test(value.trim())
