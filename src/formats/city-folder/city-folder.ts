import type { City, Release, ReleaseFile } from '../../books/indicators/figure.ts'
import type { ReadingSet } from '../../books/indicators/reading-set.ts'
import type { RivalReason } from '../../books/indicators/rivals.ts'
import type { Notice } from '../../books/notice.ts'
import type { MultilingualText } from '../../books/text.ts'

/**
 * A city as one folder of plain files: Bagdar's own exchange format, described in `docs/city-folder.md`.
 *
 * The demonstration ships in it, `bagdar import city` reads it and `bagdar export city` writes it.
 */
export interface CityFolder {
  city: City
  /** What the folder holds and who put it together. */
  about: MultilingualText
  sets: readonly CitySet[]
  /** Why figures of different sources differ, as far as anybody has said so. */
  rivalReasons: readonly RivalReason[]
  /** The files under `programme/` as they are: `formats/programme` reads them. */
  programmeFiles: ReadonlyMap<string, Uint8Array>
}

/** One release and everything it brought. */
export interface CitySet {
  release: CityRelease
  readings: ReadingSet
  /** Files that a computation made, by name. */
  computed?: ReadonlyMap<string, Uint8Array>
}

/** What the folder says of a release. Number, counts and the moment of recording come from the record that takes it in. */
export interface CityRelease extends Pick<
  Release,
  'kind' | 'title' | 'source' | 'madeBy' | 'publishedAt' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason' | 'parameters' | 'codeVersion'
> {
  /** Name of the release within the city: `kazstat-2024-10-24`. */
  id: string
}

/** A city folder as read, with everything in it that could not be understood. */
export interface CityFolderReading extends CityFolder {
  problems: readonly Notice[]
}

/** Where the tables of a release lie. A file there is the folder's own; any other file is an input from outside. */
export const tableFolder = (releaseId: string): string => `releases/${fileName(releaseId)}/`

/**
 * An id as the name of a file: whatever could lead elsewhere becomes `_`.
 *
 * @example
 * fileName('../11.6.2') // => '_.._11.6.2'
 */
export const fileName = (id: string): string => id.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, (dots) => `_${dots}`)

/** Where the files lie that a computation made. */
export const computedFolder = (releaseId: string): string => `${tableFolder(releaseId)}computed/`

export const isOwnTable = (file: ReleaseFile, releaseId: string): boolean => file.path.startsWith(tableFolder(releaseId))
