import type { FC } from 'hono/jsx'
import type { Indicator } from '../../books/indicators/figure.ts'
import type { MultilingualText } from '../../books/text.ts'
import { Facts } from '../parts/facts.tsx'
import { Picked } from '../parts/picked.tsx'
import { OutsideLink } from '../parts/outside-link.tsx'
import { Section } from '../parts/section.tsx'
import type { Words } from '../words.ts'

/** What the source says it measures and how, in its own words. */
export const DefinitionSection: FC<{ indicator: Indicator; words: Words }> = ({ indicator, words }) => {
  const said = (text: MultilingualText) => (words.picked(text) === null ? null : <Picked text={text} words={words} />)
  const { definition, computation, limitations, compiledBy, links } = indicator
  const silent = [definition, computation, limitations, compiledBy].every((text) => words.picked(text) === null)
  return (
    <Section id="definition" title={words.t('indicator.definition')}>
      {silent && <p class="absent">{words.t('indicator.definitionNone')}</p>}
      {!(silent && links.length === 0) && (
        <Facts
          facts={[
            [words.t('indicator.definitionTerm'), said(definition)],
            [words.t('indicator.computation'), said(computation)],
            [words.t('indicator.limitations'), said(limitations)],
            [words.t('indicator.compiledBy'), said(compiledBy)],
            [
              words.t('indicator.links'),
              links.length === 0 ? null : (
                <ul class="plain">
                  {links.map((address) => (
                    <li>
                      <OutsideLink href={address} />
                    </li>
                  ))}
                </ul>
              ),
            ],
          ]}
        />
      )}
    </Section>
  )
}
