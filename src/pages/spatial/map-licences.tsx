import type { FC } from 'hono/jsx'
import { OutsideLink } from '../parts/outside-link.tsx'
import type { Words } from '../words.ts'
import type { MapView } from './map-view.ts'

/** Where the data of a computation come from, and on which terms. */
export const MapLicences: FC<{ words: Words; licences: MapView['licences'] }> = ({ words, licences }) => (
  <ul class="plain cited">
    {licences.map(({ what, text, url }) => (
      <li>
        {words.t(`spatial.map_from_${what}`)}: {url === null ? text : <OutsideLink href={url}>{text}</OutsideLink>}
      </li>
    ))}
  </ul>
)
