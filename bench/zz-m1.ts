import { openLasPalmas } from '../test/support/open-las-palmas.ts'
import { cityPlaneOf, openSpacesOf } from '../src/books/indicators/sdg-11/open-space.ts'
import { streetLand } from '../src/books/indicators/sdg-11/street-land.ts'
import { unionArea } from '../src/kernel/union-area.ts'
import { haltonCircles } from '../src/books/indicators/sdg-11/halton-sample.ts'
import { findEntrances } from '../src/books/indicators/sdg-11/open-space-entrances.ts'
const input = await openLasPalmas()
let t=process.cpuUsage()
const lap=(n:string)=>{const u=process.cpuUsage(t);console.log(n,((u.user+u.system)/1e6).toFixed(2));t=process.cpuUsage()}
const { plane, outlines, squareMetres } = cityPlaneOf(input.boundaries)!
lap('plane')
const spaces = openSpacesOf(input.extract, plane); lap('spaces')
const u = unionArea(spaces.shapes, outlines); lap('union')
const circles = haltonCircles(outlines, squareMetres); lap('halton')
streetLand(input.extract, plane, outlines, spaces.shapes, {circles}); lap('land with circles')
streetLand(input.extract, plane, outlines, spaces.shapes); lap('land')
streetLand(input.extract, plane, outlines, spaces.shapes); lap('land')
findEntrances(spaces, input.network, plane); lap('entr')
findEntrances(spaces, input.network, plane); lap('entr')
