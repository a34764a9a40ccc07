import type { FC } from 'hono/jsx'
import type { EventView, Quote } from '../../books/cooperation/public-views.ts'
import { languages } from '../../books/text.ts'
import { link, type Frame } from '../frame.ts'
import { Section } from '../parts/section.tsx'
import { cooperationPath, languageName } from './cooperation-words.ts'
import { PersonWords, PlaceLink } from './names.tsx'

/** What was said, in the words of the source; the verb of a promise is marked. */
export const Quotes: FC<{ frame: Frame; view: EventView }> = ({ frame, view: { quotes } }) => {
  const { words } = frame
  if (quotes.length === 0) return <></>
  return (
    <Section id="said" title={words.t('cooperation.saidTitle')} aside={<p>{words.t('cooperation.saidAside')}</p>}>
      <div class="quotes">
        {quotes.map((quote) => (
          <QuoteFigure quote={quote} frame={frame} />
        ))}
      </div>
    </Section>
  )
}

const QuoteFigure: FC<{ quote: Quote; frame: Frame }> = ({ quote: { statement, pieces, speakers, place, notes }, frame }) => {
  const { words } = frame
  const { language, form, translations, translatedBy } = statement.content
  const promised = [...new Set(pieces.flatMap(({ commitments }) => commitments))].sort((a, b) => a - b)
  // The reader's own language, or every one that is there where hers is not.
  const translated = languages.filter((one) => one !== language && translations[one] !== undefined)
  const shown = language === words.language ? [] : translated.includes(words.language) ? [words.language] : translated
  return (
    <figure id={`statement-${statement.number}`}>
      <blockquote lang={language === words.language ? undefined : language}>
        <p>{pieces.map(({ text, commitments }) => (commitments.length === 0 ? text : <mark>{text}</mark>))}</p>
      </blockquote>
      {shown.map((one) => (
        <div class="translation">
          <p class="fine">
            {translatedBy === ''
              ? words.t('cooperation.translationUnknown', { language: languageName(language, words) })
              : words.t('cooperation.translation', { language: languageName(language, words), by: translatedBy })}
          </p>
          <blockquote lang={one === words.language ? undefined : one}>
            <p class="small">{translations[one]}</p>
          </blockquote>
        </div>
      ))}
      <figcaption>
        {speakers.map((speaker, at) => (
          <>
            {at > 0 && '; '}
            <PersonWords person={speaker} frame={frame} />
          </>
        ))}
        {speakers.length > 0 && '. '}
        {words.t(`cooperation.form_${form}`)}
        {place && (
          <>
            {' · '}
            <PlaceLink place={place} frame={frame} />
          </>
        )}
        {notes.map(({ code, name }) => (
          <>
            {' · '}
            <a href={link(frame, `/cooperation/economy/${code}`)}>
              {words.t('economy.see_note', { a: frame.city === null ? '' : words.pick(frame.city.name), b: words.pick(name) })}
            </a>
          </>
        ))}
        {promised.map((number) => (
          <>
            {' · '}
            <a href={link(frame, cooperationPath('commitments', number))}>{words.t('cooperation.commitmentNumber', { number })}</a>
          </>
        ))}
      </figcaption>
    </figure>
  )
}
