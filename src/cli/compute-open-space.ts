import { computeOpenSpace } from '../actions/compute-open-space.ts'
import { readCityFiles } from '../actions/read-city-files.ts'
import { writeCellsCsv } from '../formats/access-layers.ts'
import { hashSource } from '../formats/hash-source.ts'
import { writeOpenSpacesGeoJson } from '../formats/open-space-layers.ts'
import { readArguments, type Options } from './arguments.ts'
import { cityFilesOf, cityOptions, drawOptions, drawsOf, openStreetMap, sourcesOf } from './city-files.ts'
import type { Command } from './command.ts'
import { answerComputed, answerOptions, requirePlace } from './computed-answer.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { withFiles } from './opened-files.ts'
import { Stages } from './stages.ts'

const options: Options = { ...cityOptions, ...drawOptions, ...answerOptions, year: { type: 'string' } }

const stages = ['boundary', 'osm', 'population', 'streets', 'figure', 'interval', 'tornado', 'store']

/** `bagdar compute 11.7.1 --osm … --population … --boundary … [--districts …] [--city …] [--out …]`. */
export const computeOpenSpaceCommand: Command = (args, terminal, needs) =>
  withFiles(async (open) => {
    const given = readArguments(args, options, 0)
    const files = cityFilesOf(given, open)
    if (files.boundaries.length === 0 && files.districts === null)
      throw new UsageError('Say --boundary FILE: where the city ends (.geojson, .gpkg), or --districts FILE: all of them are the city')
    const { sureness, workers } = drawsOf(given)

    const timer = new Stages(terminal, needs.clock, stages)
    const data = await readCityFiles(files, { openSpaces: true, background: false }, (stage) => timer.begin(stage))
    const year = given.text('year') ?? data.year
    requirePlace(given, year)
    const { result, city, people } = await computeOpenSpace(data, sourcesOf(files).map(hashSource), sureness, {
      begin: (stage) => timer.begin(stage),
      drawShares: (question, parameters) => needs.drawShares(question, parameters, workers),
    })
    const terms = { text: given.text('attribution') ?? openStreetMap, licence: 'ODbL-1.0' }
    const layers = () =>
      new Map([
        ['open-spaces.geojson', writeOpenSpacesGeoJson(data.extract, city, terms)],
        ['cells.csv', writeCellsCsv(city.model, people.remainingMetres, terms)],
      ])
    await answerComputed({ result, year, layers }, given, timer, terminal, needs)
    return exitCodes.done
  })
