import type { FC } from 'hono/jsx'
import type { Frame } from '../frame.ts'
import { Facts } from '../parts/facts.tsx'
import { Section } from '../parts/section.tsx'

const files = ['streets', 'timetable', 'population', 'boundary'] as const

/** Which four files a city needs for a figure of its own, where they are to be had, and the command that reads them. */
export const FilesToBringSection: FC<{ frame: Frame }> = ({ frame: { words, city } }) => {
  const slug = city?.slug ?? 'city'
  return (
    <Section id="files" title={words.t('spatial.map_noneFiles')} aside={<p>{words.t('spatial.map_noneFilesAside')}</p>}>
      <Facts facts={files.map((file) => [words.t(`spatial.map_file_${file}`), words.t(`spatial.map_fileHow_${file}`)] as const)} />
      <p>{words.t('spatial.map_noneCommand')}</p>
      <pre tabindex={0}>
        <code>{`bagdar compute 11.2.1 --osm ${slug}.osm.pbf --gtfs feed.zip --population population.tif --boundary boundary.geojson --city ${slug}`}</code>
      </pre>
    </Section>
  )
}
