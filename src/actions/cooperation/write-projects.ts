import { publicTimes } from '../../books/cooperation/record-history.ts'
import { pickText, type Language } from '../../books/text.ts'
import { writeProjectPackage } from '../../formats/cooperation/oc4ids.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'

/**
 * Somebody takes the city's investment projects in the words of OC4IDS; null: none is public, and the standard knows no empty package.
 *
 * @param input.pageOf  full address of a page inside the city
 */
export async function writeProjects(
  input: PublicInput & { language: Language; uri: string; pageOf: (path: string) => string },
  needs: PublicReads & Pick<CooperationReads, 'listCooperationHistory'>,
): Promise<object | null> {
  const { city, asOf, language, uri, pageOf } = input
  const record = publicRecord(asOf, needs)
  const projects = await record.listCooperation(city, 'project')
  if (projects.length === 0) return null
  const history = publicTimes(projects, await needs.listCooperationHistory(city, 'project'))
  const changed = new Map(history.map(({ number, modified }) => [number, modified]))
  const evidence = await record.listEvidence(
    city,
    'project',
    projects.map(({ number }) => number),
  )
  const [partners, sources] = await Promise.all([
    record.listCooperation(city, 'partner', { numbers: [...new Set(projects.flatMap(({ content }) => content.parties))] }),
    record.listCooperation(city, 'source', { numbers: [...new Set(evidence.map(({ source }) => source))] }),
  ])
  const packaged = projects.map(({ number, content, publishedAt }) => ({
    id: `${city.slug}-project-${number}`,
    updated: changed.get(number) ?? publishedAt!,
    content,
    parties: partners
      .filter((partner) => content.parties.includes(partner.number))
      .map((partner) => ({ id: `${city.slug}-partner-${partner.number}`, content: partner.content })),
    documents: sources
      .filter((source) => evidence.some((place) => place.subject.number === number && place.source === source.number))
      .map((source) => ({
        id: `${city.slug}-source-${source.number}`,
        url: pageOf(`/cooperation/sources/${source.number}`),
        content: source.content,
      })),
  }))
  return writeProjectPackage({
    uri,
    // The last change of anything in it, what was taken out of it included.
    publishedDate: history
      .map(({ modified }) => modified)
      .sort()
      .at(-1)!,
    publisher: { name: pickText(city.name, language)?.text ?? city.slug, uri: pageOf('') },
    language,
    projects: packaged,
  })
}
