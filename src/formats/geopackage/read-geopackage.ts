import type { Database, SqlValue, Statement } from 'sql.js/dist/sql-wasm-inline.js'
import type { Feature } from '../../kernel/geometry.ts'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { coordinateSystem } from './coordinate-system.ts'
import { readGeometryBlob } from './geometry-blob.ts'
import { openSqlite } from './open-sqlite.ts'
import type { ToLonLat } from './parse-wkb.ts'

export interface GeoPackageLayer {
  name: string
  /** As the file says: `POLYGON`, `MULTIPOLYGON`, `POINT`, `GEOMETRY` … */
  geometryType: string
  /** `EPSG:4326`; what a message names. */
  coordinateSystem: string
}

export interface GeoPackage {
  layers: readonly GeoPackageLayer[]
  /** All features of a layer; of the only one when none is named. Those without a geometry are left out. */
  features(layer?: string): Feature[]
  close(): void
}

export interface GeoPackageLimits {
  bytes: number
  features: number
}

/** The database is in memory as a whole, once here and once in SQLite. */
export const geoPackageLimits: GeoPackageLimits = { bytes: 256 * 2 ** 20, features: 2_000_000 }

/**
 * A GeoPackage (OGC 12-128r18): its layers, and their features in degrees on WGS 84. SQLite reads the tables, we read the geometries.
 * Layers that are views are not offered: a view runs whatever query the file brings along.
 *
 * Units    degrees, whatever the layer has: WGS 84, ETRS89, UTM and Mollweide are converted, other systems refused by name.
 * Cost     some 30 ms to start SQLite, then about 0.1 ms per feature of ten columns.
 *
 * @throws {FormatError} not a GeoPackage, damaged, beyond the limits; `features`: a geometry that cannot be read, with its row
 */
export async function openGeoPackage(source: ByteSource, limits: GeoPackageLimits = geoPackageLimits): Promise<GeoPackage> {
  const { name } = source
  if (source.size > limits.bytes)
    throw new FormatError('geopackage_too_large', `${name}: ${source.size} bytes; ${limits.bytes} can be read.`, null, {
      name,
      most: limits.bytes,
    })
  const bytes = source.read(0, source.size)
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 15)) !== 'SQLite format 3')
    throw notGeoPackage(name, 'it is not an SQLite database')
  const database = await openSqlite(bytes)
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (error instanceof FormatError) throw error
      const reason = error instanceof Error ? error.message : String(error)
      throw new FormatError('geopackage_damaged', `${name}: SQLite cannot read it: ${reason}.`, null, { name })
    }
  }
  try {
    const layers = guarded(() => listLayers(database, name))
    return {
      layers,
      features: (layer) => guarded(() => readFeatures(database, chosen(layers, layer, name), name, limits.features)),
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}

interface LayerTable extends GeoPackageLayer {
  geometryColumn: string
  toLonLat: ToLonLat | null
}

function listLayers(database: Database, file: string): LayerTable[] {
  const tables = new Set(
    rowsOf(database, `SELECT lower(name) FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'`).map(([name]) => name),
  )
  for (const needed of ['gpkg_geometry_columns', 'gpkg_spatial_ref_sys'])
    if (!tables.has(needed)) throw notGeoPackage(file, `there is no table ${needed}`)
  const rows = rowsOf(
    database,
    `SELECT g.table_name, g.column_name, g.geometry_type_name, s.organization, s.organization_coordsys_id
     FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id ORDER BY g.rowid LIMIT 10000`,
  )
  return rows
    .filter(([table]) => tables.has(String(table).toLowerCase()))
    .map(([table, column, type, organization, code]) => ({
      name: String(table),
      geometryColumn: String(column),
      geometryType: String(type),
      coordinateSystem: `${String(organization ?? '?')}:${String(code ?? '?')}`,
      toLonLat: coordinateSystem(String(organization), Number(code)),
    }))
}

function chosen(layers: readonly LayerTable[], wanted: string | undefined, file: string): LayerTable {
  const [only, ...others] = layers
  const layer = wanted === undefined ? (others.length === 0 ? only : undefined) : layers.find(({ name }) => name === wanted)
  if (layer !== undefined) return layer
  const names = layers.map(({ name }) => name).join(', ')
  const asked = wanted === undefined ? 'it has several layers' : `it has no layer “${wanted}”`
  throw new FormatError('geopackage_layer', `${file}: ${asked}; there are: ${names}.`, null, {
    name: file,
    value: wanted ?? '',
    layers: names,
  })
}

function readFeatures(database: Database, layer: LayerTable, file: string, most: number): Feature[] {
  const { name, toLonLat } = layer
  if (toLonLat === null) {
    const message = `${file}, layer ${name}: coordinate system ${layer.coordinateSystem} is not supported; use WGS 84 (EPSG:4326) or UTM.`
    throw new FormatError('coordinate_system', message, null, { name: file, layer: name, value: layer.coordinateSystem })
  }
  const statement = database.prepare(`SELECT * FROM "${name.replaceAll('"', '""')}"`)
  try {
    return featuresOf(statement, { ...layer, toLonLat }, file, most)
  } finally {
    statement.free()
  }
}

function featuresOf(statement: Statement, layer: LayerTable & { toLonLat: ToLonLat }, file: string, most: number): Feature[] {
  const columns = statement.getColumnNames()
  const geometryAt = columns.findIndex((column) => column.toLowerCase() === layer.geometryColumn.toLowerCase())
  const features: Feature[] = []
  let number = 0
  while (statement.step()) {
    if (++number > most)
      throw new FormatError('geopackage_too_large', `${file}, layer ${layer.name}: more than ${most} rows.`, most, { name: file, most })
    const row = statement.get()
    const blob = row[geometryAt]
    if (blob === null || blob === undefined) continue
    const where = `${file}, layer ${layer.name}, row ${number}`
    if (!(blob instanceof Uint8Array)) throw new FormatError('wkb_broken', `${where}: the geometry is not binary.`, number, { name: where })
    const geometry = readGeometryBlob(blob, where, layer.toLonLat)
    if (geometry !== null) features.push({ number, properties: propertiesOf(columns, row, geometryAt), geometry })
  }
  return features
}

/** Columns with text and numbers; binary ones say nothing about a feature. */
function propertiesOf(columns: readonly string[], row: readonly SqlValue[], geometryAt: number): Feature['properties'] {
  const properties: Record<string, string | number | null> = {}
  for (const [i, column] of columns.entries()) {
    const value = row[i]
    if (i !== geometryAt && value !== undefined && !(value instanceof Uint8Array)) properties[column] = value
  }
  return properties
}

const rowsOf = (database: Database, sql: string): SqlValue[][] => database.exec(sql)[0]?.values ?? []

const notGeoPackage = (name: string, why: string) =>
  new FormatError('not_geopackage', `${name}: this is no GeoPackage: ${why}.`, null, { name })
