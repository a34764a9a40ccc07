import type { Child, FC } from 'hono/jsx'
import type { BackupCheck } from '../../books/trust/backup-check.ts'
import type { LastCheck, TrustView } from '../../books/trust/trust-view.ts'
import { TextPage } from '../about/text-page.tsx'
import type { Frame } from '../frame.ts'
import { Facts } from '../parts/facts.tsx'
import { Warn } from '../parts/warn.tsx'
import type { Words } from '../words.ts'

/** What is promised about what is kept here, and when a backup was last read again and restored. */
export const TrustPage: FC<{ frame: Frame; view: TrustView }> = ({ frame, view }) => {
  const { words } = frame
  return (
    <TextPage
      frame={frame}
      heading="trust.title"
      description={words.t('trust.description')}
      lede="trust.lede"
      sections={[
        {
          id: 'promise',
          title: 'trust.promiseTitle',
          paragraphs: ['trust.promise1', 'trust.promise2', 'trust.promise3', 'trust.promise4'],
        },
        {
          id: 'backup',
          title: 'trust.backupTitle',
          paragraphs: ['trust.backupAside'],
          more: <Last kind="backup" command="bagdar backup backup.bagdar.gz" last={view.backup} words={words} />,
        },
        {
          id: 'drill',
          title: 'trust.drillTitle',
          paragraphs: ['trust.drillAside'],
          more: <Last kind="drill" command="bagdar drill" last={view.drill} words={words} />,
        },
        { id: 'meaning', title: 'trust.meaningTitle', paragraphs: ['trust.meaning1'] },
        {
          id: 'tested',
          title: 'trust.testedTitle',
          paragraphs: ['trust.tested1', 'trust.tested2', 'trust.tested3', 'trust.tested4'],
        },
      ]}
    />
  )
}

const Last: FC<{ kind: BackupCheck['kind']; command: string; last: LastCheck; words: Words }> = ({ kind, command, last, words }) => (
  <>
    {last.failed && <Warn>{words.t(`trust.${kind}Failed`, { date: words.date(last.failed.at) })}</Warn>}
    {last.passed ? (
      <Facts facts={factsOf(last.passed, words)} />
    ) : (
      <>
        <p class="absent">{words.t(`trust.${kind}None`)}</p>
        <p>
          <code>{command}</code>
        </p>
      </>
    )}
  </>
)

const factsOf = (check: BackupCheck, words: Words): ReadonlyArray<readonly [string, Child]> => [
  [words.t('trust.when'), words.date(check.at)],
  [words.t('trust.holds'), words.t('trust.holdsText', { rows: words.number(check.rows), tables: words.number(check.tables) })],
  [words.t('trust.size'), words.t('trust.sizeText', { megabytes: words.number(check.bytes / 1e6) })],
  [words.t('trust.took'), words.t('trust.tookText', { seconds: words.number(check.seconds) })],
  [words.t('trust.content'), <code>{check.contentHash}</code>],
]
