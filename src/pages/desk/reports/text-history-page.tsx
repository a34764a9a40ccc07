import type { FC } from 'hono/jsx'
import { compareWords } from '../../../books/programme/compare-words.ts'
import type { TextPart, TextChange } from '../../../books/reports/report-text.ts'
import type { ReportKind } from '../../../books/reports/report.ts'
import { languages } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Diff } from '../../parts/diff.tsx'
import { FormKey } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { momentWords } from '../../account/moment.ts'
import { reportCrumbs, textPath } from './report-words.ts'

interface Props {
  frame: Frame
  kind: ReportKind
  part: TextPart
  /** Newest first. */
  changes: readonly TextChange[]
  /** Names of the people by id. */
  names: ReadonlyMap<string, string>
  newKey: () => string
}

/** Who wrote what into a part of a report, and when. An earlier text can be brought back. */
export const TextHistoryPage: FC<Props> = ({ frame, kind, part, changes, names, newKey }) => {
  const { words } = frame
  const title = words.t('desk.history_title')
  const name = words.t(`reportTexts.part_${part}`)
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      crumbs={reportCrumbs(frame, kind, { label: name, href: link(frame, textPath(kind, part)) }, { label: words.t('desk.history') })}
    >
      <Title title={title}>
        <p>{name}</p>
      </Title>
      {changes.length === 0 && <p class="absent">{words.t('deskReports.neverWritten')}</p>}
      {changes.map(({ number, at, by, before, after }, place) => (
        <Section
          id={`change-${number}`}
          title={`${changes.length - place}. ${momentWords(at, frame)}`}
          aside={<p>{by === null ? words.t('desk.command_line') : (names.get(by) ?? words.t('desk.somebody'))}</p>}
        >
          <dl class="versions">
            {languages
              .filter((language) => (before.text[language] ?? '') !== (after.text[language] ?? ''))
              .map((language) => (
                <>
                  <dt>{words.t(`desk.language_${language}`)}</dt>
                  <dd lang={language}>
                    <Diff parts={compareWords(before.text[language] ?? '', after.text[language] ?? '')} words={words} />
                  </dd>
                </>
              ))}
          </dl>
          {before.revision > 0 && (
            <form method="post" action={link(frame, textPath(kind, part, '/restore'))}>
              <FormKey value={newKey()} />
              <button class="btn" type="submit" name="change" value={String(number)}>
                {words.t('desk.restore_before')}
              </button>
            </form>
          )}
        </Section>
      ))}
    </Layout>
  )
}
