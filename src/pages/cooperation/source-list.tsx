import type { FC } from 'hono/jsx'
import type { SourceName } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { cooperationPath, dayWords, languageName } from './cooperation-words.ts'

/** The sources that a page rests on, with what a reader has to know of them. */
export const SourceList: FC<{ sources: readonly SourceName[]; frame: Frame }> = ({ sources, frame }) => {
  const { words } = frame
  if (sources.length === 0) return <></>
  return (
    <Section id="sources" title={words.t('cooperation.kinds_source')} aside={<p>{words.t('cooperation.sourcesAside')}</p>}>
      {sources.map((source) => (
        <div class="stack-s">
          <h3>
            <a href={link(frame, cooperationPath('sources', source.number))}>
              <Picked text={source.title} words={words} />
            </a>
          </h3>
          <p class="fine">{sourceWords(source, frame)}</p>
          {words.pick(source.notes) !== '' && (
            <p class="lines">
              <Picked text={source.notes} words={words} />
            </p>
          )}
        </div>
      ))}
    </Section>
  )
}

/** "Press release · Akimat of Almaty · Kazakh · April 2016 (not confirmed)". */
export const sourceWords = ({ kind, publisher, language, dated, isDateInferred }: SourceName, { words }: Frame): string =>
  [words.t(`cooperation.source_kind_${kind}`), publisher, languageName(language, words), dayWords(dated, words, isDateInferred)]
    .filter((part) => part !== '')
    .join(' · ')
