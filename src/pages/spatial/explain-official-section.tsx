import type { FC } from 'hono/jsx'
import { filesToBring, officialAlone, type OfficialExplained, type Requirement } from '../../books/indicators/sdg-11/explain-official.ts'
import type { Frame } from '../frame.ts'
import { Facts } from '../parts/facts.tsx'
import { Section } from '../parts/section.tsx'
import type { Words } from '../words.ts'
import { spatialWords } from './spatial-words.ts'

/** What would have to be different for our share to be the official one, one thing at a time. */
export const ExplainOfficialSection: FC<{ frame: Frame; explained: OfficialExplained }> = ({ frame: { words }, explained }) => (
  <Section
    id="explain"
    title={words.t('spatial.explain_title')}
    aside={
      <p>{words.t('spatial.explain_lede', { official: words.number(explained.official, 2), ours: words.number(explained.ours, 2) })}</p>
    }
  >
    <Facts
      facts={explained.requirements.map(
        (requirement) => [spatialWords(words, `explain_${requirement.cause}`), sayRequirement(requirement, words)] as const,
      )}
    />
  </Section>
)

function sayRequirement(requirement: Requirement, words: Words): string {
  if ('cannot' in requirement) return spatialWords(words, `explain_${requirement.cause}_${requirement.cannot}`)
  const share = words.number(requirement.share, 2)
  switch (requirement.cause) {
    case 'walk':
      return words.t('spatial.explain_walk_need', { low: words.number(requirement.lowMetres, 0), high: words.number(requirement.highMetres, 0), share }) // prettier-ignore
    case 'headway':
      return words.t('spatial.explain_headway_need', { minutes: words.number(requirement.minutes, 1), share })
    case 'missing_stops':
      return words.t('spatial.explain_missing_stops_need', { percent: words.number(100 * requirement.stopShare, 0), share })
    default: {
      const details = { people: words.number(requirement.people, 0), percent: words.number(100 * requirement.shareOfAll, 1) }
      return words.t(`spatial.explain_${requirement.cause}_need`, details)
    }
  }
}

/** A city without streets and stops: what the official figure says by itself, and which files would bring a figure of one's own. */
export const OfficialAloneSection: FC<{ frame: Frame; official: number; population: number | null }> = ({
  frame: { words },
  official,
  population,
}) => {
  const { notServed, peopleServed, peopleNotServed } = officialAlone(official, population)
  return (
    <Section id="explain" title={words.t('spatial.explain_title')}>
      <p>{words.t('spatial.explain_alone', { official: words.number(official, 2), rest: words.number(notServed, 2) })}</p>
      {population !== null && peopleServed !== null && peopleNotServed !== null && (
        <p>
          {words.t('spatial.explain_alone_people', {
            population: words.number(population, 0),
            served: words.number(peopleServed, 0),
            rest: words.number(peopleNotServed, 0),
          })}
        </p>
      )}
      <p>{words.t('spatial.explain_files')}</p>
      <ul>
        {filesToBring.map((file) => (
          <li>{words.t(`spatial.explain_file_${file}`)}</li>
        ))}
      </ul>
    </Section>
  )
}
