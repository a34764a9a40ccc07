import type { FC } from 'hono/jsx'
import type { MarkedPlace, SourceView } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { OutsideLink } from '../parts/outside-link.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { cooperationCrumbs, cooperationPath } from './cooperation-words.ts'
import { sourceWords } from './source-list.tsx'

interface SourceProps {
  frame: Frame
  view: SourceView
}

/** A source document: its text, and from each marked place the way to what rests on it. */
export const SourcePage: FC<SourceProps> = (props) => {
  const { frame, view } = props
  const { words } = frame
  const { source, page, pages } = view
  const title = words.pick(source.title)
  return (
    <Layout
      frame={frame}
      title={title}
      description={`${title}. ${sourceWords(source, frame)}.`}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, 'sources', { label: title })}
    >
      <Title title={<Picked text={source.title} words={words} />}>
        <p>{sourceWords(source, frame)}</p>
        {source.url !== '' && (
          <p>
            <OutsideLink href={source.url} />
          </p>
        )}
      </Title>
      {words.pick(source.notes) !== '' && (
        <Section id="notes" title={words.t('cooperation.notesTitle')} aside={<p>{words.t('cooperation.notesAside')}</p>}>
          <p class="lines">
            <Picked text={source.notes} words={words} />
          </p>
        </Section>
      )}
      <Section id="text" title={words.t('cooperation.textTitle')} aside={<p>{words.t('cooperation.textAside')}</p>}>
        <Text {...props} />
        <Pager
          page={page}
          pages={pages}
          words={words}
          href={(to) => link(frame, cooperationPath('sources', source.number), { page: String(to) })}
        />
      </Section>
      <RestsOn {...props} />
    </Layout>
  )
}

/** Each marked stretch leads to the record that rests on it most closely; the numbers after it lead to all of them. */
const Text: FC<SourceProps> = ({ frame, view: { source, pieces } }) => {
  const begun = new Set<number>()
  return (
    <div class="source-text" lang={source.language === frame.words.language ? undefined : source.language}>
      {pieces.map(({ text, within, ends }) => {
        const starts = within.filter(({ number }) => !begun.has(number))
        for (const { number } of starts) begun.add(number)
        const closest = [...within].sort((a, b) => a.end - a.start - (b.end - b.start))[0]
        return (
          <>
            {starts.map(({ number }) => (
              <span id={`e${number}`} />
            ))}
            {closest === undefined || text.trim() === '' ? text : <Stretch place={closest} text={text} frame={frame} />}
            {ends.map(({ number }) => (
              <sup>
                <a href={`#place-${number}`}>{number}</a>
              </sup>
            ))}
          </>
        )
      })}
    </div>
  )
}

const Stretch: FC<{ place: MarkedPlace; text: string; frame: Frame }> = ({ place: { number, subject }, text, frame }) => (
  <a class="span" href={subject.path === null ? `#place-${number}` : link(frame, subject.path)}>
    {text}
  </a>
)

const RestsOn: FC<SourceProps> = ({ frame, view: { places } }) => {
  const { words } = frame
  return (
    <Section id="rests" title={words.t('cooperation.restsTitle')} aside={<p>{words.t('cooperation.restsAside')}</p>}>
      {places.length === 0 && <p class="absent">{words.t('cooperation.nothingRests')}</p>}
      <ul class="plain stack-s">
        {places.map(({ number, start, end, subject }) => (
          <li id={`place-${number}`}>
            <a href={`#e${number}`}>{number}</a> · {words.t(`cooperation.kind_${subject.kind}`)}:{' '}
            {subject.path === null ? (
              <Picked text={subject.title} words={words} />
            ) : (
              <a href={link(frame, subject.path)}>
                <Picked text={subject.title} words={words} />
              </a>
            )}{' '}
            <span class="fine">· {words.t('cooperation.characters', { from: words.number(start, 0), until: words.number(end, 0) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
