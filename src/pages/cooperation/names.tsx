import type { FC } from 'hono/jsx'
import type { PartnerName } from '../../books/cooperation/commitment-view.ts'
import type { PersonName, Place } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { Picked } from '../parts/picked.tsx'
import { cooperationPath } from './cooperation-words.ts'

/** Partners, each a link to its page; in words where nobody is named. */
export const Partners: FC<{ partners: readonly PartnerName[]; frame: Frame }> = ({ partners, frame }) => (
  <>
    {partners.length === 0 && frame.words.t('cooperation.nobodyNamed')}
    {partners.map((partner, at) => (
      <>
        {at > 0 && ', '}
        <a href={link(frame, cooperationPath('partners', partner.number))}>
          <Picked text={partner.name} words={frame.words} />
        </a>
      </>
    ))}
  </>
)

/** Somebody by the confirmed name in the reader's script, else as the source writes it; then the office. */
export const PersonWords: FC<{ person: PersonName; frame: Frame }> = ({ person, frame: { words } }) => (
  <>
    <b>{person.names[words.language] ?? person.nameAsWritten}</b>
    {words.pick(person.role) !== '' && (
      <>
        , <Picked text={person.role} words={words} />
      </>
    )}
  </>
)

/** "Press release, characters 1341–1556": opens the source at that place. */
export const PlaceLink: FC<{ place: Place; frame: Frame }> = ({ place: { evidence, source, page }, frame }) => {
  const { words } = frame
  const path = cooperationPath('sources', source.number, `e${evidence.number}`)
  return (
    <a href={link(frame, path, page === 1 ? {} : { page: String(page) })}>
      {words.t('cooperation.place', {
        source: words.pick(source.title),
        from: words.number(evidence.start, 0),
        until: words.number(evidence.end, 0),
      })}
    </a>
  )
}

/** What a source says at a place, in its own language, with the verb of the promise marked. */
export const PlaceQuote: FC<{ place: Place; frame: Frame }> = ({ place, frame }) => {
  const { exact, start, marker } = place.evidence
  const [from, until] = marker === null ? [exact.length, exact.length] : [marker.start - start, marker.end - start]
  return (
    <figure>
      <blockquote lang={place.source.language === frame.words.language ? undefined : place.source.language}>
        <p>
          {exact.slice(0, from)}
          {marker !== null && <mark>{exact.slice(from, until)}</mark>}
          {exact.slice(until)}
        </p>
      </blockquote>
      <figcaption>
        <PlaceLink place={place} frame={frame} />
      </figcaption>
    </figure>
  )
}
