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

// src/formats/osm-pbf/blocks.ts
var memberTypes = ["node", "way", "relation"];
var noCoordinate = 2147483647;
var kindBits = { nodes: 1, ways: 2, relations: 4 };

// src/formats/osm-pbf/damaged-block.ts
var DamagedBlock = class extends Error {
  /** True where the bytes may be right but go beyond `osmPbfLimits`. */
  tooLarge;
  constructor(what, tooLarge2 = false) {
    super(what);
    this.name = "DamagedBlock";
    this.tooLarge = tooLarge2;
  }
};
var beyondLimit = (what, limit) => new DamagedBlock(`it has more than ${limit} ${what}`, true);

// src/formats/osm-pbf/limits.ts
var osmPbfLimits = {
  blobHeaderBytes: 64 * 1024,
  /** A blob as it stands in the file. */
  blobBytes: 32 * 1024 * 1024,
  /** The same unpacked. */
  blockBytes: 32 * 1024 * 1024,
  blobsPerFile: 1e7,
  stringsPerBlock: 4e6,
  /** Nodes, ways or relations of one group; the format recommends 8,000. */
  elementsPerGroup: 2e6,
  /** Tags, node references of ways or members of relations of one group. */
  referencesPerGroup: 8e6,
  /** All blobs unpacked: a file beyond a gigabyte may be this many times as large as it is packed. Maps reach 2 to 10. */
  expansion: 100,
  freeBytes: 2 ** 30
};

// src/formats/osm-pbf/protobuf.ts
var maxExact = Number.MAX_SAFE_INTEGER;
var Cursor = class {
  bytes;
  at;
  end;
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }
  /** The key of the next field (`number << 3 | wire type`), or 0 at the end of the message. */
  field() {
    if (this.at >= this.end) {
      if (this.at > this.end) throw new DamagedBlock("a field is longer than its message");
      return 0;
    }
    const key = this.uint();
    if (key < 8) throw new DamagedBlock("a field has the number 0");
    return key;
  }
  /** Unsigned; inexact beyond 2⁵³, where every use of it has a limit below. */
  uint() {
    const bytes = this.bytes;
    let byte = bytes[this.at++];
    if (byte < 128) return byte;
    let value = byte & 127;
    byte = bytes[this.at++];
    value |= (byte & 127) << 7;
    if (byte < 128) return value;
    byte = bytes[this.at++];
    value |= (byte & 127) << 14;
    if (byte < 128) return value;
    byte = bytes[this.at++];
    value |= (byte & 127) << 21;
    let scale = 2 ** 28;
    while (byte >= 128) {
      if (scale > 2 ** 63) throw new DamagedBlock("a number has more than ten bytes");
      byte = bytes[this.at++];
      value += (byte & 127) * scale;
      scale *= 128;
    }
    return value;
  }
  /** `int64`: negative numbers stand as 2⁶⁴ − n. */
  int() {
    const start = this.at;
    const value = this.uint();
    if (value <= maxExact) return value;
    this.at = start;
    const [low, middle, high] = this.parts();
    if (high < 128) return exact(low + middle * 2 ** 28 + high * 2 ** 56);
    return exact(-1 - (2 ** 28 - 1 - low) - (2 ** 28 - 1 - middle) * 2 ** 28 - (255 - high) * 2 ** 56);
  }
  /** `sint64`: the sign is the lowest bit. */
  sint() {
    const [low, middle, high] = this.parts();
    const half = (low >>> 1) + middle * 2 ** 27 + high * 2 ** 55;
    return exact(low % 2 === 0 ? half : -half - 1);
  }
  /** Where the following bytes of a field end; they lie within the message. */
  length() {
    const length = this.uint();
    const end = this.at + length;
    if (end > this.end) throw new DamagedBlock("a field is longer than its message");
    return end;
  }
  /** Passes over the value of a field that nobody asked for. */
  skip(key) {
    const wireType = key & 7;
    if (wireType === 0) this.uint();
    else if (wireType === 2) this.at = this.length();
    else if (wireType === 5) this.at += 4;
    else if (wireType === 1) this.at += 8;
    else throw new DamagedBlock(`a field has the unknown wire type ${wireType}`);
  }
  /** Passes over an unknown field; a known one (number up to `known`) of another wire type would be lost, so it is an error. */
  skipUnknown(key, known) {
    const number = Math.floor(key / 8);
    if (number <= known && number > 0) throw new DamagedBlock(`field ${number} is not as the format says`);
    this.skip(key);
  }
  /** The bits 0–27, 28–55 and 56–63 of the next number. */
  parts() {
    const bytes = this.bytes;
    const parts = [0, 0, 0];
    for (let i = 0; ; i++) {
      if (i === 10) throw new DamagedBlock("a number has more than ten bytes");
      const byte = bytes[this.at++];
      const part = i < 4 ? 0 : i < 8 ? 1 : 2;
      parts[part] |= (byte & 127) << 7 * (i - 4 * part);
      if (!(byte >= 128)) break;
    }
    parts[2] &= 255;
    return parts;
  }
};
var exact = (value) => {
  if (value > maxExact || value < -maxExact) throw new DamagedBlock("an id or offset is beyond 2\u2075\xB3");
  return value;
};
function readDeltas(bytes, from, to, out, outAt) {
  let p = from;
  let n = outAt;
  let value = 0;
  while (p < to) {
    let byte = bytes[p++];
    let low = byte & 127;
    if (byte >= 128) {
      byte = bytes[p++];
      low |= (byte & 127) << 7;
      if (byte >= 128) {
        byte = bytes[p++];
        low |= (byte & 127) << 14;
        if (byte >= 128) {
          byte = bytes[p++];
          low |= (byte & 127) << 21;
        }
      }
    }
    if (byte < 128) value += low >>> 1 ^ -(low & 1);
    else {
      let half = low >>> 1;
      let scale = 2 ** 27;
      do {
        if (scale > 2 ** 62) throw new DamagedBlock("a number has more than ten bytes");
        byte = bytes[p++];
        half += (byte & 127) * scale;
        scale *= 128;
      } while (byte >= 128);
      if (half > maxExact) throw new DamagedBlock("two ids are more than 2\u2075\xB3 apart");
      value += (low & 1) === 0 ? half : -half - 1;
    }
    if (value > maxExact || value < -maxExact) throw new DamagedBlock("an id is beyond 2\u2075\xB3");
    out[n++] = value;
  }
  if (p !== to) throw new DamagedBlock("a list of numbers ends within a number");
  return n;
}
function readUints(bytes, from, to, below, out, outAt) {
  let p = from;
  let n = outAt;
  while (p < to) {
    let byte = bytes[p++];
    let value = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      if (shift > 21) throw new DamagedBlock("a number is beyond 2\xB2\u2078");
      byte = bytes[p++];
      value |= (byte & 127) << shift;
    }
    if (value >= below) throw new DamagedBlock(`there is no string or type of the number ${value}`);
    out[n++] = value;
  }
  if (p !== to) throw new DamagedBlock("a list of numbers ends within a number");
  return n;
}
function readCoordinates(bytes, from, to, granularity, offset, maxDegrees, out, outAt) {
  const max = maxDegrees * 1e7;
  const plain = granularity === 100 && offset === 0;
  let p = from;
  let n = outAt;
  let value = 0;
  while (p < to) {
    let byte = bytes[p++];
    let low = byte & 127;
    if (byte >= 128) {
      byte = bytes[p++];
      low |= (byte & 127) << 7;
      if (byte >= 128) {
        byte = bytes[p++];
        low |= (byte & 127) << 14;
        if (byte >= 128) {
          byte = bytes[p++];
          low |= (byte & 127) << 21;
        }
      }
    }
    if (byte < 128) value += low >>> 1 ^ -(low & 1);
    else {
      let half = low >>> 1;
      let scale = 2 ** 27;
      do {
        if (scale > 2 ** 62) throw new DamagedBlock("a number has more than ten bytes");
        byte = bytes[p++];
        half += (byte & 127) * scale;
        scale *= 128;
      } while (byte >= 128);
      value += (low & 1) === 0 ? half : -half - 1;
    }
    const e7 = plain ? value : Math.round((offset + granularity * value) / 100);
    out[n++] = e7 <= max && e7 >= -max ? e7 : noCoordinate;
  }
  if (p !== to) throw new DamagedBlock("a list of coordinates ends within a number");
  return n;
}

// src/formats/osm-pbf/columns.ts
function grown(column, length) {
  if (length <= column.length) return column;
  const wider = new column.constructor(Math.max(length, 2 * column.length));
  wider.set(column);
  return wider;
}
var roomFor = (at, bytes) => Math.min(at + bytes, osmPbfLimits.referencesPerGroup);
function within(end) {
  if (end > osmPbfLimits.referencesPerGroup) throw beyondLimit("tags, references or members in a group", osmPbfLimits.referencesPerGroup);
  return end;
}
var tagColumns = (strings) => ({
  count: 0,
  id: new Float64Array(256),
  tagStart: new Uint32Array(256),
  key: new Uint32Array(256),
  value: new Uint32Array(256),
  strings
});
function addElement(columns, id) {
  const { elementsPerGroup } = osmPbfLimits;
  const count = columns.count + 1;
  if (count > elementsPerGroup) throw beyondLimit("elements in a group", elementsPerGroup);
  columns.id = grown(columns.id, count);
  columns.tagStart = grown(columns.tagStart, count + 1);
  columns.id[count - 1] = id;
  columns.count = count;
}
function readTagPart(cursor, part, columns, at) {
  const end = cursor.length();
  const column = columns[part] = grown(columns[part], roomFor(at, end - cursor.at));
  const tagEnd = within(readUints(cursor.bytes, cursor.at, end, columns.strings.count, column, at));
  cursor.at = end;
  return tagEnd;
}
function assertPairs(keyEnd, valueEnd) {
  if (keyEnd !== valueEnd) throw new DamagedBlock("an element has more keys than values, or fewer");
}

// src/formats/osm-pbf/index-blobs.ts
var usualHeaderBytes = 64;
function indexBlobs(source) {
  const index = { count: 0, offset: new Float64Array(64), size: new Uint32Array(64), isData: new Uint8Array(64) };
  const buffer = new Uint8Array(usualHeaderBytes);
  let at = 0;
  while (at < source.size) {
    const { type, size, headerBytes } = readBlobHeader(source, at, buffer);
    const offset = at + 4 + headerBytes;
    if (index.count === 0 && type !== "OSMHeader") throw notPbf(source);
    if (offset + size > source.size) throw cutOff(source, at);
    if (index.count === osmPbfLimits.blobsPerFile) throw tooLarge(source, at, `the file has more than ${osmPbfLimits.blobsPerFile} blobs`);
    index.offset = grown(index.offset, index.count + 1);
    index.size = grown(index.size, index.count + 1);
    index.isData = grown(index.isData, index.count + 1);
    index.offset[index.count] = offset;
    index.size[index.count] = size;
    index.isData[index.count++] = type === "OSMData" ? 1 : 0;
    at = offset + size;
  }
  if (index.count === 0) throw notPbf(source);
  return index;
}
function readBlobHeader(source, at, buffer) {
  let bytes = source.read(at, usualHeaderBytes, buffer);
  if (bytes.length < 4) throw at === 0 ? notPbf(source) : cutOff(source, at);
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (headerBytes > osmPbfLimits.blobHeaderBytes) {
    if (at === 0) throw notPbf(source);
    throw tooLarge(source, at, `a blob header says that it has ${headerBytes} bytes`);
  }
  if (at + 4 + headerBytes > source.size) throw at === 0 ? notPbf(source) : cutOff(source, at);
  if (4 + headerBytes > bytes.length) bytes = source.read(at, 4 + headerBytes);
  if (bytes.length < 4 + headerBytes) throw cutOff(source, at);
  const cursor = new Cursor(bytes, 4, 4 + headerBytes);
  let type = "";
  let size = -1;
  try {
    for (let key = cursor.field(); key !== 0; key = cursor.field()) {
      if (key === 10) {
        const end = cursor.length();
        type = String.fromCharCode(...bytes.subarray(cursor.at, Math.min(end, cursor.at + 64)));
        cursor.at = end;
      } else if (key === 24) size = cursor.uint();
      else cursor.skipUnknown(key, 3);
    }
    if (size < 0) throw new DamagedBlock("a blob header does not say how long the blob is");
  } catch (error) {
    if (at === 0) throw notPbf(source);
    throw asFormatError(error, source, at);
  }
  if (size > osmPbfLimits.blobBytes) throw tooLarge(source, at, `a blob says that it has ${size} bytes`);
  return { type, size, headerBytes };
}
var notPbf = (source) => new FormatError("osm_pbf_not_pbf", `${source.name}: this is not an OSM PBF file (*.osm.pbf).`, 0);
var cutOff = (source, at) => new FormatError("osm_pbf_cut_off", `${source.name}: the file ends within the blob at byte ${at}. Load it again.`, at);
var tooLarge = (source, at, what) => new FormatError("osm_pbf_too_large", `${source.name}: ${what} (byte ${at}), more than this reader takes.`, at, { what });
function asFormatError(error, source, at) {
  if (!(error instanceof DamagedBlock)) return error;
  if (error.tooLarge) return tooLarge(source, at, error.message);
  return new FormatError("osm_pbf_damaged", `${source.name}: the blob at byte ${at} is damaged: ${error.message}.`, at, {
    what: error.message
  });
}

// src/formats/osm-pbf/decode-nodes.ts
function decodeDenseNodes(cursor, grid, nodes) {
  const { bytes } = cursor;
  const spans = /* @__PURE__ */ new Map();
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 10 || key === 66 || key === 74 || key === 82) {
      if (spans.has(key)) throw new DamagedBlock("a list of the nodes is there twice");
      const end = cursor.length();
      spans.set(key, [cursor.at, end]);
      cursor.at = end;
    } else if (key === 42) cursor.skip(key);
    else cursor.skipUnknown(key, 10);
  }
  const none = [0, 0];
  const [idFrom, idTo] = spans.get(10) ?? none;
  const [latFrom, latTo] = spans.get(66) ?? none;
  const [lonFrom, lonTo] = spans.get(74) ?? none;
  const first = nodes.count;
  const room = Math.min(first + idTo - idFrom, osmPbfLimits.elementsPerGroup);
  nodes.id = grown(nodes.id, room);
  const count = readDeltas(bytes, idFrom, idTo, nodes.id, first);
  if (count > osmPbfLimits.elementsPerGroup) throw beyondLimit("elements in a group", osmPbfLimits.elementsPerGroup);
  nodes.latE7 = grown(nodes.latE7, nodes.id.length);
  nodes.lonE7 = grown(nodes.lonE7, nodes.id.length);
  const latEnd = readCoordinates(bytes, latFrom, latTo, grid.granularity, grid.latOffset, 90, nodes.latE7, first);
  const lonEnd = readCoordinates(bytes, lonFrom, lonTo, grid.granularity, grid.lonOffset, 180, nodes.lonE7, first);
  if (latEnd !== count || lonEnd !== count) throw new DamagedBlock("the nodes have more ids than coordinates, or fewer");
  nodes.tagStart = grown(nodes.tagStart, nodes.id.length + 1);
  const [tagsFrom, tagsTo] = spans.get(82) ?? none;
  if (tagsFrom === tagsTo) nodes.tagStart.fill(nodes.tagStart[first], first + 1, count + 1);
  else readDenseTags(bytes, tagsFrom, tagsTo, nodes, first, count);
  nodes.count = count;
}
function readDenseTags(bytes, from, to, nodes, first, count) {
  const { tagStart, strings } = nodes;
  const below = strings.count;
  let tag = tagStart[first];
  const room = roomFor(tag, to - from >>> 1);
  const key = nodes.key = grown(nodes.key, room);
  const value = nodes.value = grown(nodes.value, room);
  let node = first;
  let keyOfTag = 0;
  let p = from;
  while (p < to) {
    let byte = bytes[p++];
    let index = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      if (shift > 21) throw new DamagedBlock("the number of a string is beyond 2\xB2\u2078");
      byte = bytes[p++];
      index |= (byte & 127) << shift;
    }
    if (index >= below && index > 0) throw new DamagedBlock(`there is no string of the number ${index}`);
    if (keyOfTag !== 0) {
      key[tag] = keyOfTag;
      value[tag++] = index;
      keyOfTag = 0;
    } else if (index !== 0) keyOfTag = index;
    else if (node < count) tagStart[++node] = tag;
    else throw new DamagedBlock("the tags of the nodes do not fit their number");
  }
  if (p !== to || node !== count || keyOfTag !== 0) throw new DamagedBlock("the tags of the nodes do not fit their number");
  within(tag);
}
function decodeNode(cursor, grid, nodes) {
  const at = nodes.tagStart[nodes.count];
  let [id, lat, lon, keyEnd, valueEnd] = [0, cursor.end, cursor.end, at, at];
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 8) id = cursor.sint();
    else if (key === 18) keyEnd = readTagPart(cursor, "key", nodes, at);
    else if (key === 26) valueEnd = readTagPart(cursor, "value", nodes, at);
    else if (key === 64) {
      lat = cursor.at;
      cursor.uint();
    } else if (key === 72) {
      lon = cursor.at;
      cursor.uint();
    } else if (key === 34) cursor.skip(key);
    else cursor.skipUnknown(key, 9);
  }
  assertPairs(keyEnd, valueEnd);
  addElement(nodes, id);
  const index = nodes.count - 1;
  nodes.latE7 = grown(nodes.latE7, nodes.id.length);
  nodes.lonE7 = grown(nodes.lonE7, nodes.id.length);
  nodes.latE7[index] = coordinate(cursor, lat, grid.granularity, grid.latOffset, 90);
  nodes.lonE7[index] = coordinate(cursor, lon, grid.granularity, grid.lonOffset, 180);
  nodes.tagStart[nodes.count] = keyEnd;
}
var one = new Int32Array(1);
function coordinate(cursor, at, granularity, offset, maxDegrees) {
  if (at === cursor.end) throw new DamagedBlock("a node has no coordinates");
  let to = at + 1;
  while (cursor.bytes[to - 1] >= 128) to++;
  readCoordinates(cursor.bytes, at, to, granularity, offset, maxDegrees, one, 0);
  return one[0];
}

// src/formats/osm-pbf/decode-relations.ts
function decodeRelation(cursor, relations) {
  const { bytes } = cursor;
  const tagAt = relations.tagStart[relations.count];
  const at = relations.memberStart[relations.count];
  let [id, keyEnd, valueEnd, roleEnd, idEnd, typeEnd] = [0, tagAt, tagAt, at, at, at];
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 8) id = cursor.int();
    else if (key === 18) keyEnd = readTagPart(cursor, "key", relations, tagAt);
    else if (key === 26) valueEnd = readTagPart(cursor, "value", relations, tagAt);
    else if (key === 66) {
      const end = cursor.length();
      relations.memberRole = grown(relations.memberRole, roomFor(at, end - cursor.at));
      roleEnd = within(readUints(bytes, cursor.at, end, relations.strings.count, relations.memberRole, at));
      cursor.at = end;
    } else if (key === 74) {
      const end = cursor.length();
      relations.memberId = grown(relations.memberId, roomFor(at, end - cursor.at));
      idEnd = within(readDeltas(bytes, cursor.at, end, relations.memberId, at));
      cursor.at = end;
    } else if (key === 82) {
      const end = cursor.length();
      relations.memberType = grown(relations.memberType, roomFor(at, end - cursor.at));
      typeEnd = within(readUints(bytes, cursor.at, end, memberTypes.length, relations.memberType, at));
      cursor.at = end;
    } else if (key === 34) cursor.skip(key);
    else cursor.skipUnknown(key, 10);
  }
  assertPairs(keyEnd, valueEnd);
  if (roleEnd !== idEnd || typeEnd !== idEnd)
    throw new DamagedBlock("the members of a relation have more ids than roles or types, or fewer");
  addElement(relations, id);
  relations.memberStart = grown(relations.memberStart, relations.count + 1);
  relations.memberStart[relations.count] = idEnd;
  relations.tagStart[relations.count] = keyEnd;
}

// src/formats/osm-pbf/decode-ways.ts
function decodeWay(cursor, grid, ways) {
  const { bytes } = cursor;
  const tagAt = ways.tagStart[ways.count];
  const refAt = ways.refStart[ways.count];
  let [id, keyEnd, valueEnd, refEnd, latEnd, lonEnd] = [0, tagAt, tagAt, refAt, refAt, refAt];
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 8) id = cursor.int();
    else if (key === 18) keyEnd = readTagPart(cursor, "key", ways, tagAt);
    else if (key === 26) valueEnd = readTagPart(cursor, "value", ways, tagAt);
    else if (key === 66) {
      const end = cursor.length();
      ways.ref = grown(ways.ref, roomFor(refAt, end - cursor.at));
      refEnd = within(readDeltas(bytes, cursor.at, end, ways.ref, refAt));
      cursor.at = end;
    } else if (key === 74) {
      const end = cursor.length();
      ways.latE7 = grown(ways.latE7, roomFor(refAt, end - cursor.at));
      latEnd = within(readCoordinates(bytes, cursor.at, end, grid.granularity, grid.latOffset, 90, ways.latE7, refAt));
      cursor.at = end;
    } else if (key === 82) {
      const end = cursor.length();
      ways.lonE7 = grown(ways.lonE7, roomFor(refAt, end - cursor.at));
      lonEnd = within(readCoordinates(bytes, cursor.at, end, grid.granularity, grid.lonOffset, 180, ways.lonE7, refAt));
      cursor.at = end;
    } else if (key === 34) cursor.skip(key);
    else cursor.skipUnknown(key, 10);
  }
  assertPairs(keyEnd, valueEnd);
  const located = latEnd > refAt || lonEnd > refAt;
  if (located && (latEnd !== refEnd || lonEnd !== refEnd)) throw new DamagedBlock("a way has more nodes than places, or fewer");
  if (ways.count === 0) ways.hasLocations = located;
  else if (refEnd > refAt && located !== ways.hasLocations) {
    if (refAt > 0) throw new DamagedBlock("some ways have places and others do not");
    ways.hasLocations = located;
  }
  addElement(ways, id);
  ways.refStart = grown(ways.refStart, ways.count + 1);
  ways.refStart[ways.count] = refEnd;
  ways.tagStart[ways.count] = keyEnd;
}

// src/formats/osm-pbf/string-table.ts
var StringTable = class {
  count = 0;
  bytes = Buffer.alloc(0);
  bounds = new Uint32Array(256);
  texts = [];
  /** The string of this number; invalid UTF-8 becomes U+FFFD. */
  text(index) {
    return this.texts[index] ??= this.bytes.toString("utf8", this.bounds[2 * index], this.bounds[2 * index + 1]);
  }
  /** Takes the table of another block, at the cursor's place. */
  read(cursor) {
    const { bytes, end: blockEnd } = cursor;
    cursor.end = cursor.length();
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let count = 0;
    for (let key = cursor.field(); key !== 0; key = cursor.field()) {
      if (key !== 10) {
        cursor.skipUnknown(key, 1);
        continue;
      }
      const stringEnd = cursor.length();
      if (2 * count + 2 > this.bounds.length) {
        const wider = new Uint32Array(2 * this.bounds.length);
        wider.set(this.bounds);
        this.bounds = wider;
      }
      this.bounds[2 * count] = cursor.at;
      this.bounds[2 * count + 1] = stringEnd;
      if (++count > osmPbfLimits.stringsPerBlock) throw beyondLimit("strings", osmPbfLimits.stringsPerBlock);
      cursor.at = stringEnd;
    }
    cursor.end = blockEnd;
    this.count = count;
    this.texts = [];
  }
  /** Forgets the strings of the block before. */
  clear() {
    this.count = 0;
    this.texts = [];
  }
};

// src/formats/osm-pbf/decode-block.ts
var BlockDecoder = class {
  strings = new StringTable();
  nodes = { ...tagColumns(this.strings), lonE7: new Int32Array(256), latE7: new Int32Array(256) };
  ways = {
    ...tagColumns(this.strings),
    refStart: new Uint32Array(256),
    ref: new Float64Array(256),
    hasLocations: false,
    lonE7: new Int32Array(256),
    latE7: new Int32Array(256)
  };
  relations = {
    ...tagColumns(this.strings),
    memberStart: new Uint32Array(256),
    memberId: new Float64Array(256),
    memberRole: new Uint32Array(256),
    memberType: new Uint8Array(256)
  };
  /** Hands the groups of the wanted kinds to the visitor; which kinds there are, as bits. */
  decode(block, visitor) {
    const cursor = new Cursor(block);
    const groups = [];
    const grid = { granularity: 100, latOffset: 0, lonOffset: 0 };
    this.strings.clear();
    for (let key = cursor.field(); key !== 0; key = cursor.field()) {
      if (key === 10) this.strings.read(cursor);
      else if (key === 18) {
        const end = cursor.length();
        groups.push(cursor.at, end);
        cursor.at = end;
      } else if (key === 136) grid.granularity = cursor.int();
      else if (key === 152) grid.latOffset = cursor.int();
      else if (key === 160) grid.lonOffset = cursor.int();
      else cursor.skipUnknown(key, 2);
    }
    if (grid.granularity <= 0) throw new DamagedBlock(`its granularity is ${grid.granularity}`);
    let kinds = 0;
    for (let i = 0; i < groups.length; i += 2) {
      cursor.at = groups[i];
      cursor.end = groups[i + 1];
      kinds |= this.decodeGroup(cursor, grid, visitor);
    }
    return kinds;
  }
  decodeGroup(cursor, grid, visitor) {
    const { nodes, ways, relations } = this;
    const groupEnd = cursor.end;
    let kinds = 0;
    nodes.count = ways.count = relations.count = 0;
    for (let key = cursor.field(); key !== 0; key = cursor.field()) {
      const kind = key === 18 || key === 10 ? kindBits.nodes : key === 26 ? kindBits.ways : key === 34 ? kindBits.relations : 0;
      if (kind === 0) {
        cursor.skipUnknown(key, 4);
        continue;
      }
      kinds |= kind;
      const end = cursor.end = cursor.length();
      if (key === 18 && visitor.nodes) decodeDenseNodes(cursor, grid, nodes);
      else if (key === 10 && visitor.nodes) decodeNode(cursor, grid, nodes);
      else if (key === 26 && visitor.ways) decodeWay(cursor, grid, ways);
      else if (key === 34 && visitor.relations) decodeRelation(cursor, relations);
      cursor.at = end;
      cursor.end = groupEnd;
    }
    if (nodes.count > 0) visitor.nodes?.(nodes);
    if (ways.count > 0) visitor.ways?.(ways);
    if (relations.count > 0) visitor.relations?.(relations);
    return kinds;
  }
};

// src/formats/osm-pbf/read-header.ts
var understoodFeatures = ["OsmSchema-V0.6", "DenseNodes", "LocationsOnWays"];
var latestSeconds = 864e10;
function readHeader(block) {
  const cursor = new Cursor(block);
  const requiredFeatures = [];
  const optionalFeatures = [];
  let bounds = null;
  let timestamp = null;
  let writingProgram = null;
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 10) bounds = readBounds(cursor);
    else if (key === 34) requiredFeatures.push(readText(cursor));
    else if (key === 42) optionalFeatures.push(readText(cursor));
    else if (key === 130) writingProgram = readText(cursor);
    else if (key === 256) timestamp = isoSeconds(cursor.int());
    else cursor.skip(key);
  }
  timestamp ??= optionalFeatures.find((feature) => /^timestamp=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(feature))?.slice(10) ?? null;
  return { requiredFeatures, optionalFeatures, sorted: optionalFeatures.includes("Sort.Type_then_ID"), bounds, timestamp, writingProgram };
}
var isoSeconds = (seconds) => seconds > 0 && seconds < latestSeconds ? new Date(seconds * 1e3).toISOString().replace(".000Z", "Z") : null;
function readText(cursor) {
  const end = cursor.length();
  const text = new TextDecoder().decode(cursor.bytes.subarray(cursor.at, end));
  cursor.at = end;
  return text;
}
function readBounds(cursor) {
  const { end: headerEnd } = cursor;
  cursor.end = cursor.length();
  const bounds = { west: 0, south: 0, east: 0, north: 0 };
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 8) bounds.west = cursor.sint() / 1e9;
    else if (key === 16) bounds.east = cursor.sint() / 1e9;
    else if (key === 24) bounds.north = cursor.sint() / 1e9;
    else if (key === 32) bounds.south = cursor.sint() / 1e9;
    else cursor.skipUnknown(key, 4);
  }
  cursor.end = headerEnd;
  return bounds;
}

// src/formats/osm-pbf/unpack-blob.ts
import { inflateSync } from "node:zlib";

// src/formats/osm-pbf/decode-lz4.ts
function decodeLz4(packed, out) {
  const end = packed.length;
  let p = 0;
  let n = 0;
  while (p < end) {
    const token = packed[p++];
    let literals = token >>> 4;
    if (literals === 15) {
      let byte;
      do {
        byte = packed[p++];
        literals += byte;
      } while (byte === 255 && p < end);
    }
    if (!(p + literals <= end)) throw new DamagedBlock("its LZ4 data ends too early");
    if (n + literals > out.length) throw new DamagedBlock("its LZ4 data is longer than it says");
    if (literals > 32) out.set(packed.subarray(p, p + literals), n);
    else for (let i = 0; i < literals; i++) out[n + i] = packed[p + i];
    p += literals;
    n += literals;
    if (p === end) break;
    const offset = packed[p] | packed[p + 1] << 8;
    p += 2;
    let match = (token & 15) + 4;
    if (match === 19) {
      let byte;
      do {
        byte = packed[p++];
        match += byte;
      } while (byte === 255 && p < end);
    }
    if (!(p <= end) || Number.isNaN(match)) throw new DamagedBlock("its LZ4 data ends too early");
    if (offset === 0 || offset > n) throw new DamagedBlock("its LZ4 data points before its beginning");
    if (n + match > out.length) throw new DamagedBlock("its LZ4 data is longer than it says");
    if (match > 32 && offset >= match) out.copyWithin(n, n - offset, n - offset + match);
    else for (let i = 0; i < match; i++) out[n + i] = out[n - offset + i];
    n += match;
  }
  if (n !== out.length) throw new DamagedBlock("its LZ4 data is shorter than it says");
}

// src/formats/osm-pbf/unpack-blob.ts
var otherPackings = { 4: "lzma", 5: "bzip2", 7: "zstd" };
var UnknownPacking = class extends Error {
  packing;
  constructor(packing) {
    super(packing);
    this.packing = packing;
  }
};
var lz4Buffer = new Uint8Array(0);
function unpackBlob(blob) {
  const cursor = new Cursor(blob);
  let rawSize = -1;
  let method = 0;
  let data = null;
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    const number = key >>> 3;
    if (key === 16) rawSize = cursor.uint();
    else if (key === 10 || key === 26 || key === 50) {
      if (data !== null) throw new DamagedBlock("a blob has two contents");
      const end = cursor.length();
      data = blob.subarray(cursor.at, end);
      method = number;
      cursor.at = end;
    } else if ((key & 7) === 2 && otherPackings[number] !== void 0) throw new UnknownPacking(otherPackings[number]);
    else cursor.skipUnknown(key, 7);
  }
  if (data === null) throw new DamagedBlock("a blob has no content");
  if (method === 1) return data;
  if (rawSize < 0) throw new DamagedBlock("a blob does not say how large it is unpacked");
  if (rawSize > osmPbfLimits.blockBytes) throw new DamagedBlock(`a blob says that it has ${rawSize} bytes unpacked`, true);
  return method === 3 ? inflate(data, rawSize) : unpackLz4(data, rawSize);
}
function inflate(data, rawSize) {
  let block;
  try {
    block = inflateSync(data, { chunkSize: Math.max(64, rawSize + 1), maxOutputLength: Math.max(1, rawSize) });
  } catch (error) {
    throw new DamagedBlock(`its zlib data cannot be unpacked to ${rawSize} bytes (${error instanceof Error ? error.message : "unknown"})`);
  }
  if (block.length !== rawSize) throw new DamagedBlock(`its zlib data has ${block.length} bytes, not the ${rawSize} that it says`);
  return block;
}
function unpackLz4(data, rawSize) {
  if (lz4Buffer.length < rawSize) lz4Buffer = new Uint8Array(rawSize);
  const block = lz4Buffer.subarray(0, rawSize);
  decodeLz4(data, block);
  return block;
}

// src/formats/osm-pbf/open-osm-pbf.ts
function openOsmPbf(source) {
  const blobs = indexBlobs(source);
  const decoder = new BlockDecoder();
  const kinds = new Uint8Array(blobs.count);
  let input = new Uint8Array(0);
  let unpackedBytes = 0;
  const unpack = (blob) => {
    const offset = blobs.offset[blob];
    const size = blobs.size[blob];
    if (input.length < size) input = new Uint8Array(Math.min(2 * size, osmPbfLimits.blobBytes));
    const bytes = source.read(offset, size, input);
    if (bytes.length < size) throw new DamagedBlock("the file became shorter while it was read");
    const block = unpackBlob(bytes);
    unpackedBytes += block.length;
    return block;
  };
  const inBlob = (blob, work) => {
    try {
      return work();
    } catch (error) {
      const offset = blobs.offset[blob];
      if (error instanceof UnknownPacking) {
        const { packing } = error;
        const message = `${source.name}: the blob at byte ${offset} is packed with ${packing}. Write the file anew with zlib: osmium cat -o new.osm.pbf`;
        throw new FormatError("osm_pbf_packing", message, offset, { packing });
      }
      throw asFormatError(error, source, offset);
    }
  };
  const kindsOf = (blob) => kinds[blob] ||= inBlob(blob, () => decoder.decode(unpack(blob), {}));
  const header = inBlob(0, () => readHeader(unpack(0)));
  for (const feature of header.requiredFeatures) {
    if (understoodFeatures.includes(feature)) continue;
    const message = `${source.name}: the file needs the feature "${feature}", which this reader does not have.`;
    throw new FormatError("osm_pbf_feature", message, 0, { feature });
  }
  const dataBlobs = [];
  for (let blob = 1; blob < blobs.count; blob++) if (blobs.isData[blob] === 1) dataBlobs.push(blob);
  let borders = null;
  return {
    header,
    blobs,
    read(visitor, range = { from: 0, to: blobs.count }) {
      const wanted = (visitor.nodes ? kindBits.nodes : 0) | (visitor.ways ? kindBits.ways : 0) | (visitor.relations ? kindBits.relations : 0);
      const all = kindBits.nodes | kindBits.ways | kindBits.relations;
      if (header.sorted && wanted !== all) borders ??= findBorders(dataBlobs, kindsOf);
      unpackedBytes = 0;
      const unpackedLimit = Math.max(osmPbfLimits.freeBytes, osmPbfLimits.expansion * source.size);
      for (let i = 0; i < dataBlobs.length; i++) {
        const blob = dataBlobs[i];
        if (blob < range.from || blob >= range.to) continue;
        const mayHold = kinds[blob] || (borders === null ? all : kindsBetween(i, borders));
        if ((mayHold & wanted) === 0) continue;
        const found = inBlob(blob, () => {
          const block = unpack(blob);
          if (unpackedBytes > unpackedLimit) throw new DamagedBlock(`its blobs have more than ${unpackedLimit} bytes unpacked`, true);
          return decoder.decode(block, visitor);
        });
        if ((found & ~mayHold) !== 0) {
          const offset = blobs.offset[blob];
          const message = `${source.name}: the file says that it is sorted but is not (byte ${offset}). Sort it: osmium sort -o sorted.osm.pbf`;
          throw new FormatError("osm_pbf_not_sorted", message, offset);
        }
        kinds[blob] = found;
      }
    }
  };
}
var kindsBetween = (i, { ways, relations }) => (i <= ways ? kindBits.nodes : 0) | (i >= ways - 1 && i <= relations ? kindBits.ways : 0) | (i >= relations - 1 ? kindBits.relations : 0);
function findBorders(dataBlobs, kindsOf) {
  const firstWith = (kinds) => {
    let low = 0;
    let high = dataBlobs.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if ((kindsOf(dataBlobs[middle]) & kinds) !== 0) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { ways: firstWith(kindBits.ways | kindBits.relations), relations: firstWith(kindBits.relations) };
}

// src/formats/osm-pbf/read-osm-pbf.ts
function readOsmPbf(source, visitor) {
  const file = openOsmPbf(source);
  const summary = { header: file.header, blobs: file.blobs.count, nodes: 0, ways: 0, relations: 0 };
  const counting = {};
  const { nodes, ways, relations } = visitor;
  if (nodes)
    counting.nodes = (block) => {
      summary.nodes += block.count;
      nodes.call(visitor, block);
    };
  if (ways)
    counting.ways = (block) => {
      summary.ways += block.count;
      ways.call(visitor, block);
    };
  if (relations)
    counting.relations = (block) => {
      summary.relations += block.count;
      relations.call(visitor, block);
    };
  file.read(counting);
  return summary;
}
export {
  FormatError,
  bytesInMemory,
  indexBlobs,
  memberTypes,
  noCoordinate,
  openBytes,
  openOsmPbf,
  osmPbfLimits,
  readOsmPbf
};
//# sourceMappingURL=osm-pbf.js.map
