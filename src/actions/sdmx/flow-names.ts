import type { Flow } from '../../books/indicators/sdmx/flow.ts'
import { artefactWords, goalName } from '../../books/indicators/sdmx/words.ts'
import type { Names } from '../../formats/sdmx/model.ts'
import type { CityCube } from './city-cube.ts'

/** What a flow is called: the city, and what of it. */
export function flowNames({ city }: CityCube, flow: Flow): Names {
  const what = flow.goal !== null ? goalName(flow.goal) : flow.structure === 'SDG' ? artefactWords.official : artefactWords.figures
  return namesOf(city.name, what)
}

/** Two names in one, in each language that both are in. */
export const namesOf = (first: Names | Partial<Names>, second: Names | Partial<Names>): Names =>
  Object.fromEntries(
    Object.entries(first).flatMap(([language, words]) => (second[language] && words ? [[language, `${words}: ${second[language]}`]] : [])),
  )
