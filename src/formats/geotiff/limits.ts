/** What a GeoTIFF may ask of this reader. Far above any raster of a country, far below what would fill a machine. */
export const geoTiffLimits = {
  /** Images of one file: the raster, its overviews and masks, and pages that are none of these. */
  directories: 256,
  /** Tags of one image. */
  tags: 4096,
  /** Bytes of one text tag. */
  textBytes: 4 * 2 ** 20,
  /** Pixels along one side. */
  side: 10_000_000,
  bands: 10_000,
  /** Strips or tiles of one image, over all bands. */
  blocks: 8_000_000,
  /** One strip or tile, unpacked. */
  blockBytes: 2 ** 28,
  /** The values of one window. */
  windowBytes: 2 ** 30,
  /** All blocks that one window touches, unpacked: the limit of time. */
  unpackedBytes: 2 ** 33,
}
