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
  constructor(code, message, position2 = null, details = {}) {
    super(message);
    this.name = "FormatError";
    this.code = code;
    this.position = position2;
    this.details = details;
  }
};

// src/formats/geotiff/limits.ts
var geoTiffLimits = {
  /** Images of one file: the raster, its overviews and masks, and pages that are none of these. */
  directories: 256,
  /** Tags of one image. */
  tags: 4096,
  /** Bytes of one text tag. */
  textBytes: 4 * 2 ** 20,
  /** Pixels along one side. */
  side: 1e7,
  bands: 1e4,
  /** Strips or tiles of one image, over all bands. */
  blocks: 8e6,
  /** One strip or tile, unpacked. */
  blockBytes: 2 ** 28,
  /** The values of one window. */
  windowBytes: 2 ** 30,
  /** All blocks that one window touches, unpacked: the limit of time. */
  unpackedBytes: 2 ** 33
};

// src/formats/geotiff/read-directory.ts
var tag = {
  newSubfileType: 254,
  imageWidth: 256,
  imageLength: 257,
  bitsPerSample: 258,
  compression: 259,
  fillOrder: 266,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  planarConfiguration: 284,
  predictor: 317,
  tileWidth: 322,
  tileLength: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  sampleFormat: 339,
  modelPixelScale: 33550,
  modelTiepoint: 33922,
  modelTransformation: 34264,
  geoKeyDirectory: 34735,
  geoDoubleParams: 34736,
  geoAsciiParams: 34737,
  gdalMetadata: 42112,
  gdalNoData: 42113
};
var bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
function bytesAt(source, offset, length, into) {
  const bytes = offset + length <= source.size ? source.read(offset, length, into) : new Uint8Array(0);
  if (bytes.length === length) return bytes;
  throw new FormatError(
    "geotiff_cut_short",
    `${source.name}: ${length} bytes are missing at offset ${offset}; the file has ${source.size}. It was cut short or damaged.`,
    offset,
    { file: source.name, offset, length, size: source.size }
  );
}
var viewAt = (source, offset, length) => {
  const bytes = bytesAt(source, offset, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};
var damaged = (source, offset, what) => new FormatError("geotiff_damaged", `${source.name}, offset ${offset}: ${what}.`, offset, { file: source.name, offset, what });
var tooLarge = (source, offset, what, found, limit) => new FormatError("geotiff_too_large", `${source.name}: ${what} is ${found}; at most ${limit} can be read.`, offset, {
  file: source.name,
  what,
  found,
  limit
});
function readDirectories(source) {
  const { file, first } = readHeader(source);
  const directories = [];
  const seen = /* @__PURE__ */ new Set();
  let offset = first;
  while (offset !== 0) {
    if (seen.has(offset)) throw damaged(source, offset, "the chain of images turns back on itself");
    seen.add(offset);
    if (directories.length === geoTiffLimits.directories)
      throw tooLarge(source, offset, "the number of images", directories.length + 1, geoTiffLimits.directories);
    const { directory, next } = readOneDirectory(file, offset);
    directories.push(directory);
    offset = next;
  }
  return { file, directories };
}
function readHeader(source) {
  const start = source.read(0, 16);
  const order = start.length < 8 ? 0 : start[0] === start[1] ? start[0] : 0;
  const littleEndian = order === 73;
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const version = order === 73 || order === 77 ? view.getUint16(2, littleEndian) : 0;
  if (version === 42) return { file: { source, littleEndian, big: false }, first: view.getUint32(4, littleEndian) };
  if (version === 43 && start.length === 16 && view.getUint16(4, littleEndian) === 8)
    return { file: { source, littleEndian, big: true }, first: offsetOf(source, view.getBigUint64(8, littleEndian), 8) };
  throw new FormatError("geotiff_not_tiff", `${source.name} does not begin like a TIFF or BigTIFF file.`, 0, { file: source.name });
}
function readOneDirectory(file, offset) {
  const { source, littleEndian, big } = file;
  const head = viewAt(source, offset, big ? 8 : 2);
  const count = big ? offsetOf(source, head.getBigUint64(0, littleEndian), offset) : head.getUint16(0, littleEndian);
  if (count > geoTiffLimits.tags) throw tooLarge(source, offset, "the number of tags", count, geoTiffLimits.tags);
  const size = big ? 20 : 12;
  const begin = offset + head.byteLength;
  const view = viewAt(source, begin, count * size + (big ? 8 : 4));
  const entries = /* @__PURE__ */ new Map();
  for (let at = 0; at < count * size; at += size) {
    const type = view.getUint16(at + 2, littleEndian);
    const values = big ? offsetOf(source, view.getBigUint64(at + 4, littleEndian), begin + at) : view.getUint32(at + 4, littleEndian);
    const inline = at + (big ? 12 : 8);
    const room = big ? 8 : 4;
    const bytes = values * (bytesOfType[type] ?? 0);
    const pointer = big ? view.getBigUint64(inline, littleEndian) : BigInt(view.getUint32(inline, littleEndian));
    const position2 = bytes <= room ? begin + inline : offsetOf(source, pointer, begin + at);
    entries.set(view.getUint16(at, littleEndian), { type, count: values, position: position2 });
  }
  const end = count * size;
  const next = big ? offsetOf(source, view.getBigUint64(end, littleEndian), begin + end) : view.getUint32(end, littleEndian);
  return { directory: { offset, entries }, next };
}
function offsetOf(source, value, at) {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged(source, at, "an offset or count beyond 2\u2075\xB3");
  return Number(value);
}
function readNumbers(file, directory, wanted, most) {
  const entry = directory.entries.get(wanted);
  if (entry === void 0) return null;
  const { source, littleEndian } = file;
  const bytes = bytesOfType[entry.type] ?? 0;
  if (bytes === 0 || entry.type === 2 || entry.type === 7) throw damaged(source, directory.offset, `tag ${wanted} should hold numbers`);
  if (entry.count > most) throw tooLarge(source, directory.offset, `the number of values of tag ${wanted}`, entry.count, most);
  const view = viewAt(source, entry.position, entry.count * bytes);
  const read = readerOf(view, entry.type, littleEndian, source);
  return Float64Array.from({ length: entry.count }, (_, index) => read(index * bytes));
}
function readerOf(view, type, littleEndian, source) {
  switch (type) {
    case 3:
      return (at) => view.getUint16(at, littleEndian);
    case 4:
    case 13:
      return (at) => view.getUint32(at, littleEndian);
    case 5:
      return (at) => view.getUint32(at, littleEndian) / view.getUint32(at + 4, littleEndian);
    case 6:
      return (at) => view.getInt8(at);
    case 8:
      return (at) => view.getInt16(at, littleEndian);
    case 9:
      return (at) => view.getInt32(at, littleEndian);
    case 10:
      return (at) => view.getInt32(at, littleEndian) / view.getInt32(at + 4, littleEndian);
    case 11:
      return (at) => view.getFloat32(at, littleEndian);
    case 12:
      return (at) => view.getFloat64(at, littleEndian);
    case 16:
    case 18:
      return (at) => offsetOf(source, view.getBigUint64(at, littleEndian), at);
    case 17:
      return (at) => Number(view.getBigInt64(at, littleEndian));
    default:
      return (at) => view.getUint8(at);
  }
}
var readNumber = (file, directory, wanted, otherwise, most = 1 << 16) => readNumbers(file, directory, wanted, most)?.[0] ?? otherwise;
function readText(file, directory, wanted) {
  const entry = directory.entries.get(wanted);
  if (entry === void 0 || entry.type !== 2) return null;
  if (entry.count > geoTiffLimits.textBytes)
    throw tooLarge(file.source, directory.offset, `the text of tag ${wanted}`, entry.count, geoTiffLimits.textBytes);
  return new TextDecoder("latin1").decode(bytesAt(file.source, entry.position, entry.count)).replace(/\0[\s\S]*$/, "");
}

// src/formats/geotiff/unpack-block.ts
import * as zlib from "node:zlib";

// src/formats/geotiff/decode-lzw.ts
var position = new Uint32Array(4098);
var clearCode = 256;
var endCode = 257;
var longCopy = 64;
function decodeLzw(packed, out) {
  const room = out.length;
  const bits = packed.length * 8;
  const safe = bits - 24;
  let bit = 0;
  let written = 0;
  let width = 9;
  let growsAt = 512;
  let next = 258;
  while (written < room) {
    const end = bit + width;
    const at = bit >>> 3;
    let three;
    if (bit <= safe) three = packed[at] << 16 | packed[at + 1] << 8 | packed[at + 2];
    else if (end <= bits) three = packed[at] << 16 | (packed[at + 1] ?? 0) << 8 | (packed[at + 2] ?? 0);
    else return written;
    const code = three >>> 24 - width - (bit & 7) & (1 << width) - 1;
    bit = end;
    if (code === clearCode) {
      width = 9;
      growsAt = 512;
      next = 258;
      continue;
    }
    if (code === endCode) return written;
    if (next <= 4096) {
      position[next] = written;
      if (++next === growsAt && width < 12) growsAt = 1 << ++width;
    }
    if (code < clearCode) {
      out[written++] = code;
      continue;
    }
    if (code > next - 2) throw new RangeError(`code ${code} at byte ${at} of the block is not defined`);
    let from = position[code];
    const length = position[code + 1] - from + 1;
    const to = Math.min(written + length, room);
    if (length > longCopy && from + length <= written) {
      out.copyWithin(written, from, from + to - written);
      written = to;
    } else while (written < to) out[written++] = out[from++];
  }
  return written;
}

// src/formats/geotiff/decode-pack-bits.ts
function decodePackBits(packed, out) {
  let at = 0;
  let written = 0;
  while (at + 1 < packed.length && written < out.length) {
    const count = packed[at++];
    if (count < 128) {
      const part = packed.subarray(at, Math.min(at + count + 1, packed.length, at + out.length - written));
      out.set(part, written);
      written += part.length;
      at += count + 1;
    } else if (count > 128) {
      const to = Math.min(written + 257 - count, out.length);
      out.fill(packed[at++], written, to);
      written = to;
    }
  }
  return written;
}

// src/formats/geotiff/unpack-block.ts
var zstd = zlib.zstdDecompressSync;
var deflate = { expansion: 1040, unpack: inflate };
var compressions = {
  1: { expansion: 1, unpack: (packed, out) => put(packed.subarray(0, out.length), out) },
  5: { expansion: 2600, unpack: decodeLzw },
  8: deflate,
  32773: { expansion: 64, unpack: decodePackBits },
  32946: deflate,
  5e4: { expansion: Infinity, unpack: unpackZstd }
};
var otherNames = {
  2: "CCITT RLE",
  3: "CCITT fax 3",
  4: "CCITT fax 4",
  6: "old JPEG",
  7: "JPEG",
  34712: "JPEG 2000",
  34887: "LERC",
  34925: "LZMA",
  50001: "WebP",
  50002: "JPEG XL"
};
function checkCompression(source, compression) {
  if (compression in compressions && (compression !== 5e4 || zstd !== void 0)) return;
  const name = compression === 5e4 ? "ZSTD (needs Node 22.15 or later)" : otherNames[compression] ?? `number ${compression}`;
  throw new FormatError(
    "geotiff_compression",
    `${source.name} is compressed as ${name}. Read are: none, PackBits, LZW, Deflate and, from Node 22.15 on, ZSTD. Convert it: gdal_translate -co COMPRESS=DEFLATE.`,
    null,
    { file: source.name, compression: name }
  );
}
function unpackBlock(source, offset, packed, compression, out, most) {
  let unpacked = 0;
  let reason = "";
  try {
    unpacked = compressions[compression]?.unpack(packed, out, most) ?? 0;
  } catch (error) {
    reason = `: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (unpacked === out.length && reason === "") return;
  throw new FormatError(
    "geotiff_block",
    `${source.name}: the block at offset ${offset} gives ${unpacked} of ${out.length} bytes${reason}. The file is damaged.`,
    offset,
    { file: source.name, offset, unpacked, expected: out.length }
  );
}
var canExpandTo = (compression, packedBytes, bytes) => bytes <= packedBytes * (compressions[compression]?.expansion ?? 0);
function put(bytes, out) {
  out.set(bytes);
  return bytes.length;
}
function inflate(packed, out, most) {
  const bytes = zlib.inflateSync(packed, { chunkSize: Math.max(64, out.length + 1), maxOutputLength: most + 64 });
  return put(bytes.subarray(0, out.length), out);
}
function unpackZstd(packed, out, most) {
  const bytes = zstd?.(packed, { maxOutputLength: most + 64 }) ?? new Uint8Array(0);
  return put(bytes.subarray(0, out.length), out);
}

// src/formats/geotiff/image-layout.ts
var arrayOf = {
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  uint64: BigUint64Array,
  int64: BigInt64Array,
  float32: Float32Array,
  float64: Float64Array
};
var sampleTypes = {
  "1/1": "uint8",
  "1/2": "uint8",
  "1/4": "uint8",
  "1/8": "uint8",
  "1/16": "uint16",
  "1/32": "uint32",
  "1/64": "uint64",
  "2/8": "int8",
  "2/16": "int16",
  "2/32": "int32",
  "2/64": "int64",
  "3/16": "float32",
  "3/32": "float32",
  "3/64": "float64"
};
function readImageLayout(file, directory) {
  const { source } = file;
  const required = (wanted, name) => {
    const value = readNumber(file, directory, wanted, null);
    if (value === null || !Number.isInteger(value) || value < 1)
      throw damaged(source, directory.offset, `${name} is missing or not above 0`);
    return value;
  };
  const width = required(tag.imageWidth, "the width");
  const height = required(tag.imageLength, "the height");
  const side = Math.max(width, height);
  if (side > geoTiffLimits.side) throw tooLarge(source, directory.offset, "the longer side of the raster", side, geoTiffLimits.side);
  const bands = readNumber(file, directory, tag.samplesPerPixel, 1);
  if (!(bands >= 1 && bands <= geoTiffLimits.bands)) throw tooLarge(source, directory.offset, "the number of bands", bands, geoTiffLimits.bands);
  const { sampleType, bitsPerSample } = readSampleType(file, directory);
  const compression = readNumber(file, directory, tag.compression, 1);
  checkCompression(source, compression);
  const predictor = readNumber(file, directory, tag.predictor, 1);
  checkPredictor(file, directory, predictor, sampleType, bitsPerSample);
  if (readNumber(file, directory, tag.fillOrder, 1) !== 1 && bitsPerSample < 8)
    throw damaged(source, directory.offset, "bits are stored lowest first, which is not read");
  const tiled = directory.entries.has(tag.tileWidth);
  const blockWidth = tiled ? required(tag.tileWidth, "the width of tiles") : width;
  const rowsPerStrip = readNumber(file, directory, tag.rowsPerStrip, height);
  if (!(rowsPerStrip >= 1)) throw damaged(source, directory.offset, "strips have no rows");
  const blockHeight = tiled ? required(tag.tileLength, "the height of tiles") : Math.min(height, rowsPerStrip);
  const planar = bands > 1 && readNumber(file, directory, tag.planarConfiguration, 1) === 2;
  const blockBytes2 = Math.ceil(blockWidth * (planar ? 1 : bands) * bitsPerSample / 8) * blockHeight;
  if (blockBytes2 > geoTiffLimits.blockBytes)
    throw tooLarge(source, directory.offset, "the size of a block in bytes", blockBytes2, geoTiffLimits.blockBytes);
  const across = Math.ceil(width / blockWidth);
  const down = Math.ceil(height / blockHeight);
  const blocks = across * down * (planar ? bands : 1);
  if (blocks > geoTiffLimits.blocks) throw tooLarge(source, directory.offset, "the number of blocks", blocks, geoTiffLimits.blocks);
  const offsets = readNumbers(file, directory, tiled ? tag.tileOffsets : tag.stripOffsets, geoTiffLimits.blocks);
  const byteCounts = readNumbers(file, directory, tiled ? tag.tileByteCounts : tag.stripByteCounts, geoTiffLimits.blocks);
  if (offsets === null || byteCounts === null || offsets.length < blocks || byteCounts.length < blocks)
    throw damaged(source, directory.offset, `there should be ${blocks} blocks, and places of ${offsets?.length ?? 0} are given`);
  return {
    width,
    height,
    bands,
    sampleType,
    bitsPerSample,
    compression,
    predictor,
    planar,
    tiled,
    blockWidth,
    blockHeight,
    across,
    down,
    offsets,
    byteCounts
  };
}
function readSampleType(file, directory) {
  const allBits = readNumbers(file, directory, tag.bitsPerSample, geoTiffLimits.bands) ?? Float64Array.of(1);
  const formats = readNumbers(file, directory, tag.sampleFormat, geoTiffLimits.bands) ?? Float64Array.of(1);
  const [bitsPerSample = 1] = allBits;
  const format = formats[0] === 4 ? 1 : formats[0] ?? 1;
  const same = allBits.every((bits) => bits === bitsPerSample) && formats.every((one) => one === formats[0]);
  const sampleType = same ? sampleTypes[`${format}/${bitsPerSample}`] : void 0;
  if (sampleType !== void 0) return { sampleType, bitsPerSample };
  const found = same ? `${bitsPerSample} bits of sample format ${format}` : "bands of different types";
  throw new FormatError(
    "geotiff_sample_type",
    `${file.source.name} has ${found}. Read are whole numbers of 1, 2, 4, 8, 16, 32 and 64 bits and floating point of 16, 32 and 64 bits. Convert it: gdal_translate -ot Float32.`,
    directory.offset,
    { file: file.source.name, found }
  );
}
function checkPredictor(file, directory, predictor, sampleType, bitsPerSample) {
  const fits = predictor === 1 || predictor === 2 && bitsPerSample >= 8 || predictor === 3 && sampleType.startsWith("float");
  if (!fits) throw damaged(file.source, directory.offset, `predictor ${predictor} does not go with ${sampleType} of ${bitsPerSample} bits`);
}

// src/kernel/projection/mollweide.ts
var radius = 6378137;
var xScale = 2 * Math.SQRT2 * radius / Math.PI;
var yScale = Math.SQRT2 * radius;
var radians = Math.PI / 180;
function mollweideToLonLat(x, y) {
  const sine = y / yScale;
  if (!(Math.abs(sine) <= 1)) return null;
  const theta = Math.asin(sine);
  const cosine = Math.cos(theta);
  const lon = cosine < 1e-12 ? Math.abs(x) < 1 ? 0 : Infinity : x / (xScale * cosine) / radians;
  if (!(Math.abs(lon) <= 180 + 1e-9)) return null;
  const lat = Math.asin(Math.max(-1, Math.min(1, (2 * theta + Math.sin(2 * theta)) / Math.PI))) / radians;
  return [lon, lat];
}
function lonLatToMollweide(lon, lat) {
  const goal = Math.PI * Math.sin(lat * radians);
  const theta = Math.abs(lat) >= 90 ? Math.sign(lat) * Math.PI / 2 : auxiliaryAngle(goal, lat * radians);
  return [Math.abs(lat) >= 90 ? 0 : xScale * lon * radians * Math.cos(theta), yScale * Math.sin(theta)];
}
function auxiliaryAngle(goal, start) {
  let theta = start;
  for (let step = 0; step < 60; step++) {
    const change = (2 * theta + Math.sin(2 * theta) - goal) / (2 + 2 * Math.cos(2 * theta));
    if (!Number.isFinite(change)) break;
    theta -= change;
    if (Math.abs(change) < 1e-15) break;
  }
  return theta;
}

// src/kernel/projection/transverse-mercator.ts
var radius2 = 6378137;
var flattening = 1 / 298.257223563;
var eccentricity = Math.sqrt(flattening * (2 - flattening));
var scale = 0.9996;
var falseEasting = 5e5;
var falseNorthingSouth = 1e7;
var n = flattening / (2 - flattening);
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
var radians2 = Math.PI / 180;
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
  const lon = Math.atan2(Math.sinh(etaSphere), Math.cos(xiSphere)) / radians2 + meridian;
  return [lon, Math.atan(geodeticTangent(tangent)) / radians2];
}
function lonLatToUtm(lon, lat, zone, south) {
  const lambda = (lon - centralMeridian(zone)) * radians2;
  const tangent = conformalTangent(Math.tan(lat * radians2));
  const xiSphere = Math.atan2(tangent, Math.cos(lambda));
  const etaSphere = Math.asinh(Math.sin(lambda) / Math.hypot(tangent, Math.cos(lambda)));
  let xi = xiSphere;
  let eta = etaSphere;
  for (const [index, alpha] of toMeridian.entries()) {
    const k = 2 * (index + 1);
    xi += alpha * Math.sin(k * xiSphere) * Math.cosh(k * etaSphere);
    eta += alpha * Math.cos(k * xiSphere) * Math.sinh(k * etaSphere);
  }
  return [falseEasting + scale * rectifyingRadius * eta, (south ? falseNorthingSouth : 0) + scale * rectifyingRadius * xi];
}
function conformalTangent(tangent) {
  const sigma = Math.sinh(eccentricity * Math.atanh(eccentricity * tangent / Math.hypot(1, tangent)));
  return tangent * Math.hypot(1, sigma) - sigma * Math.hypot(1, tangent);
}
function geodeticTangent(conformal) {
  let tangent = conformal;
  for (let step = 0; step < 5; step++) {
    const reached = conformalTangent(tangent);
    const change = (conformal - reached) / Math.hypot(1, reached) * ((1 + (1 - eccentricity ** 2) * tangent ** 2) / ((1 - eccentricity ** 2) * Math.hypot(1, tangent)));
    tangent += change;
    if (Math.abs(change) <= 1e-14 * Math.max(1, Math.abs(tangent))) break;
  }
  return tangent;
}

// src/formats/geotiff/read-projection.ts
var geoKey = { modelType: 1024, rasterType: 1025, citation: 1026, geodetic: 2048, datum: 2050, projected: 3072, projectedCitation: 3073 };
function readGeoKeys(file, directory) {
  const list = readNumbers(file, directory, tag.geoKeyDirectory, 1 << 16) ?? new Float64Array(0);
  const ascii = readText(file, directory, tag.geoAsciiParams) ?? "";
  const numbers = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  const count = Math.min(list[3] ?? 0, Math.floor(list.length / 4) - 1);
  for (let index = 1; index <= count; index++) {
    const [key = 0, where = 0, length = 0, value = 0] = list.subarray(4 * index, 4 * index + 4);
    if (where === 0) numbers.set(key, value);
    else if (where === tag.geoAsciiParams) texts.set(key, ascii.slice(value, value + length).replace(/\|$/, ""));
  }
  return { numbers, texts };
}
function readProjection(file, directory) {
  const { numbers, texts } = readGeoKeys(file, directory);
  const pixelIsPoint = numbers.get(geoKey.rasterType) === 2;
  const citations = [texts.get(geoKey.projectedCitation) ?? "", texts.get(geoKey.citation) ?? ""];
  const projected = numbers.get(geoKey.projected) ?? 0;
  const isGeographic = numbers.get(geoKey.modelType) === 2;
  if (isGeographic && (numbers.get(geoKey.geodetic) === 4326 || numbers.get(geoKey.datum) === 6326))
    return { projection: { kind: "wgs84" }, pixelIsPoint };
  if (!isGeographic && (projected === 54009 || citations.some(isWorldMollweide))) return { projection: { kind: "mollweide" }, pixelIsPoint };
  const zone = projected % 100;
  const belt = projected - zone;
  if (!isGeographic && (belt === 32600 || belt === 32700) && zone >= 1 && zone <= 60)
    return { projection: { kind: "utm", zone, south: belt === 32700 }, pixelIsPoint };
  const code = isGeographic ? numbers.get(geoKey.geodetic) ?? 0 : projected;
  throw otherProjection(file.source, code, citations.find((text) => text !== "") ?? "");
}
function isWorldMollweide(citation) {
  if (!/mollweide/i.test(citation)) return false;
  const shifts = [
    ...citation.matchAll(/PARAMETER\["(?:Central_Meridian|False_Easting|False_Northing|longitude_of_center)",\s*([-\d.eE]+)/gi)
  ];
  return shifts.every((shift) => Number(shift[1]) === 0) && (!/PROJCS\[/i.test(citation) || /WGS[_ ]?(19)?84/i.test(citation));
}
function otherProjection(source, code, citation) {
  const known = code > 0 && code !== 32767;
  const name = known ? `EPSG:${code}` : citation.slice(0, 80) || "no coordinate system";
  return new FormatError(
    "geotiff_projection",
    `${source.name} is in ${name}. Read are WGS84 (EPSG:4326), UTM on WGS84 (EPSG:326xx, 327xx) and Mollweide (ESRI:54009). Convert it: gdalwarp -t_srs EPSG:4326.`,
    null,
    { file: source.name, projection: name }
  );
}
function toDegrees(projection, x, y) {
  if (projection.kind === "wgs84") return [x, y];
  return projection.kind === "utm" ? utmToLonLat(x, y, projection.zone, projection.south) : mollweideToLonLat(x, y);
}
function fromDegrees(projection, lon, lat) {
  if (projection.kind === "wgs84") return [lon, lat];
  return projection.kind === "utm" ? lonLatToUtm(lon, lat, projection.zone, projection.south) : lonLatToMollweide(lon, lat);
}

// src/formats/geotiff/undo-predictor.ts
function undoHorizontal(block, { rows, samplesPerRow, bytesPerSample, stride }) {
  const samples = rows * samplesPerRow;
  if (bytesPerSample === 8)
    return undoHorizontal64(new Uint32Array(block.buffer, block.byteOffset, samples * 2), rows, samplesPerRow, stride);
  const View = bytesPerSample === 1 ? Uint8Array : bytesPerSample === 2 ? Uint16Array : Uint32Array;
  const values = new View(block.buffer, block.byteOffset, samples);
  for (let begin = 0; begin < samples; begin += samplesPerRow)
    for (let i = begin + stride, end = begin + samplesPerRow; i < end; i++)
      values[i] = values[i] + values[i - stride];
}
function undoHorizontal64(halves, rows, samplesPerRow, stride) {
  const low = machineIsLittleEndian ? 0 : 1;
  const high = 1 - low;
  for (let row = 0; row < rows; row++)
    for (let i = row * samplesPerRow + stride, end = (row + 1) * samplesPerRow; i < end; i++) {
      const left = 2 * (i - stride);
      const sum = halves[2 * i + low] + halves[left + low];
      halves[2 * i + low] = sum;
      halves[2 * i + high] = halves[2 * i + high] + halves[left + high] + (sum > 4294967295 ? 1 : 0);
    }
}
function undoFloatingPoint(block, { rows, samplesPerRow, bytesPerSample, stride }) {
  const rowBytes2 = samplesPerRow * bytesPerSample;
  const sorted = new Uint8Array(rowBytes2);
  for (let begin = 0, row = 0; row < rows; row++, begin += rowBytes2) {
    if (stride === 1) {
      let sum = 0;
      for (let i = 0; i < rowBytes2; i++) sorted[i] = sum = sum + block[begin + i] & 255;
    } else {
      sorted.set(block.subarray(begin, begin + stride));
      for (let i = stride; i < rowBytes2; i++) sorted[i] = block[begin + i] + sorted[i - stride];
    }
    for (let byte = 0; byte < bytesPerSample; byte++) {
      let to = begin + (machineIsLittleEndian ? bytesPerSample - 1 - byte : byte);
      for (let from = byte * samplesPerRow, end = from + samplesPerRow; from < end; from++, to += bytesPerSample)
        block[to] = sorted[from];
    }
  }
}
function swapBytes(block, bytesPerSample) {
  for (let begin = 0; begin + bytesPerSample <= block.length; begin += bytesPerSample)
    for (let a = begin, b = begin + bytesPerSample - 1; a < b; a++, b--) {
      const kept = block[a];
      block[a] = block[b];
      block[b] = kept;
    }
}
var machineIsLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

// src/formats/geotiff/widen-samples.ts
function widenSamples(raw, rows, samplesPerRow, bits) {
  if (bits === 16) return halfToFloat(new Uint16Array(raw.buffer, raw.byteOffset, rows * samplesPerRow));
  const values = new Uint8Array(rows * samplesPerRow);
  const rowBytes2 = Math.ceil(samplesPerRow * bits / 8);
  const mask = (1 << bits) - 1;
  for (let row = 0, to = 0; row < rows; row++)
    for (let i = 0; i < samplesPerRow; i++) {
      const bit = i * bits;
      values[to++] = raw[row * rowBytes2 + (bit >> 3)] >> 8 - bits - (bit & 7) & mask;
    }
  return values;
}
function halfToFloat(halves) {
  return Float32Array.from(halves, (half) => {
    const sign = half & 32768 ? -1 : 1;
    const exponent = half >> 10 & 31;
    const fraction = half & 1023;
    if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
    return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
  });
}

// src/formats/geotiff/read-window.ts
function readWindow(file, layout, window, band, empty) {
  checkWindow(file, layout, window, band);
  const Values = arrayOf[layout.sampleType];
  const values = new Values(window.width * window.height);
  const samplesPerPixel = layout.planar ? 1 : layout.bands;
  const plane = layout.planar ? band * layout.across * layout.down : 0;
  const stride = samplesPerPixel;
  const readBlock = blockReader(file, layout);
  const firstColumn = Math.floor(window.x / layout.blockWidth);
  const lastColumn = Math.floor((window.x + window.width - 1) / layout.blockWidth);
  const firstRow = Math.floor(window.y / layout.blockHeight);
  const lastRow = Math.floor((window.y + window.height - 1) / layout.blockHeight);
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const top = row * layout.blockHeight;
      const left = column * layout.blockWidth;
      const fromX = Math.max(window.x, left);
      const toX = Math.min(window.x + window.width, left + layout.blockWidth);
      const fromY = Math.max(window.y, top);
      const toY = Math.min(window.y + window.height, top + layout.blockHeight);
      const block = readBlock(plane + row * layout.across + column, row);
      for (let y = fromY; y < toY; y++) {
        const to = (y - window.y) * window.width + (fromX - window.x);
        if (block === null) fill(values, empty, to, to + (toX - fromX));
        else {
          const from = ((y - top) * layout.blockWidth + (fromX - left)) * stride + (layout.planar ? 0 : band);
          copyRow(values, to, block, from, toX - fromX, stride);
        }
      }
    }
  return values;
}
function checkWindow({ source }, layout, { x, y, width, height }, band) {
  const whole = [x, y, width, height, band].every((value) => Number.isInteger(value) && value >= 0);
  if (!whole || width === 0 || height === 0 || x + width > layout.width || y + height > layout.height || band >= layout.bands)
    throw new RangeError(
      `Window ${width} \xD7 ${height} at ${x}, ${y} of band ${band} is not inside of ${layout.width} \xD7 ${layout.height} pixels and ${layout.bands} bands.`
    );
  const bytes = width * height * arrayOf[layout.sampleType].BYTES_PER_ELEMENT;
  if (bytes > geoTiffLimits.windowBytes) throw tooLarge(source, null, "the size of the window in bytes", bytes, geoTiffLimits.windowBytes);
  const columns = Math.floor((x + width - 1) / layout.blockWidth) - Math.floor(x / layout.blockWidth) + 1;
  const rows = Math.floor((y + height - 1) / layout.blockHeight) - Math.floor(y / layout.blockHeight) + 1;
  const unpacked = columns * rows * blockBytes(layout);
  if (unpacked > geoTiffLimits.unpackedBytes) throw tooLarge(source, null, "what the window touches in bytes", unpacked, geoTiffLimits.unpackedBytes);
}
var rowBytes = ({ blockWidth, planar, bands, bitsPerSample }) => Math.ceil(blockWidth * (planar ? 1 : bands) * bitsPerSample / 8);
var blockBytes = (layout) => rowBytes(layout) * layout.blockHeight;
function blockReader(file, layout) {
  const { source } = file;
  const { compression, predictor, bitsPerSample } = layout;
  const bytesPerSample = bitsPerSample >= 8 ? bitsPerSample / 8 : 1;
  const samplesPerRow = layout.blockWidth * (layout.planar ? 1 : layout.bands);
  const stride = layout.planar ? 1 : layout.bands;
  const Values = arrayOf[layout.sampleType];
  let packed = new Uint8Array(0);
  let block = new Uint8Array(0);
  return (index, row) => {
    const offset = layout.offsets[index] ?? 0;
    const size = layout.byteCounts[index] ?? 0;
    if (size === 0) return null;
    const rows = layout.tiled ? layout.blockHeight : Math.min(layout.blockHeight, layout.height - row * layout.blockHeight);
    const bytes = rowBytes(layout) * rows;
    if (offset + size > source.size || !canExpandTo(compression, size, bytes)) throw shortBlock(file, offset, size, bytes);
    if (packed.length < size) packed = new Uint8Array(size);
    if (block.length < bytes) block = new Uint8Array(blockBytes(layout));
    const raw = block.subarray(0, bytes);
    unpackBlock(source, offset, bytesAt(source, offset, size, packed), compression, raw, blockBytes(layout));
    if (predictor === 3) undoFloatingPoint(raw, { rows, samplesPerRow, bytesPerSample, stride });
    else if (bytesPerSample > 1 && file.littleEndian !== machineIsLittleEndian) swapBytes(raw, bytesPerSample);
    if (predictor === 2) undoHorizontal(raw, { rows, samplesPerRow, bytesPerSample, stride });
    if (bitsPerSample < 8 || Values.BYTES_PER_ELEMENT !== bytesPerSample) return widenSamples(raw, rows, samplesPerRow, bitsPerSample);
    return new Values(block.buffer, 0, rows * samplesPerRow);
  };
}
function shortBlock({ source }, offset, size, bytes) {
  return new FormatError(
    "geotiff_block",
    `${source.name}: the block at offset ${offset} has ${size} bytes in the file, from which ${bytes} cannot come. The file is damaged.`,
    offset,
    { file: source.name, offset, unpacked: size, expected: bytes }
  );
}
function fill(values, empty, from, to) {
  if (values instanceof BigInt64Array || values instanceof BigUint64Array)
    values.fill(BigInt(Number.isFinite(empty) ? Math.trunc(empty) : 0), from, to);
  else values.fill(empty, from, to);
}
function copyRow(values, to, block, from, count, stride) {
  if (stride === 1) values.set(block.subarray(from, from + count), to);
  else for (let i = 0; i < count; i++) values[to + i] = block[from + i * stride];
}

// src/formats/geotiff/open-geotiff.ts
function openGeoTiff(source) {
  const { file, directories } = readDirectories(source);
  const [main] = directories;
  if (main === void 0) throw damaged(source, 4, "the file has no image");
  const layout = readImageLayout(file, main);
  const { overviews, mask } = relatedImages(file, directories, layout);
  const { projection, pixelIsPoint } = readProjection(file, main);
  const transform = readTransform(file, main, pixelIsPoint);
  const noData = parseNoData(readText(file, main, tag.gdalNoData));
  const { a, b, c, d, e, f } = transform;
  const determinant = a * e - b * d;
  return {
    name: source.name,
    width: layout.width,
    height: layout.height,
    bands: layout.bands,
    sampleType: layout.sampleType,
    blockWidth: layout.blockWidth,
    blockHeight: layout.blockHeight,
    noData,
    projection,
    transform,
    overviews: overviews.map(({ width, height }) => ({ width, height })),
    hasMask: mask !== null,
    scales: parseScales(readText(file, main, tag.gdalMetadata) ?? "", layout.bands),
    readWindow({ band = 0, overview, ...window }) {
      const image = overview === void 0 ? layout : overviews[overview];
      if (image === void 0) throw new RangeError(`There is no overview ${overview}; the raster has ${overviews.length}.`);
      return readWindow(file, image, window, band, noData ?? 0);
    },
    readMask: (window) => mask && readWindow(file, mask, window, 0, 0),
    toLonLat: (column, row) => toDegrees(projection, a * column + b * row + c, d * column + e * row + f),
    fromLonLat(lon, lat) {
      const [x, y] = fromDegrees(projection, lon, lat);
      return [(e * (x - c) - b * (y - f)) / determinant, (a * (y - f) - d * (x - c)) / determinant];
    }
  };
}
function relatedImages(file, directories, layout) {
  const overviews = [];
  let mask = null;
  for (const directory of directories.slice(1)) {
    const kind = readNumber(file, directory, tag.newSubfileType, 0);
    if ((kind & 5) === 0) continue;
    const image = readImageLayout(file, directory);
    if (kind & 4) {
      if (image.width === layout.width && image.height === layout.height) mask ??= image;
    } else if (image.bands === layout.bands) overviews.push(image);
  }
  return { overviews, mask };
}
function readTransform(file, directory, pixelIsPoint) {
  const matrix = readNumbers(file, directory, tag.modelTransformation, 1 << 10);
  const scale2 = readNumbers(file, directory, tag.modelPixelScale, 1 << 10);
  const tie = readNumbers(file, directory, tag.modelTiepoint, 1 << 16);
  let transform = null;
  if (scale2 !== null && tie !== null && scale2.length >= 2 && tie.length >= 6) {
    const [a2 = 0, down = 0] = scale2;
    const [column = 0, row = 0, , x = 0, y = 0] = tie;
    transform = { a: a2, b: 0, c: x - a2 * column, d: 0, e: -down, f: y + down * row };
  } else if (matrix !== null && matrix.length >= 8) {
    const [a2 = 0, b2 = 0, , c2 = 0, d2 = 0, e2 = 0, , f2 = 0] = matrix;
    transform = { a: a2, b: b2, c: c2, d: d2, e: e2, f: f2 };
  }
  const sound = transform !== null && Object.values(transform).every(Number.isFinite) && transform.a * transform.e - transform.b * transform.d !== 0;
  if (transform === null || !sound)
    throw damaged(file.source, directory.offset, "no place on the earth: neither pixel scale with tie point nor a usable transformation");
  if (!pixelIsPoint) return transform;
  const { a, b, c, d, e, f } = transform;
  return { ...transform, c: c - (a + b) / 2, f: f - (d + e) / 2 };
}
function parseNoData(text) {
  const trimmed = text?.trim().toLowerCase() ?? "";
  if (trimmed === "") return null;
  if (/^[-+]?nan$/.test(trimmed)) return Number.NaN;
  const value = Number(trimmed.replace(/^([-+]?)inf(inity)?$/, "$1Infinity"));
  return Number.isNaN(value) ? null : value;
}
function parseScales(metadata, bands) {
  const scales = Array.from({ length: Math.min(bands, geoTiffLimits.bands) }, () => ({ scale: 1, offset: 0 }));
  for (const [, attributes = "", text = ""] of metadata.matchAll(/<Item ([^<>]*)>([^<>]*)<\/Item>/g)) {
    const role = /role="(scale|offset)"/.exec(attributes)?.[1];
    const band = scales[Number(/sample="(\d+)"/.exec(attributes)?.[1] ?? -1)];
    const value = Number(text);
    if (band !== void 0 && Number.isFinite(value) && (role === "scale" || role === "offset")) band[role] = value;
  }
  return scales;
}

// src/kernel/projection/ellipsoid-area.ts
var equatorialKm = 6378.137;
var flattening2 = 1 / 298.257223563;
var eccentricity2 = Math.sqrt(flattening2 * (2 - flattening2));
var polarKm = equatorialKm * (1 - flattening2);
var radians3 = Math.PI / 180;
function ellipsoidAreaKm2(south, north, degreesOfLongitude) {
  const band = areaFromEquator(north) - areaFromEquator(south);
  return polarKm * polarKm / 2 * degreesOfLongitude * radians3 * band;
}
function areaFromEquator(lat) {
  const sine = Math.sin(lat * radians3);
  return sine / (1 - (eccentricity2 * sine) ** 2) + Math.atanh(eccentricity2 * sine) / eccentricity2;
}

// src/formats/geotiff/read-raster.ts
function readRaster(source, bounds) {
  const tiff = openGeoTiff(source);
  const { a, b, d, e } = tiff.transform;
  if (b !== 0 || d !== 0) throw turned(source);
  const window = bounds === void 0 ? { x: 0, y: 0, width: tiff.width, height: tiff.height } : windowOf(tiff, bounds);
  const values = readValues(source, tiff, window);
  return {
    width: window.width,
    height: window.height,
    values,
    toLonLat: (column, row) => tiff.toLonLat(column + window.x, row + window.y),
    fromLonLat(lon, lat) {
      const [column, row] = tiff.fromLonLat(lon, lat);
      return [column - window.x, row - window.y];
    },
    cellAreaKm2(row) {
      if (tiff.projection.kind !== "wgs84") return Math.abs(a * e) / 1e6;
      const north = tiff.transform.f + e * (window.y + row);
      return Math.abs(ellipsoidAreaKm2(Math.max(-90, north + e), Math.min(90, north), a));
    }
  };
}
function readValues(source, tiff, window) {
  const bytes = window.width * window.height * 8;
  if (bytes > geoTiffLimits.windowBytes)
    throw new FormatError(
      "geotiff_too_large",
      `${source.name}: the raster would take ${bytes} bytes; at most ${geoTiffLimits.windowBytes} can be read. Give a boundary.`,
      null,
      { file: source.name, what: "the size of the raster in bytes", found: bytes, limit: geoTiffLimits.windowBytes }
    );
  const values = new Float64Array(window.width * window.height);
  const isNoData = noDataTest(tiff);
  const { scale: scale2 = 1, offset = 0 } = tiff.scales[0] ?? {};
  const bottom = window.y + window.height;
  for (let y = window.y; y < bottom; ) {
    const height = Math.min(bottom - y, tiff.blockHeight - y % tiff.blockHeight);
    const part = { x: window.x, y, width: window.width, height };
    const samples = tiff.readWindow(part);
    const mask = tiff.readMask(part);
    const to = (y - window.y) * window.width;
    for (let i = 0; i < samples.length; i++) {
      const stored = Number(samples[i]);
      values[to + i] = isNoData(stored) || mask?.[i] === 0 ? Number.NaN : stored * scale2 + offset;
    }
    y += height;
  }
  return values;
}
function noDataTest({ noData, sampleType }) {
  if (noData === null) return () => false;
  const rounded = sampleType === "float32" ? Math.fround(noData) : noData;
  return (stored) => stored === noData || stored === rounded;
}
function windowOf(tiff, [west, south, east, north]) {
  const columns = [];
  const rows = [];
  const steps = 32;
  for (let i = 0; i <= steps; i++) {
    const lon = west + (east - west) * i / steps;
    const lat = south + (north - south) * i / steps;
    for (const [x2, y2] of [
      tiff.fromLonLat(lon, south),
      tiff.fromLonLat(lon, north),
      tiff.fromLonLat(west, lat),
      tiff.fromLonLat(east, lat)
    ]) {
      columns.push(x2);
      rows.push(y2);
    }
  }
  const x = Math.max(0, Math.floor(Math.min(...columns)));
  const y = Math.max(0, Math.floor(Math.min(...rows)));
  const right = Math.min(tiff.width, Math.ceil(Math.max(...columns)));
  const bottom = Math.min(tiff.height, Math.ceil(Math.max(...rows)));
  if (right > x && bottom > y) return { x, y, width: right - x, height: bottom - y };
  throw new FormatError("geotiff_outside", `${tiff.name} does not reach into the boundary.`, null, { file: tiff.name });
}
function turned(source) {
  return new FormatError(
    "geotiff_turned",
    `${source.name}: the rows of the raster do not run from west to east. Convert it: gdalwarp -t_srs EPSG:4326.`,
    null,
    { file: source.name }
  );
}
export {
  FormatError,
  bytesInMemory,
  geoTiffLimits,
  openBytes,
  openGeoTiff,
  readRaster
};
//# sourceMappingURL=geotiff.js.map
