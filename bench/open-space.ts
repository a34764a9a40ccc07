import { findEntrances } from '../src/books/indicators/sdg-11/open-space/open-space-entrances.ts'
import {
  openSpaceMethodSpread,
  openSpaceQuestion,
  peopleNearOpenSpace,
} from '../src/books/indicators/sdg-11/open-space/open-space-access.ts'
import { openPublicSpace } from '../src/books/indicators/sdg-11/open-space/open-public-space.ts'
import { openSpaceTornado } from '../src/books/indicators/sdg-11/open-space/open-space-tornado.ts'
import { cityPlaneOf, openSpacesOf } from '../src/books/indicators/sdg-11/open-space/open-space.ts'
import { streetLand } from '../src/books/indicators/sdg-11/open-space/street-land.ts'
import { drawShares, surenessParameters } from '../src/books/indicators/sdg-11/sureness/sureness.ts'
import { WalkingReach } from '../src/books/indicators/sdg-11/streets/walking-reach.ts'
import { unionArea } from '../src/kernel/union-area.ts'
import { isLasPalmasHere, openLasPalmas } from '../test/support/open-las-palmas.ts'
import { compare, printTimings } from './harness.ts'

/** SDG 11.7.1 of Las Palmas in memory, whole and by its parts. */
if (!isLasPalmasHere) console.log('Las Palmas is not here: the shared data are absent, nothing is measured.')
else {
  const input = await openLasPalmas()
  const computed = openPublicSpace(input)
  const { result, city } = computed
  const { plane, outlines } = cityPlaneOf(input.boundaries)!
  const spaces = openSpacesOf(input.extract, plane)
  const reach = new WalkingReach(city.model.graph)
  const { openSpaceShare, streetShare, streetSampledShare, accessShare } = result.parts
  console.log({ value: result.value, openSpaceShare, streetShare, streetSampledShare, accessShare })
  for (const { code, value, reason } of result.methods) console.log(code.padEnd(32), value?.toFixed(2) ?? reason)
  const timings = await compare({
    'whole, with sample circles and methods': () => openPublicSpace(input),
    'area of open spaces within the city (union)': () => unionArea(spaces.shapes, outlines),
    'land of streets, without circles': () => streetLand(input.extract, plane, outlines, spaces.shapes),
    'entrances of open spaces': () => findEntrances(spaces, input.network, plane),
    'people within 400 m': () => peopleNearOpenSpace(city, reach),
    'all methods': () => openSpaceMethodSpread(city),
    '1,000 draws of the share of people': () => drawShares(openSpaceQuestion(city), surenessParameters, 0, 1000),
    tornado: () => openSpaceTornado(computed),
  })
  printTimings(`SDG 11.7.1 of Las Palmas (${spaces.count} open spaces, ${city.entrances.count} entrances)`, timings)
}
