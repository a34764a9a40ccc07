/** What `bagdar/geotiff` offers to other programs: rasters read without GDAL, anywhere in a file or in memory. */
export { bytesInMemory, openBytes, type ByteSource } from '../byte-source.ts'
export { FormatError } from '../format-error.ts'
export type { Samples, SampleType } from './image-layout.ts'
export { geoTiffLimits } from './limits.ts'
export { openGeoTiff, type GeoTiff, type Transform } from './open-geotiff.ts'
export type { Projection } from './read-projection.ts'
export { readRaster, type Bounds, type Raster } from './read-raster.ts'
export type { PixelWindow } from './read-window.ts'
