// src/formats/byte-source.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
function openBytes(path, name = path) {
  const file = openSync(path, "r");
  const size = fstatSync(file).size;
  return {
    name,
    size,
    read(offset, length, into) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const buffer = into !== void 0 && into.length >= wanted ? into : new Uint8Array(wanted);
      let done = 0;
      while (done < wanted) {
        const count = readSync(file, buffer, done, wanted - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return buffer.subarray(0, done);
    },
    close: () => closeSync(file)
  };
}
var bytesInMemory = (name, bytes) => ({
  name,
  size: bytes.length,
  read: (offset, length) => bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length)),
  close: () => void 0
});

// src/formats/format-error.ts
var FormatError = class extends Error {
  code;
  /** Offset in bytes (binary files) or line (text files); null when it is about the whole file. */
  position;
  details;
  constructor(code, message, position = null, details = {}) {
    super(message);
    this.name = "FormatError";
    this.code = code;
    this.position = position;
    this.details = details;
  }
};

// src/kernel/geometry-parts.ts
function partsOf(kind, parts) {
  const start = new Uint32Array(parts.length + 1);
  for (const [p, part] of parts.entries()) start[p + 1] = start[p] + part.length;
  const points = parts.flat();
  const column = (axis) => Float64Array.from(points, (point) => point[axis] ?? Number.NaN);
  return { kind, start, lon: column(0), lat: column(1) };
}

// src/kernel/equal-area-plane.ts
var radians = Math.PI / 180;
var flattening = 1 / 298.257223563;
var eccentricity2 = flattening * (2 - flattening);
var eccentricity = Math.sqrt(eccentricity2);

// src/kernel/polygon.ts
function polygonOf(polygons) {
  const lon = [];
  const lat = [];
  const start = [0];
  for (const rings of polygons) {
    for (const [index, ring] of rings.entries()) {
      if (ring.length < 3) continue;
      const [first = [], last = []] = [ring[0], ring.at(-1)];
      const length = first[0] === last[0] && first[1] === last[1] ? ring.length - 1 : ring.length;
      const ringLon = Float64Array.from({ length }, (_, i) => ring[i]?.[0] ?? Number.NaN);
      const ringLat = Float64Array.from({ length }, (_, i) => ring[i]?.[1] ?? Number.NaN);
      if (shoelace(ringLon, ringLat, 0, length) > 0 !== (index === 0)) {
        ringLon.reverse();
        ringLat.reverse();
      }
      for (let i = 0; i < length; i++) {
        lon.push(ringLon[i]);
        lat.push(ringLat[i]);
      }
      start.push(lon.length);
    }
  }
  return { start: Uint32Array.from(start), lon: Float64Array.from(lon), lat: Float64Array.from(lat) };
}
function boxOf({ lon, lat }) {
  if (lon.length === 0) return null;
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < lon.length; i++) {
    box.west = Math.min(box.west, lon[i]);
    box.east = Math.max(box.east, lon[i]);
    box.south = Math.min(box.south, lat[i]);
    box.north = Math.max(box.north, lat[i]);
  }
  return box;
}
function shoelace(x, y, from, to) {
  const x0 = x[from];
  const y0 = y[from];
  let twice = 0;
  for (let i = from, j = to - 1; i < to; j = i++) {
    twice += (x[j] - x0) * (y[i] - y0) - (x[i] - x0) * (y[j] - y0);
  }
  return twice / 2;
}
function centroidOf(polygon) {
  const { start, lon, lat } = polygon;
  if (lon.length === 0) return null;
  const lon0 = lon[0];
  const lat0 = lat[0];
  let twice = 0;
  let lonSum = 0;
  let latSum = 0;
  for (let r = 0; r + 1 < start.length; r++) {
    const from = start[r];
    const to = start[r + 1];
    for (let i = from, j = to - 1; i < to; j = i++) {
      const a = lon[j] - lon0;
      const b = lat[j] - lat0;
      const c = lon[i] - lon0;
      const d = lat[i] - lat0;
      const cross = a * d - c * b;
      twice += cross;
      lonSum += (a + c) * cross;
      latSum += (b + d) * cross;
    }
  }
  const centre = [lon0 + lonSum / (3 * twice), lat0 + latSum / (3 * twice)];
  return centre.every(Number.isFinite) ? centre : [meanOf(lon), meanOf(lat)];
}
var meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

// src/formats/geojson/read-geojson.ts
var geoJsonLimits = { bytes: 64 * 2 ** 20, features: 1e6, points: 5e6, depth: 64 };
function readGeoJson(source, limits = geoJsonLimits) {
  const root = parseJson(source, limits);
  const reader = new GeometryReader(source.name, limits.points);
  const type = isObject(root) ? root["type"] : void 0;
  const list = type === "FeatureCollection" && isObject(root) ? root["features"] : [root];
  if (!isObject(root) || typeof type !== "string" || !Array.isArray(list))
    throw reader.error("geojson_no_features", 'it is JSON, but not GeoJSON: there is no "type" with "features" or a geometry.', 0);
  if (list.length > limits.features)
    throw reader.error("geojson_too_many", `it has ${list.length} features; ${limits.features} can be read.`, 0, { most: limits.features });
  const features = [];
  for (const [index, one] of list.entries()) {
    const number = index + 1;
    if (!isObject(one)) throw reader.error("geojson_bad_geometry", `feature ${number} is not an object.`, number);
    const bare = one["type"] !== "Feature";
    const shape = bare ? one : one["geometry"];
    if (shape === null || shape === void 0) continue;
    const geometry = reader.read(shape, number);
    if (geometry !== null) features.push({ number, properties: bare ? {} : plainProperties(one["properties"]), geometry });
  }
  return features;
}
function parseJson(source, limits) {
  const { name, size } = source;
  if (size > limits.bytes)
    throw new FormatError("geojson_too_large", `${name}: ${size} bytes; ${limits.bytes} can be read.`, null, { name, most: limits.bytes });
  const bytes = source.read(0, size);
  const deep = depthBeyond(bytes, limits.depth);
  if (deep !== null) {
    const message = `${name}, byte ${deep}: more than ${limits.depth} brackets inside one another.`;
    throw new FormatError("geojson_too_deep", message, deep, { name, most: limits.depth });
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new FormatError("geojson_not_json", `${name}: this is not JSON in UTF-8. ${reason}`, null, { name });
  }
}
function depthBeyond(bytes, most) {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (quoted) {
      if (byte === 92) i++;
      else if (byte === 34) quoted = false;
    } else if (byte === 34) quoted = true;
    else if (byte === 91 || byte === 123) {
      if (++depth > most) return i;
    } else if (byte === 93 || byte === 125) depth--;
  }
  return null;
}
var types = {
  Point: { kind: "point", depth: 0 },
  MultiPoint: { kind: "point", depth: 1 },
  LineString: { kind: "line", depth: 1 },
  MultiLineString: { kind: "line", depth: 2 },
  Polygon: { kind: "polygon", depth: 2 },
  MultiPolygon: { kind: "polygon", depth: 3 }
};
var GeometryReader = class {
  #file;
  #most;
  #points = 0;
  constructor(file, most) {
    this.#file = file;
    this.#most = most;
  }
  error(code, what, feature, details = {}) {
    return new FormatError(code, `${this.#file}: ${what}`, null, { name: this.#file, feature, ...details });
  }
  read(shape, feature) {
    if (!isObject(shape)) throw this.error("geojson_bad_geometry", `the geometry of feature ${feature} is not an object.`, feature);
    const type = String(shape["type"]);
    if (type === "GeometryCollection") return this.#collection(shape["geometries"], feature);
    const known = Object.hasOwn(types, type) ? types[type] : void 0;
    if (known === void 0) throw this.error("geojson_bad_geometry", `feature ${feature}: \u201C${type}\u201D is not a type of geometry.`, feature);
    const lists = this.#lists(shape["coordinates"], known.depth, feature);
    if (known.kind === "polygon")
      return { kind: "polygon", ...polygonOf(known.depth === 2 ? [lists] : lists) };
    const parts = known.kind === "point" ? known.depth === 0 ? [[lists]] : lists.map((one) => [one]) : known.depth === 1 ? [lists] : lists;
    return partsOf(known.kind, parts);
  }
  /** Members of one kind become one geometry; the first decides. */
  #collection(members, feature) {
    if (!Array.isArray(members)) throw this.error("geojson_bad_geometry", `feature ${feature}: a collection without geometries.`, feature);
    const all = members.map((one) => this.read(one, feature)).filter((one) => one !== null);
    const kind = all[0]?.kind;
    if (kind === void 0) return null;
    if (all.some((one) => one.kind !== kind))
      throw this.error("geojson_bad_geometry", `feature ${feature} mixes points, lines and polygons.`, feature);
    return joined(kind, all);
  }
  /** The coordinates, each number seen to be one. */
  #lists(value, depth, feature) {
    if (!Array.isArray(value)) throw this.error("geojson_bad_geometry", `feature ${feature}: coordinates are missing.`, feature);
    if (depth > 0) {
      for (const one of value) this.#lists(one, depth - 1, feature);
      return value;
    }
    if (++this.#points > this.#most) throw this.error("geojson_too_many", `more than ${this.#most} points.`, feature, { most: this.#most });
    const [lon, lat] = value;
    if (typeof lon !== "number" || typeof lat !== "number" || !Number.isFinite(lon) || !Number.isFinite(lat))
      throw this.error("geojson_bad_geometry", `feature ${feature}: ${JSON.stringify(value).slice(0, 60)} is not a point.`, feature);
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) throw this.#notDegrees(lon, lat, feature);
    return value;
  }
  #notDegrees(x, y, feature) {
    const value = `${x}, ${y}`;
    if (Math.abs(x) <= 90 && Math.abs(y) <= 180)
      return this.error(
        "coordinates_swapped",
        `feature ${feature}, ${value}: the latitude seems to come first; GeoJSON has lon, lat.`,
        feature,
        { value }
      );
    const what = `feature ${feature}, ${value}: coordinates look like metres; expected WGS 84 degrees (EPSG:4326).`;
    return this.error("coordinates_not_degrees", what, feature, { value });
  }
};
function joined(kind, all) {
  const start = [0];
  for (const { start: ends } of all) {
    const offset = start.at(-1) ?? 0;
    for (const end of ends.subarray(1)) start.push(offset + end);
  }
  const column = (axis) => {
    const values = new Float64Array(start.at(-1) ?? 0);
    let at = 0;
    for (const one of all) {
      values.set(one[axis], at);
      at += one[axis].length;
    }
    return values;
  };
  return { kind, start: Uint32Array.from(start), lon: column("lon"), lat: column("lat") };
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function plainProperties(value) {
  if (!isObject(value)) return {};
  const plain = Object.entries(value).filter(([, one]) => one === null || ["string", "number", "boolean"].includes(typeof one));
  return Object.fromEntries(plain);
}

// src/kernel/projection/mollweide.ts
var radius = 6378137;
var xScale = 2 * Math.SQRT2 * radius / Math.PI;
var yScale = Math.SQRT2 * radius;
var radians2 = Math.PI / 180;
function mollweideToLonLat(x, y) {
  const sine = y / yScale;
  if (!(Math.abs(sine) <= 1)) return null;
  const theta = Math.asin(sine);
  const cosine = Math.cos(theta);
  const lon = cosine < 1e-12 ? Math.abs(x) < 1 ? 0 : Infinity : x / (xScale * cosine) / radians2;
  if (!(Math.abs(lon) <= 180 + 1e-9)) return null;
  const lat = Math.asin(Math.max(-1, Math.min(1, (2 * theta + Math.sin(2 * theta)) / Math.PI))) / radians2;
  return [lon, lat];
}

// src/kernel/projection/transverse-mercator.ts
var radius2 = 6378137;
var flattening2 = 1 / 298.257223563;
var eccentricity3 = Math.sqrt(flattening2 * (2 - flattening2));
var scale = 0.9996;
var falseEasting = 5e5;
var falseNorthingSouth = 1e7;
var n = flattening2 / (2 - flattening2);
var rectifyingRadius = radius2 / (1 + n) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256);
var toMeridian = [
  n / 2 - 2 / 3 * n ** 2 + 5 / 16 * n ** 3 + 41 / 180 * n ** 4 - 127 / 288 * n ** 5 + 7891 / 37800 * n ** 6,
  13 / 48 * n ** 2 - 3 / 5 * n ** 3 + 557 / 1440 * n ** 4 + 281 / 630 * n ** 5 - 1983433 / 1935360 * n ** 6,
  61 / 240 * n ** 3 - 103 / 140 * n ** 4 + 15061 / 26880 * n ** 5 + 167603 / 181440 * n ** 6,
  49561 / 161280 * n ** 4 - 179 / 168 * n ** 5 + 6601661 / 7257600 * n ** 6,
  34729 / 80640 * n ** 5 - 3418889 / 1995840 * n ** 6,
  212378941 / 319334400 * n ** 6
];
var fromMeridian = [
  n / 2 - 2 / 3 * n ** 2 + 37 / 96 * n ** 3 - 1 / 360 * n ** 4 - 81 / 512 * n ** 5 + 96199 / 604800 * n ** 6,
  1 / 48 * n ** 2 + 1 / 15 * n ** 3 - 437 / 1440 * n ** 4 + 46 / 105 * n ** 5 - 1118711 / 3870720 * n ** 6,
  17 / 480 * n ** 3 - 37 / 840 * n ** 4 - 209 / 4480 * n ** 5 + 5569 / 90720 * n ** 6,
  4397 / 161280 * n ** 4 - 11 / 504 * n ** 5 - 830251 / 7257600 * n ** 6,
  4583 / 161280 * n ** 5 - 108847 / 3991680 * n ** 6,
  20648693 / 638668800 * n ** 6
];
var radians3 = Math.PI / 180;
var centralMeridian = (zone) => {
  if (!Number.isInteger(zone) || zone < 1 || zone > 60) throw new RangeError(`UTM has zones 1 to 60, not ${zone}.`);
  return 6 * zone - 183;
};
function utmToLonLat(x, y, zone, south) {
  const meridian = centralMeridian(zone);
  const xi = (y - (south ? falseNorthingSouth : 0)) / (scale * rectifyingRadius);
  const eta = (x - falseEasting) / (scale * rectifyingRadius);
  let xiSphere = xi;
  let etaSphere = eta;
  for (const [index, beta] of fromMeridian.entries()) {
    const k = 2 * (index + 1);
    xiSphere -= beta * Math.sin(k * xi) * Math.cosh(k * eta);
    etaSphere -= beta * Math.cos(k * xi) * Math.sinh(k * eta);
  }
  const tangent = Math.sin(xiSphere) / Math.hypot(Math.sinh(etaSphere), Math.cos(xiSphere));
  const lon = Math.atan2(Math.sinh(etaSphere), Math.cos(xiSphere)) / radians3 + meridian;
  return [lon, Math.atan(geodeticTangent(tangent)) / radians3];
}
function conformalTangent(tangent) {
  const sigma = Math.sinh(eccentricity3 * Math.atanh(eccentricity3 * tangent / Math.hypot(1, tangent)));
  return tangent * Math.hypot(1, sigma) - sigma * Math.hypot(1, tangent);
}
function geodeticTangent(conformal) {
  let tangent = conformal;
  for (let step = 0; step < 5; step++) {
    const reached = conformalTangent(tangent);
    const change = (conformal - reached) / Math.hypot(1, reached) * ((1 + (1 - eccentricity3 ** 2) * tangent ** 2) / ((1 - eccentricity3 ** 2) * Math.hypot(1, tangent)));
    tangent += change;
    if (Math.abs(change) <= 1e-14 * Math.max(1, Math.abs(tangent))) break;
  }
  return tangent;
}

// src/formats/geopackage/coordinate-system.ts
function coordinateSystem(organization, code) {
  const authority = organization.toUpperCase();
  if (authority === "ESRI" && code === 54009) return mollweideToLonLat;
  if (authority !== "EPSG") return null;
  if (code === 4326 || code === 4258) return (x, y) => [x, y];
  const zone = code % 100;
  if (code >= 32601 && code <= 32660) return (x, y) => utmToLonLat(x, y, zone, false);
  if (code >= 32701 && code <= 32760) return (x, y) => utmToLonLat(x, y, zone, true);
  if (code >= 25828 && code <= 25838) return (x, y) => utmToLonLat(x, y, zone, false);
  return null;
}

// src/formats/geopackage/parse-wkb.ts
var mostDepth = 8;
function parseWkb(bytes, where, toLonLat) {
  const parts = new WkbReader(bytes, where, toLonLat).read(0);
  if (parts === null) return null;
  if (parts.kind === "polygon") {
    const polygon = polygonOf(parts.polygons);
    return polygon.lon.length === 0 ? null : { kind: "polygon", ...polygon };
  }
  return partsOf(parts.kind, parts.lines);
}
var WkbReader = class {
  #view;
  #where;
  #toLonLat;
  #at = 0;
  #little = true;
  /** Numbers of one point. */
  #axes = 2;
  constructor(bytes, where, toLonLat) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#where = where;
    this.#toLonLat = toLonLat;
  }
  read(depth) {
    const order = this.#byte();
    if (order > 1) throw this.#broken(`byte order ${order} is neither 0 nor 1`);
    this.#little = order === 1;
    const code = this.#uint32();
    const plain = code & 536870911;
    const [type, dimensions] = [plain % 1e3, Math.floor(plain / 1e3)];
    if (dimensions > 3) throw this.#broken(`type ${code} is not known`);
    const height = dimensions === 1 || dimensions === 3 || (code & 2147483648) !== 0;
    const measure = dimensions >= 2 || (code & 1073741824) !== 0;
    this.#axes = 2 + Number(height) + Number(measure);
    if ((code & 536870912) !== 0) this.#uint32();
    switch (type) {
      case 1: {
        const point = this.#point();
        return point === null ? null : { kind: "point", lines: [[point]] };
      }
      case 2: {
        const line = this.#line();
        return line.length === 0 ? null : { kind: "line", lines: [line] };
      }
      case 3: {
        const polygon = this.#rings();
        return polygon.length === 0 ? null : { kind: "polygon", polygons: [polygon] };
      }
      case 4:
      case 5:
      case 6:
      case 7:
        return this.#several(depth);
      default:
        throw new FormatError("wkb_kind", `${this.#where}: geometry type ${type} is neither points, lines nor polygons.`, this.#at, {
          name: this.#where,
          type
        });
    }
  }
  #several(depth) {
    if (depth === mostDepth) throw this.#broken("collections nest too deep");
    const count = this.#count(5);
    let all = null;
    for (let i = 0; i < count; i++) {
      const one = this.read(depth + 1);
      if (one === null) continue;
      if (all === null) all = one;
      else if (all.kind === "polygon" && one.kind === "polygon") for (const polygon of one.polygons) all.polygons.push(polygon);
      else if (all.kind !== "polygon" && one.kind === all.kind) for (const line of one.lines) all.lines.push(line);
      else
        throw new FormatError("wkb_kind", `${this.#where}: it mixes points, lines and polygons.`, this.#at, { name: this.#where, type: 7 });
    }
    return all;
  }
  #rings() {
    return Array.from({ length: this.#count(4) }, () => this.#line());
  }
  #line() {
    const length = this.#count(8 * this.#axes);
    return Array.from({ length }, () => {
      const point = this.#point();
      if (point === null) throw this.#broken("a coordinate is not a number");
      return point;
    });
  }
  /** null for the empty point, which is written as NaN. */
  #point() {
    if (this.#at + 8 * this.#axes > this.#view.byteLength) throw this.#broken("the bytes end inside a point");
    const x = this.#view.getFloat64(this.#at, this.#little);
    const y = this.#view.getFloat64(this.#at + 8, this.#little);
    this.#at += 8 * this.#axes;
    if (Number.isNaN(x) && Number.isNaN(y)) return null;
    const point = Number.isFinite(x) && Number.isFinite(y) ? this.#toLonLat(x, y) : null;
    if (point !== null && Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90) return point;
    const value = `${x}, ${y}`;
    throw new FormatError(
      "coordinates_not_degrees",
      `${this.#where}: ${value} is no place in the coordinate system of the layer.`,
      this.#at,
      {
        name: this.#where,
        value
      }
    );
  }
  /** A count of things that take at least so many bytes each. */
  #count(bytesEach) {
    const count = this.#uint32();
    if (count * bytesEach > this.#view.byteLength - this.#at)
      throw this.#broken(`${count} parts are announced, more than the bytes can hold`);
    return count;
  }
  #byte() {
    if (this.#at >= this.#view.byteLength) throw this.#broken("the bytes end too early");
    return this.#view.getUint8(this.#at++);
  }
  #uint32() {
    if (this.#at + 4 > this.#view.byteLength) throw this.#broken("the bytes end too early");
    const value = this.#view.getUint32(this.#at, this.#little);
    this.#at += 4;
    return value;
  }
  #broken(what) {
    return new FormatError("wkb_broken", `${this.#where}, byte ${this.#at} of the geometry: ${what}.`, this.#at, { name: this.#where });
  }
};

// src/formats/geopackage/geometry-blob.ts
var envelopeBytes = [0, 32, 48, 48, 64];
function readGeometryBlob(blob, where, toLonLat) {
  const flags = blob[3] ?? 0;
  const envelope = envelopeBytes[flags >> 1 & 7];
  if (blob.length < 8 || blob[0] !== 71 || blob[1] !== 80 || envelope === void 0)
    throw new FormatError("wkb_broken", `${where}: the geometry does not begin as one of a GeoPackage.`, 0, { name: where });
  const isEmpty = (flags & 16) !== 0;
  return isEmpty ? null : parseWkb(blob.subarray(8 + envelope), where, toLonLat);
}

// src/formats/geopackage/open-sqlite.ts
var loaded = null;
async function openSqlite(bytes) {
  loaded ??= loadSqlite();
  const { Database: Sqlite } = await loaded;
  return new Sqlite(bytes);
}
async function loadSqlite() {
  const { default: initialise } = await import("sql.js/dist/sql-wasm-inline.js");
  return initialise();
}

// src/formats/geopackage/read-geopackage.ts
var geoPackageLimits = { bytes: 256 * 2 ** 20, features: 2e6 };
async function openGeoPackage(source, limits = geoPackageLimits) {
  const { name } = source;
  if (source.size > limits.bytes)
    throw new FormatError("geopackage_too_large", `${name}: ${source.size} bytes; ${limits.bytes} can be read.`, null, {
      name,
      most: limits.bytes
    });
  const bytes = source.read(0, source.size);
  if (new TextDecoder("latin1").decode(bytes.subarray(0, 15)) !== "SQLite format 3")
    throw notGeoPackage(name, "it is not an SQLite database");
  const database = await openSqlite(bytes);
  const guarded = (work) => {
    try {
      return work();
    } catch (error) {
      if (error instanceof FormatError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new FormatError("geopackage_damaged", `${name}: SQLite cannot read it: ${reason}.`, null, { name });
    }
  };
  try {
    const layers = guarded(() => listLayers(database, name));
    return {
      layers,
      features: (layer) => guarded(() => readFeatures(database, chosen(layers, layer, name), name, limits.features)),
      close: () => database.close()
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
function listLayers(database, file) {
  const tables = new Set(
    rowsOf(database, `SELECT lower(name) FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'`).map(([name]) => name)
  );
  for (const needed of ["gpkg_geometry_columns", "gpkg_spatial_ref_sys"])
    if (!tables.has(needed)) throw notGeoPackage(file, `there is no table ${needed}`);
  const rows = rowsOf(
    database,
    `SELECT g.table_name, g.column_name, g.geometry_type_name, s.organization, s.organization_coordsys_id
     FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id ORDER BY g.rowid LIMIT 10000`
  );
  return rows.filter(([table]) => tables.has(String(table).toLowerCase())).map(([table, column, type, organization, code]) => ({
    name: String(table),
    geometryColumn: String(column),
    geometryType: String(type),
    coordinateSystem: `${String(organization ?? "?")}:${String(code ?? "?")}`,
    toLonLat: coordinateSystem(String(organization), Number(code))
  }));
}
function chosen(layers, wanted, file) {
  const [only, ...others] = layers;
  const layer = wanted === void 0 ? others.length === 0 ? only : void 0 : layers.find(({ name }) => name === wanted);
  if (layer !== void 0) return layer;
  const names = layers.map(({ name }) => name).join(", ");
  const asked = wanted === void 0 ? "it has several layers" : `it has no layer \u201C${wanted}\u201D`;
  throw new FormatError("geopackage_layer", `${file}: ${asked}; there are: ${names}.`, null, {
    name: file,
    value: wanted ?? "",
    layers: names
  });
}
function readFeatures(database, layer, file, most) {
  const { name, toLonLat } = layer;
  if (toLonLat === null) {
    const message = `${file}, layer ${name}: coordinate system ${layer.coordinateSystem} is not supported; use WGS 84 (EPSG:4326) or UTM.`;
    throw new FormatError("coordinate_system", message, null, { name: file, layer: name, value: layer.coordinateSystem });
  }
  const statement = database.prepare(`SELECT * FROM "${name.replaceAll('"', '""')}"`);
  try {
    return featuresOf(statement, { ...layer, toLonLat }, file, most);
  } finally {
    statement.free();
  }
}
function featuresOf(statement, layer, file, most) {
  const columns = statement.getColumnNames();
  const geometryAt = columns.findIndex((column) => column.toLowerCase() === layer.geometryColumn.toLowerCase());
  const features = [];
  let number = 0;
  while (statement.step()) {
    if (++number > most)
      throw new FormatError("geopackage_too_large", `${file}, layer ${layer.name}: more than ${most} rows.`, most, { name: file, most });
    const row = statement.get();
    const blob = row[geometryAt];
    if (blob === null || blob === void 0) continue;
    const where = `${file}, layer ${layer.name}, row ${number}`;
    if (!(blob instanceof Uint8Array)) throw new FormatError("wkb_broken", `${where}: the geometry is not binary.`, number, { name: where });
    const geometry = readGeometryBlob(blob, where, layer.toLonLat);
    if (geometry !== null) features.push({ number, properties: propertiesOf(columns, row, geometryAt), geometry });
  }
  return features;
}
function propertiesOf(columns, row, geometryAt) {
  const properties = {};
  for (const [i, column] of columns.entries()) {
    const value = row[i];
    if (i !== geometryAt && value !== void 0 && !(value instanceof Uint8Array)) properties[column] = value;
  }
  return properties;
}
var rowsOf = (database, sql) => database.exec(sql)[0]?.values ?? [];
var notGeoPackage = (name, why) => new FormatError("not_geopackage", `${name}: this is no GeoPackage: ${why}.`, null, { name });

// src/kernel/local-metric.ts
var radians4 = Math.PI / 180;
var equatorMetres = 6378137;
var flattening3 = 1 / 298.257223563;
var eccentricity22 = flattening3 * (2 - flattening3);
function metresPerDegree(latitude) {
  const sine = Math.sin(latitude * radians4);
  const w2 = 1 / (1 - eccentricity22 * sine * sine);
  const w = Math.sqrt(w2);
  return {
    lon: Math.max(0, equatorMetres * w * Math.cos(latitude * radians4) * radians4),
    lat: equatorMetres * (1 - eccentricity22) * w2 * w * radians4
  };
}

// src/kernel/point-in-polygon.ts
var pointsPerBand = 4;
var mostBands = 1 << 16;
var mostEntriesPerPoint = 8;
function pointInPolygon(polygon) {
  const box = boxOf(polygon);
  if (box === null) return () => false;
  const { west, south, east, north } = box;
  const { start, lon, lat } = polygon;
  const bands = bandsFor(polygon, north - south);
  const perDegree = north > south ? bands / (north - south) : 0;
  const bandOf = (latitude) => Math.min(bands - 1, Math.floor((latitude - south) * perDegree));
  const eachSide = (visit) => {
    for (let r = 0; r + 1 < start.length; r++) {
      const to = start[r + 1];
      for (let i = start[r], j = to - 1; i < to; j = i++) {
        const a = lat[i];
        const b = lat[j];
        if (a !== b) visit(i, j, bandOf(Math.min(a, b)), bandOf(Math.max(a, b)));
      }
    }
  };
  const first = new Uint32Array(bands + 1);
  eachSide((_i, _j, low, high) => {
    for (let band = low; band <= high; band++) first[band + 1] = first[band + 1] + 1;
  });
  for (let band = 0; band < bands; band++) first[band + 1] = first[band + 1] + first[band];
  const next = first.slice(0, bands);
  const sideFrom = new Uint32Array(first[bands]);
  const sideTo = new Uint32Array(first[bands]);
  eachSide((i, j, low, high) => {
    for (let band = low; band <= high; band++) {
      const at = next[band];
      next[band] = at + 1;
      sideFrom[at] = i;
      sideTo[at] = j;
    }
  });
  return (lonHere, latHere) => {
    if (!(lonHere >= west && lonHere <= east && latHere >= south && latHere <= north)) return false;
    const band = bandOf(latHere);
    let inside = false;
    for (let k = first[band], end = first[band + 1]; k < end; k++) {
      const i = sideFrom[k];
      const j = sideTo[k];
      const latI = lat[i];
      const latJ = lat[j];
      if (latI > latHere === latJ > latHere) continue;
      const lonI = lon[i];
      if (lonHere < (lon[j] - lonI) * (latHere - latI) / (latJ - latI) + lonI) inside = !inside;
    }
    return inside;
  };
}
function bandsFor({ start, lat }, height) {
  let climbed = 0;
  for (let r = 0; r + 1 < start.length; r++) {
    const to = start[r + 1];
    for (let i = start[r], j = to - 1; i < to; j = i++) climbed += Math.abs(lat[i] - lat[j]);
  }
  const wanted = Math.min(mostBands, lat.length / pointsPerBand, mostEntriesPerPoint * lat.length * height / climbed);
  return Math.max(1, Math.floor(wanted) || 1);
}

// src/kernel/polygon-finder.ts
var squares = 64;
function polygonFinder(polygons) {
  const boxes = polygons.map(boxOf);
  const known = boxes.filter((box) => box !== null);
  const west = extreme(known, "west", Math.min);
  const south = extreme(known, "south", Math.min);
  const perLon = squares / (extreme(known, "east", Math.max) - west);
  const perLat = squares / (extreme(known, "north", Math.max) - south);
  const square = (distance, perDegree) => Math.max(0, Math.min(squares - 1, Math.floor(distance * perDegree) || 0));
  const candidates = Array.from({ length: squares * squares }, () => []);
  for (const [number, box] of boxes.entries()) {
    if (box === null) continue;
    for (let row = square(box.south - south, perLat); row <= square(box.north - south, perLat); row++)
      for (let column = square(box.west - west, perLon); column <= square(box.east - west, perLon); column++)
        candidates[row * squares + column]?.push(number);
  }
  const inside = polygons.map(pointInPolygon);
  return (lon, lat) => {
    for (const number of candidates[square(lat - south, perLat) * squares + square(lon - west, perLon)] ?? [])
      if (inside[number]?.(lon, lat)) return number;
    return -1;
  };
}
var extreme = (boxes, side, pick) => boxes.reduce((found, box) => pick(found, box[side]), boxes[0]?.[side] ?? 0);

// src/books/notice.ts
function notice(code, severity, about = {}) {
  return { code, severity, file: null, line: null, column: null, value: null, details: {}, ...about };
}

// src/books/indicators/sdg-11/people/population-area.ts
function districtsOfAreas(areas) {
  const numbers = /* @__PURE__ */ new Map();
  const districts = [];
  const districtOf = Int32Array.from(areas, ({ district }) => {
    if (district === null) return -1;
    const known = numbers.get(district.code);
    if (known !== void 0) return known;
    numbers.set(district.code, districts.length);
    return districts.push(district) - 1;
  });
  return { districts, districtOf };
}

// src/books/indicators/sdg-11/people/dasymetric.ts
var dasymetricDefaults = { cellMetres: 100, levelsWhenUnknown: 2, origin: null, contains: null };
var mostLevels = 200;
function dasymetric(buildings, { areas, groupCodes }, notices, options = {}) {
  const { cellMetres, levelsWhenUnknown, origin, contains } = { ...dasymetricDefaults, ...options };
  const findArea = polygonFinder(areas.map(({ polygon }) => polygon));
  const areaOf = new Int32Array(buildings.count).fill(-1);
  const weight = new Float64Array(buildings.count);
  const areaWeight = new Float64Array(areas.length);
  for (let b = 0; b < buildings.count; b++) {
    const lon = buildings.lon[b];
    const lat = buildings.lat[b];
    const area2 = contains === null || contains(lon, lat) ? findArea(lon, lat) : -1;
    if (area2 < 0) continue;
    const levels = buildings.levels[b] || levelsWhenUnknown;
    weight[b] = buildings.footprintM2[b] * Math.max(1, Math.min(mostLevels, levels));
    areaOf[b] = area2;
    areaWeight[area2] = areaWeight[area2] + weight[b];
  }
  for (const [area2, { population, district }] of areas.entries()) {
    if (population > 0 && areaWeight[area2] === 0)
      notices.push(
        notice("population_without_buildings", "warning", { value: district?.code ?? String(area2 + 1), details: { people: population } })
      );
  }
  const grid = gridOf(buildings, origin, cellMetres);
  const cellOf = /* @__PURE__ */ new Map();
  const keys = [];
  const shares = [];
  for (let b = 0; b < buildings.count; b++) {
    const area2 = areaOf[b];
    if (area2 < 0 || weight[b] === 0) continue;
    const key = grid.cellAt(buildings.lon[b], buildings.lat[b]) * areas.length + area2;
    const share2 = weight[b] / areaWeight[area2];
    const known = cellOf.get(key);
    if (known !== void 0) shares[known] = shares[known] + share2;
    else {
      cellOf.set(key, keys.length);
      keys.push(key);
      shares.push(share2);
    }
  }
  const order = Uint32Array.from(keys, (_, i) => i).filter((i) => (areas[keys[i] % areas.length]?.population ?? 0) > 0).sort((a, b) => keys[a] - keys[b]);
  const { districts, districtOf } = districtsOfAreas(areas);
  const area = Uint32Array.from(order, (i) => keys[i] % areas.length);
  const places = Array.from(order, (i) => grid.centre(Math.floor(keys[i] / areas.length)));
  const share = Float64Array.from(order, (i) => shares[i]);
  return {
    count: order.length,
    lon: Float64Array.from(places, ([lon]) => lon),
    lat: Float64Array.from(places, ([, lat]) => lat),
    population: share.map((one, i) => one * (areas[area[i]]?.population ?? 0)),
    populationGroups: groupCodes.map((code, g) => ({
      code,
      values: share.map((one, i) => one * (areas[area[i]]?.groups[g] ?? 0))
    })),
    district: Int32Array.from(area, (one) => districtOf[one]),
    districts,
    shapes: null
  };
}
function gridOf(buildings, given, cellMetres) {
  let west = Infinity;
  let east = -Infinity;
  let south = Infinity;
  for (let b = 0; b < buildings.count; b++) {
    west = Math.min(west, buildings.lon[b]);
    east = Math.max(east, buildings.lon[b]);
    south = Math.min(south, buildings.lat[b]);
  }
  const origin = given ?? { lon: Math.floor(west * 100) / 100, lat: Math.floor(south * 100) / 100 };
  const scale2 = metresPerDegree(buildings.count === 0 ? 0 : origin.lat);
  const column = (lon) => Math.floor((lon - origin.lon) * scale2.lon / cellMetres);
  const row = (lat) => Math.floor((lat - origin.lat) * scale2.lat / cellMetres);
  const firstColumn = column(west);
  const firstRow = row(south);
  const columns = column(east) - firstColumn + 1;
  return {
    cellAt: (lon, lat) => (row(lat) - firstRow) * columns + column(lon) - firstColumn,
    centre: (cell) => [
      origin.lon + (cell % columns + firstColumn + 0.5) * cellMetres / scale2.lon,
      origin.lat + (Math.floor(cell / columns) + firstRow + 0.5) * cellMetres / scale2.lat
    ]
  };
}

// src/books/indicators/sdg-11/transit/even-spread.ts
var mostCellsPerArea = 25e4;
function spreadEvenly({ areas, groupCodes }, cellMetres = 100) {
  const { districts, districtOf } = districtsOfAreas(areas);
  const lon = [];
  const lat = [];
  const area = [];
  const share = [];
  for (const [number, { polygon, population }] of areas.entries()) {
    if (!(population > 0)) continue;
    const centres = centresInside(polygon, cellMetres);
    for (const [lonHere, latHere] of centres) {
      lon.push(lonHere);
      lat.push(latHere);
      area.push(number);
      share.push(1 / centres.length);
    }
  }
  const people = (of) => Float64Array.from(share, (one, i) => one * of(area[i]));
  return {
    count: lon.length,
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    population: people((number) => areas[number]?.population ?? 0),
    populationGroups: groupCodes.map((code, g) => ({ code, values: people((number) => areas[number]?.groups[g] ?? 0) })),
    district: Int32Array.from(area, (number) => districtOf[number]),
    districts,
    shapes: null
  };
}
function centresInside(polygon, cellMetres) {
  const box = boxOf(polygon);
  const middle = centroidOf(polygon);
  if (box === null || middle === null) return [];
  const scale2 = metresPerDegree((box.south + box.north) / 2);
  const wide = (box.east - box.west) * scale2.lon / cellMetres;
  const high = (box.north - box.south) * scale2.lat / cellMetres;
  const step = cellMetres * Math.max(1, Math.sqrt(wide * high / mostCellsPerArea), Math.max(wide, high) / mostCellsPerArea);
  const [lonStep, latStep] = [step / scale2.lon, step / scale2.lat];
  const inside = pointInPolygon(polygon);
  const centres = [];
  for (let lat = box.south + latStep / 2; lat < box.north; lat += latStep)
    for (let lon = box.west + lonStep / 2; lon < box.east; lon += lonStep) if (inside(lon, lat)) centres.push([lon, lat]);
  return centres.length === 0 ? [middle] : centres;
}

// src/formats/population/population-areas.ts
function populationAreas(features, { population, groups, district }, file, notices) {
  for (const wanted of [population, ...groups]) {
    if (features.some(({ properties }) => Object.hasOwn(properties, wanted))) continue;
    const found = [...new Set(features.slice(0, 100).flatMap(({ properties }) => Object.keys(properties)))].join(", ");
    const message = `${file}: no feature has a property \u201C${wanted}\u201D. The properties are: ${found}.`;
    throw new FormatError("population_column_missing", message, 1, { name: file, wanted, found });
  }
  const areas = [];
  for (const { number, properties, geometry } of features) {
    const note = (code2, column, value) => notices.push(notice(code2, "warning", { file, line: number, column, value: String(value ?? "") }));
    if (geometry.kind !== "polygon") {
      note("population_not_polygon", population, geometry.kind);
      continue;
    }
    const people = (column) => {
      const value = properties[column] ?? null;
      const given = typeof value === "number" ? value : Number(String(value ?? "").trim() || Number.NaN);
      if (Number.isFinite(given) && given >= 0) return given;
      note(value === null || value === "" ? "population_blank" : given < 0 ? "population_negative" : "population_not_number", column, value);
      return null;
    };
    const total = people(population);
    if (total === null) continue;
    const code = district === null ? null : String(properties[district] ?? "").trim();
    areas.push({
      polygon: geometry,
      population: total,
      groups: groups.map((one) => people(one) ?? 0),
      district: code ? { code, name: { kk: code, ru: code, en: code } } : null
    });
  }
  return { areas, groupCodes: groups };
}

// src/formats/population/read-features.ts
async function readFeatures2(source, layer) {
  const isSqlite = new TextDecoder("latin1").decode(source.read(0, 15)) === "SQLite format 3";
  if (!isSqlite) return readGeoJson(source);
  const geoPackage = await openGeoPackage(source);
  try {
    return geoPackage.features(layer);
  } finally {
    geoPackage.close();
  }
}

// src/formats/population/read-population-csv.ts
import { cellToBoundary, cellToLatLng, isValidCell } from "h3-js";

// src/formats/csv.ts
var csvLimits = { rowCharacters: 1e6, columns: 1e4 };
var CsvTooLarge = class extends RangeError {
  line;
  constructor(line, limits) {
    super(`Line ${line}: a row may have ${limits.rowCharacters} characters and ${limits.columns} columns at most.`);
    this.line = line;
  }
};
var strictUtf8 = new TextDecoder("utf-8", { fatal: true });
function* readCsvRows(text, separator = ",", limits = csvLimits) {
  let start = 0;
  let line = 1;
  let quote = text.indexOf('"');
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    let end = newline < 0 ? text.length : newline;
    if (end - start > limits.rowCharacters) throw new CsvTooLarge(line, limits);
    if (quote >= start && quote < end) {
      const row = readQuotedRow(text, start, line, separator, limits);
      yield row.row;
      start = row.next;
      line = row.nextLine;
      quote = text.indexOf('"', start);
      continue;
    }
    const next = end + 1;
    if (text.charCodeAt(end - 1) === 13 && end > start) end--;
    const raw = text.slice(start, end);
    const cells = raw.split(separator);
    if (cells.length > limits.columns) throw new CsvTooLarge(line, limits);
    yield { line, raw, cells, unclosedQuote: false };
    start = next;
    line++;
  }
}
function readQuotedRow(text, start, line, separator, limits) {
  const cells = [];
  let cell = "";
  let quoted = false;
  let lines = 0;
  let at = start;
  for (; at < text.length; at++) {
    if (at - start > limits.rowCharacters || cells.length >= limits.columns) throw new CsvTooLarge(line, limits);
    const character = text[at];
    if (quoted) {
      if (character === "\n") lines++;
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === separator) {
      cells.push(cell);
      cell = "";
    } else if (character === "\n") break;
    else if (character === "\r" && text[at + 1] === "\n") continue;
    else cell += character;
  }
  cells.push(cell);
  const end = !quoted && text[at - 1] === "\r" ? at - 1 : at;
  return {
    row: { line, raw: text.slice(start, end), cells, unclosedQuote: quoted },
    next: at + 1,
    nextLine: line + lines + 1
  };
}

// src/formats/population/read-population-csv.ts
var mostBytes = 256 * 2 ** 20;
var knownNames = {
  lon: ["lon", "long", "lng", "longitude", "x"],
  lat: ["lat", "latitude", "y"],
  population: ["population", "pop", "people", "pop_total", "population_total"],
  h3: ["h3", "h3_index", "h3_id", "h3_cell", "hex_id", "id"],
  district: ["district", "district_code"]
};
function readPopulationCsv(source, notices, options = {}) {
  const { name } = source;
  const rows = readCsvRows(textOf(source), separatorOf(source));
  try {
    const header = rows.next();
    const columns = findColumns(header.done === true ? [] : header.value.cells, options, name);
    const table = new CellTable(columns, name, notices);
    for (const row of rows) if (row.raw.trim() !== "") table.add(row);
    return table.finished();
  } catch (error) {
    if (!(error instanceof CsvTooLarge)) throw error;
    throw new FormatError("population_csv_too_large", `${name}: ${error.message}`, error.line, { name });
  }
}
function textOf(source) {
  const { name, size } = source;
  if (size > mostBytes)
    throw new FormatError("population_csv_too_large", `${name}: ${size} bytes; ${mostBytes} can be read.`, null, { name, most: mostBytes });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(source.read(0, size));
  } catch {
    throw new FormatError("population_csv_not_utf8", `${name}: this is not text in UTF-8.`, null, { name });
  }
}
function separatorOf(source) {
  const [header = ""] = new TextDecoder().decode(source.read(0, 65536)).split("\n", 1);
  const count = (separator) => header.split(separator).length;
  return [",", ";", "	"].reduce((best, one) => count(one) > count(best) ? one : best);
}
function findColumns(header, { groups = [], population = null }, file) {
  const names = header.map((one) => one.trim().toLowerCase());
  const find = (wanted2) => wanted2.map((one) => names.indexOf(one.toLowerCase())).find((index) => index >= 0) ?? -1;
  const need = (wanted2, index) => {
    if (index >= 0) return index;
    const found = header.map((one) => one.trim()).join(", ");
    const message = `${file}: there is no column ${wanted2.join(" or ")}. The columns are: ${found}.`;
    throw new FormatError("population_column_missing", message, 1, { name: file, wanted: wanted2[0] ?? "", found });
  };
  const [lon, lat, h3] = [find(knownNames.lon), find(knownNames.lat), find(knownNames.h3)];
  if (h3 < 0 || lon >= 0 !== lat >= 0) {
    need(knownNames.lon, lon);
    need(knownNames.lat, lat);
  }
  const wanted = population === null ? knownNames.population : [population];
  return {
    lon,
    lat,
    h3,
    population: need(wanted, find(wanted)),
    district: find(knownNames.district),
    groups: groups.map((code) => ({ code, index: need([code], find([code])) }))
  };
}
var CellTable = class {
  #columns;
  #file;
  #notices;
  #lon = [];
  #lat = [];
  #population = [];
  #groups;
  #district = [];
  #districts = [];
  #districtNumbers = /* @__PURE__ */ new Map();
  #outline = [];
  #outlineStart = [0];
  #seen = /* @__PURE__ */ new Set();
  /** null until the first row shows whether a column called id holds cells of H3. */
  #isH3 = null;
  constructor(columns, file, notices) {
    this.#columns = columns;
    this.#file = file;
    this.#notices = notices;
    this.#groups = columns.groups.map(() => []);
  }
  add(row) {
    const { population, groups, h3, lon } = this.#columns;
    const cell = h3 < 0 ? "" : (row.cells[h3] ?? "").trim();
    this.#isH3 ??= h3 >= 0 && (lon < 0 || isValidCell(cell));
    const people = this.#people(row, population, "population");
    if (people === null) return;
    const ofGroups = groups.map(({ code, index }) => this.#people(row, index, code) ?? 0);
    if (people === 0 && ofGroups.every((one) => one === 0)) return;
    if (this.#isH3 && !isValidCell(cell)) return this.#note("population_not_h3", row, "h3", cell);
    const place = this.#place(row, cell);
    if (place === null) return;
    if (this.#isH3 && this.#seen.has(cell)) return this.#note("population_cell_twice", row, "h3", cell);
    if (this.#isH3) this.#addOutline(cell);
    this.#lon.push(place[0]);
    this.#lat.push(place[1]);
    this.#population.push(people);
    for (const [g, values] of this.#groups.entries()) values.push(ofGroups[g] ?? 0);
    this.#district.push(this.#districtOf(row));
  }
  finished() {
    return {
      count: this.#lon.length,
      lon: Float64Array.from(this.#lon),
      lat: Float64Array.from(this.#lat),
      population: Float64Array.from(this.#population),
      populationGroups: this.#columns.groups.map(({ code }, g) => ({ code, values: Float64Array.from(this.#groups[g] ?? []) })),
      district: Int32Array.from(this.#district),
      districts: this.#districts,
      shapes: this.#isH3 ? { start: Uint32Array.from(this.#outlineStart), lonLat: Float64Array.from(this.#outline) } : null
    };
  }
  /** null with a notice when there is no usable number. */
  #people(row, index, column) {
    const text = (row.cells[index] ?? "").trim();
    const value = plainNumber(text);
    if (value !== null && value >= 0) return value;
    const code = text === "" ? "population_blank" : value === null ? "population_not_number" : "population_negative";
    this.#note(code, row, column, text);
    return null;
  }
  #place(row, cell) {
    if (this.#columns.lon < 0) {
      const [lat2, lon2] = cellToLatLng(cell);
      return [lon2, lat2];
    }
    const text = (index) => (row.cells[index] ?? "").trim();
    const [lonText, latText] = [text(this.#columns.lon), text(this.#columns.lat)];
    const [lon, lat] = [plainNumber(lonText), plainNumber(latText)];
    if (lon !== null && lat !== null && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return [lon, lat];
    this.#note("population_no_place", row, "lon, lat", `${lonText}, ${latText}`);
    return null;
  }
  #addOutline(cell) {
    this.#seen.add(cell);
    for (const [lat, lon] of cellToBoundary(cell)) this.#outline.push(lon, lat);
    this.#outlineStart.push(this.#outline.length);
  }
  #districtOf(row) {
    const code = this.#columns.district < 0 ? "" : (row.cells[this.#columns.district] ?? "").trim();
    if (code === "") return -1;
    const known = this.#districtNumbers.get(code);
    if (known !== void 0) return known;
    const number = this.#districts.push({ code, name: { kk: code, ru: code, en: code } }) - 1;
    this.#districtNumbers.set(code, number);
    return number;
  }
  #note(code, { line }, column, value) {
    this.#notices.push(notice(code, "warning", { file: this.#file, line, column, value }));
  }
};
var plainNumber = (text) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;

// src/formats/population/read-population.ts
async function readPopulation(source, notices, options = {}) {
  const { population = null, groups = [], district = null, layer = null, buildings = null } = options;
  if (/\.(csv|tsv|txt)$/i.test(source.name)) return readPopulationCsv(source, notices, { population, groups });
  const features = await readFeatures2(source, layer ?? void 0);
  const areas = populationAreas(features, { population: population ?? "population", groups, district }, source.name, notices);
  return buildings === null ? spreadEvenly(areas) : dasymetric(buildings, areas, notices);
}
export {
  FormatError,
  bytesInMemory,
  openBytes,
  openGeoPackage,
  readGeoJson,
  readPopulation
};
//# sourceMappingURL=population.js.map
