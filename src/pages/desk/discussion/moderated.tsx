import type { FC } from 'hono/jsx'
import type { Moderated } from '../../../books/discussion/rules/decide-moderation.ts'
import { momentWords } from '../../account/moment.ts'
import type { Frame } from '../../frame.ts'
import { isMessageKey } from '../../messages.ts'
import { Facts } from '../../parts/facts.tsx'
import { Picked } from '../../parts/picked.tsx'

/** What somebody wrote, as a moderator sees it: the words, where they belong, and what the checks found. */
export const ModeratedWords: FC<{ frame: Frame; one: Moderated }> = ({ frame, one }) => {
  const { words } = frame
  const original = one.language === null || one.text === null ? null : (one.text[one.language] ?? null)
  return (
    <>
      {one.quote !== null && (
        <p class="fine">
          {words.t('consult.about_words')} <q>{one.quote}</q>
        </p>
      )}
      {one.text === null ? (
        <p class="absent">{words.t('consult.words_gone')}</p>
      ) : (
        <blockquote class="own-lines" lang={one.language ?? undefined}>
          {original ?? <Picked text={one.text} words={words} />}
        </blockquote>
      )}
      {one.wording !== null && (
        <>
          <p class="fine">{words.t('consult.suggested_wording')}</p>
          <blockquote class="own-lines" lang={one.language ?? undefined}>
            {one.language === null ? null : one.wording[one.language]}
          </blockquote>
        </>
      )}
      <Facts
        facts={[
          [words.t('consult.state'), words.t(`consult.state_${one.state.state}`)],
          [words.t('consult.written_at'), momentWords(one.writtenAt, frame)],
          [
            words.t('consult.author'),
            one.participant === null ? words.t('consult.author_city') : words.t('consult.resident', { number: one.participant }),
          ],
          [words.t('consult.findings'), one.findings.map((code) => findingWords(code, frame)).join(' ')],
        ]}
      />
    </>
  )
}

function findingWords(code: string, { words }: Frame): string {
  const key = `consult.finding_${code}`
  return isMessageKey(key) ? words.t(key) : code
}
