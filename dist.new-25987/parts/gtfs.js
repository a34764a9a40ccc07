// src/books/indicators/sdg-11/transit/reference-week.ts
var weekdayOf = (day) => ((day + 3) % 7 + 7) % 7;
var isoDay = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
function referenceWeek(feed, near = null) {
  const { services } = feed;
  const runs = runsOfServices(feed);
  const daysAway = daysFrom(near);
  const [first, last] = span(services);
  if (last < first) return null;
  const firstMonday = first - weekdayOf(first);
  const days = (Math.floor((last - firstMonday) / 7) + 1) * 7;
  const tripsOn = tripsByDay(services, runs, firstMonday, days);
  let best = null;
  let most = 0;
  for (let day = 0; day < days; day += 7) {
    let trips = 0;
    for (let weekday = 0; weekday < 7; weekday++) trips += tripsOn[day + weekday] ?? 0;
    if (trips === 0 || trips < most) continue;
    const monday2 = firstMonday + day;
    if (best === null || trips > most || daysAway(monday2) <= daysAway(best.monday)) best = { monday: monday2 };
    most = trips;
  }
  return best;
}
function daysFrom(near) {
  if (near === null) return () => 0;
  const day = /^\d{4}-\d\d-\d\d$/.test(near) ? Date.parse(`${near}T00:00:00Z`) / 864e5 : NaN;
  if (Number.isNaN(day) || isoDay(day) !== near) throw new RangeError(`"${near}" is not a day; write it as 2023-02-21.`);
  return (monday2) => Math.max(monday2 - day, day - (monday2 + 6), 0);
}
function servicesOn({ count, weekdays: weekdays2, from, to, exceptions }, day) {
  const runs = new Uint8Array(count);
  const bit = 1 << weekdayOf(day);
  for (let service = 0; service < count; service++)
    if (((weekdays2[service] ?? 0) & bit) !== 0 && day >= (from[service] ?? 0) && day <= (to[service] ?? 0)) runs[service] = 1;
  for (let i = 0; i < exceptions.count; i++) if (exceptions.day[i] === day) runs[exceptions.service[i] ?? 0] = exceptions.added[i] ?? 0;
  return runs;
}
function runsOfServices({ trips, services, frequencies }) {
  const runsOfTrip = new Float64Array(trips.count).fill(1);
  const { trip, from, until, headwaySeconds } = frequencies;
  for (let i = 0; i < frequencies.count; i++) {
    const own = trip[i] ?? 0;
    const isFirst = i === 0 || trip[i - 1] !== own;
    const runs2 = Math.ceil(((until[i] ?? 0) - (from[i] ?? 0)) / (headwaySeconds[i] ?? 1));
    runsOfTrip[own] = (isFirst ? 0 : runsOfTrip[own] ?? 0) + runs2;
  }
  const runs = new Float64Array(services.count);
  for (let i = 0; i < trips.count; i++) {
    const service = trips.service[i] ?? -1;
    if (service >= 0) runs[service] = (runs[service] ?? 0) + (runsOfTrip[i] ?? 0);
  }
  return runs;
}
function span({ count, weekdays: weekdays2, from, to, exceptions }) {
  let first = Infinity;
  let last = -Infinity;
  for (let service = 0; service < count; service++) {
    if ((to[service] ?? 0) < (from[service] ?? 0) || weekdays2[service] === 0) continue;
    first = Math.min(first, from[service] ?? 0);
    last = Math.max(last, to[service] ?? 0);
  }
  for (let i = 0; i < exceptions.count; i++) {
    if (exceptions.added[i] !== 1) continue;
    first = Math.min(first, exceptions.day[i] ?? 0);
    last = Math.max(last, exceptions.day[i] ?? 0);
  }
  return [first, last];
}
function tripsByDay(services, runs, firstMonday, days) {
  const { count, weekdays: weekdays2, from, to, exceptions } = services;
  const trips = new Float64Array(days + 7);
  for (let service = 0; service < count; service++) {
    const begin = (from[service] ?? 0) - firstMonday;
    const end = (to[service] ?? 0) - firstMonday;
    for (let weekday = 0; weekday < 7; weekday++) {
      if (((weekdays2[service] ?? 0) & 1 << weekday) === 0) continue;
      const firstDay = begin + (weekday - begin % 7 + 7) % 7;
      const dayAfter = end + 1 + (weekday - (end + 1) % 7 + 7) % 7;
      if (firstDay >= dayAfter) continue;
      trips[firstDay] = (trips[firstDay] ?? 0) + (runs[service] ?? 0);
      trips[dayAfter] = (trips[dayAfter] ?? 0) - (runs[service] ?? 0);
    }
  }
  for (let day = 7; day < days; day++) trips[day] = (trips[day] ?? 0) + (trips[day - 7] ?? 0);
  for (let i = 0; i < exceptions.count; i++) {
    const service = exceptions.service[i] ?? 0;
    const day = exceptions.day[i] ?? 0;
    if (day < firstMonday || day >= firstMonday + days) continue;
    const usual = (weekdays2[service] ?? 0) >> weekdayOf(day) & 1 && day >= (from[service] ?? 0) && day <= (to[service] ?? 0) ? 1 : 0;
    const place = day - firstMonday;
    trips[place] = (trips[place] ?? 0) + ((exceptions.added[i] ?? 0) - usual) * (runs[service] ?? 0);
  }
  return trips;
}

// src/books/indicators/sdg-11/transit/departures.ts
var daySeconds = 86400;
var daysOfService = 5;
var daysOf = { weekdays: [0, 1, 2, 3, 4], wednesday: [2], saturday: [5], sunday: [6], week: [0, 1, 2, 3, 4, 5, 6] };
function windowSpan({ days, from, to }) {
  const [begin, end] = [secondsOf(from), secondsOf(to)];
  if (begin >= end || end > daySeconds) throw new RangeError(`A window from ${from} to ${to} does not lie within one day.`);
  return { from: begin, to: end, days: daysOf[days] };
}
function secondsOf(time) {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  if (hours === void 0 || Number(minutes) > 59) throw new RangeError(`"${time}" is not a time; write it as 07:00.`);
  return Number(hours) * 3600 + Number(minutes) * 60;
}
function departures(feed, direction, week, window) {
  const { stops, trips, stopTimes, services } = feed;
  const weights = serviceWeights(feed, week, window);
  const frequencyStart = frequencyRanges(feed);
  const counted = new Float64Array(stops.count * 2);
  const { stop, departure, noPickup, start } = stopTimes;
  for (let trip = 0; trip < trips.count; trip++) {
    const service = trips.service[trip];
    if (service < 0 || trips.route[trip] < 0 || weights[daysOfService * services.count + service] === 0) continue;
    const first = start[trip];
    const last = start[trip + 1] - 1;
    const runs = frequencyStart[trip + 1] > frequencyStart[trip];
    const begin = runs ? firstDeparture(departure, first, last) : 0;
    for (let i = first; i < last; i++) {
      const time = departure[i];
      if (time < 0 || noPickup[i] === 1) continue;
      const place = stop[i] * 2 + direction[trip];
      if (runs) counted[place] += runsWithin(feed, trip, frequencyStart, time - begin, weights, service, window);
      else {
        const later = Math.floor(time / daySeconds);
        const clock = time - later * daySeconds;
        if (clock >= window.from && clock < window.to) counted[place] += weights[later * services.count + service];
      }
    }
  }
  return counted;
}
function serviceWeights({ services }, week, window) {
  const { count } = services;
  const weights = new Uint8Array((daysOfService + 1) * count);
  const active = /* @__PURE__ */ new Map();
  for (const day of window.days) {
    for (let later = 0; later < daysOfService; later++) {
      const serviceDay = week.monday + day - later;
      const runs = active.get(serviceDay) ?? servicesOn(services, serviceDay);
      active.set(serviceDay, runs);
      for (let service = 0; service < count; service++) {
        weights[later * count + service] += runs[service];
        weights[daysOfService * count + service] |= runs[service];
      }
    }
  }
  return weights;
}
function frequencyRanges({ trips, frequencies }) {
  const start = new Uint32Array(trips.count + 1);
  for (let i = 0; i < frequencies.count; i++) start[frequencies.trip[i] + 1]++;
  for (let trip = 0; trip < trips.count; trip++) start[trip + 1] += start[trip];
  return start;
}
function firstDeparture(departure, first, last) {
  for (let i = first; i <= last; i++) if (departure[i] >= 0) return departure[i];
  return 0;
}
function runsWithin({ frequencies, services }, trip, ranges, underWay, weights, service, window) {
  let runs = 0;
  for (let i = ranges[trip]; i < ranges[trip + 1]; i++) {
    const from = frequencies.from[i];
    const until = frequencies.until[i];
    const headway2 = frequencies.headwaySeconds[i];
    for (let later = 0; later < daysOfService; later++) {
      const shift = later * daySeconds - underWay;
      const begin = Math.max(from, window.from + shift);
      const end = Math.min(until, window.to + shift);
      if (end > begin)
        runs += (Math.ceil((end - from) / headway2) - Math.ceil((begin - from) / headway2)) * weights[later * services.count + service];
    }
  }
  return runs;
}

// src/books/indicators/sdg-11/transit/route-capacity.ts
var [low, high, none] = [1, 2, 0];
function routeCapacity(routeType) {
  if (routeType < 100) return routeType === 1 || routeType === 2 || routeType === 4 || routeType === 12 ? high : low;
  const family = Math.floor(routeType / 100);
  if ([1, 3, 4, 5, 6, 10, 12].includes(family)) return high;
  return family === 11 || family === 15 || family === 16 ? none : low;
}

// src/books/indicators/sdg-11/transit/transit-stops.ts
var serviceWindows = {
  /** Global Healthy and Sustainable City Indicators. */
  ghsci: { days: "weekdays", from: "07:00", to: "19:00" },
  /** ITDP, People Near Frequent Transit. */
  itdp: { days: "weekdays", from: "07:00", to: "21:00" },
  /** Office for National Statistics of the United Kingdom. */
  ons: { days: "wednesday", from: "06:00", to: "20:00" }
};

// src/books/indicators/sdg-11/transit/trip-directions.ts
function tripDirections({ stops, routes, trips, stopTimes }) {
  const direction = trips.direction.slice();
  const { start, stop } = stopTimes;
  const length = (trip) => (start[trip + 1] ?? 0) - (start[trip] ?? 0);
  const stationOf = (i) => {
    const own = stop[i] ?? 0;
    const parent = stops.parent[own] ?? -1;
    return parent < 0 ? own : parent;
  };
  const longest = new Int32Array(routes.count).fill(-1);
  const unsaid = [];
  for (let trip = 0; trip < trips.count; trip++) {
    if (direction[trip] !== 2) continue;
    const route2 = trips.route[trip] ?? -1;
    direction[trip] = 0;
    if (route2 < 0) continue;
    unsaid.push(trip);
    const other = longest[route2] ?? -1;
    if (other < 0 || length(trip) > length(other)) longest[route2] = trip;
  }
  unsaid.sort((a, b) => (trips.route[a] ?? 0) - (trips.route[b] ?? 0) || a - b);
  const place = new Int32Array(stops.count);
  let route = -1;
  for (const trip of unsaid) {
    if (trips.route[trip] !== route) {
      route = trips.route[trip] ?? 0;
      const model = longest[route] ?? 0;
      place.fill(0);
      for (let i = start[model] ?? 0; i < (start[model + 1] ?? 0); i++) place[stationOf(i)] = i - (start[model] ?? 0) + 1;
    }
    let before = 0;
    let forwards = 0;
    for (let i = start[trip] ?? 0; i < (start[trip + 1] ?? 0); i++) {
      const here = place[stationOf(i)] ?? 0;
      if (here > 0 && before > 0) forwards += Math.sign(here - before);
      if (here > 0) before = here;
    }
    direction[trip] = forwards < 0 ? 1 : 0;
  }
  return direction;
}

// src/books/indicators/sdg-11/transit/transit-service.ts
function transitStopsOf(feeds, windows = {}, near = null) {
  const all = "stopTimes" in feeds ? [feeds] : feeds;
  const asked = Object.entries({ ...serviceWindows, ...windows });
  const parts = all.map((feed) => ({ feed, service: serviceOf(feed, asked, near) }));
  const column = (value) => parts.flatMap(({ feed, service }, number) => service.places.map((place) => value(feed, place, number)));
  const id6 = column((feed, place, number) => (all.length === 1 ? "" : `${number + 1}:`) + (feed.stops.id[place] ?? ""));
  const joined = (name2) => Float64Array.from(parts.flatMap(({ service }) => [...service.headwayMinutes.get(name2) ?? []]));
  const headwayMinutes = Object.fromEntries(asked.map(([name2]) => [name2, joined(name2)]));
  return {
    stops: {
      count: id6.length,
      id: id6,
      name: column((feed, place) => feed.stops.name[place] ?? ""),
      lon: Float64Array.from(column((feed, place) => locationOf(feed, place)[0])),
      lat: Float64Array.from(column((feed, place) => locationOf(feed, place)[1])),
      capacity: Uint8Array.from(parts.flatMap(({ service }) => [...service.capacity])),
      headwayMinutes: Object.fromEntries(Object.keys(serviceWindows).map((name2) => [name2, headwayMinutes[name2] ?? new Float64Array()]))
    },
    daysServed: Uint8Array.from(parts.flatMap(({ service }) => [...service.daysServed])),
    headwayMinutes,
    referenceWeeks: parts.map(({ feed, service: { week } }) => ({
      feed: feed.name,
      from: week === null ? null : isoDay(week.monday),
      to: week === null ? null : isoDay(week.monday + 6)
    }))
  };
}
function serviceOf(feed, windows, near) {
  const week = referenceWeek(feed, near);
  if (week === null) return { places: [], capacity: new Uint8Array(), daysServed: new Uint8Array(), headwayMinutes: /* @__PURE__ */ new Map(), week };
  const { capacity, days } = calls(feed, week);
  const entrances = entrancesOf(feed);
  const placesOf = (stop) => entrances.get(feed.stops.parent[stop] ?? -1) ?? (Number.isNaN(locationOf(feed, stop)[0]) ? [] : [stop]);
  const rowOf = /* @__PURE__ */ new Map();
  const members = [];
  for (let stop = 0; stop < feed.stops.count; stop++) {
    if (capacity[stop] === 0) continue;
    for (const place of placesOf(stop)) {
      const row = rowOf.get(place) ?? members.push([]) - 1;
      rowOf.set(place, row);
      members[row]?.push(stop);
    }
  }
  const joined = (values) => Uint8Array.from(members, (stops) => stops.reduce((bits, stop) => bits | (values[stop] ?? 0), 0));
  const direction = tripDirections(feed);
  return {
    places: [...rowOf.keys()],
    capacity: joined(capacity),
    daysServed: joined(days).map(bitCount),
    headwayMinutes: new Map(windows.map(([name2, window]) => [name2, headways(feed, direction, week, window, members)])),
    week
  };
}
function headways(feed, direction, week, window, members) {
  const span2 = windowSpan(window);
  const minutes = (span2.to - span2.from) / 60 * span2.days.length;
  const counted = departures(feed, direction, week, span2);
  const inDirection = (stops, way) => stops.reduce((sum, stop) => sum + (counted[stop * 2 + way] ?? 0), 0);
  return Float64Array.from(members, (stops) => minutes / Math.max(inDirection(stops, 0), inDirection(stops, 1)));
}
function calls({ stops, routes, trips, stopTimes, services }, week) {
  const daysOfService2 = new Uint8Array(services.count);
  for (let day = 0; day < 7; day++)
    servicesOn(services, week.monday + day).forEach(
      (runs, service) => daysOfService2[service] = (daysOfService2[service] ?? 0) | runs << day
    );
  const capacity = new Uint8Array(stops.count);
  const days = new Uint8Array(stops.count);
  const capacityOfRoute = Uint8Array.from(routes.type, routeCapacity);
  for (let trip = 0; trip < trips.count; trip++) {
    const tripDays = daysOfService2[trips.service[trip] ?? -1] ?? 0;
    const tripCapacity = capacityOfRoute[trips.route[trip] ?? -1] ?? 0;
    if (tripDays === 0 || tripCapacity === 0) continue;
    const [from, to] = [stopTimes.start[trip], stopTimes.start[trip + 1]];
    if (to - from < 2) continue;
    for (let i = from; i < to; i++) {
      const stop = stopTimes.stop[i];
      capacity[stop] |= tripCapacity;
      days[stop] |= tripDays;
    }
  }
  return { capacity, days };
}
function entrancesOf({ stops }) {
  const entrances = /* @__PURE__ */ new Map();
  for (let stop = 0; stop < stops.count; stop++) {
    const station = stops.parent[stop] ?? -1;
    if (stops.locationType[stop] !== 2 || station < 0 || Number.isNaN(stops.lon[stop])) continue;
    entrances.set(station, [...entrances.get(station) ?? [], stop]);
  }
  return entrances;
}
function locationOf({ stops }, stop) {
  const own = Number.isNaN(stops.lon[stop] ?? NaN) ? stops.parent[stop] ?? -1 : stop;
  return [stops.lon[own] ?? NaN, stops.lat[own] ?? NaN];
}
var bitCount = (bits) => [...bits.toString(2)].filter((bit) => bit === "1").length;

// src/formats/byte-source.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
function openBytes(path, name2 = path) {
  const file2 = openSync(path, "r");
  const size = fstatSync(file2).size;
  return {
    name: name2,
    size,
    read(offset, length, into) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const buffer = into !== void 0 && into.length >= wanted ? into : new Uint8Array(wanted);
      let done = 0;
      while (done < wanted) {
        const count = readSync(file2, buffer, done, wanted - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return buffer.subarray(0, done);
    },
    close: () => closeSync(file2)
  };
}
var bytesInMemory = (name2, bytes) => ({
  name: name2,
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

// src/formats/gtfs/gtfs-files.ts
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

// src/formats/zip/central-directory.ts
var [endSignature, end64Signature, locatorSignature, recordSignature] = [101010256, 101075792, 117853008, 33639248];
var endLength = 22;
var longestComment = 65535;
var utf8 = new TextDecoder("utf-8");
function readCentralDirectory(source, limits) {
  const { entries, size, offset, before } = findEnd(source);
  if (entries > limits.entries || size > limits.directoryBytes)
    throw new FormatError("zip_too_many_entries", `${source.name}: ${entries} entries; ${limits.entries} at most.`, null, {
      file: source.name,
      entries,
      limit: limits.entries
    });
  const bytes = source.read(before + offset, size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records = [];
  let at = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== recordSignature) throw damaged(source, before + offset + at);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged(source, before + offset + at);
    const record = {
      path: utf8.decode(bytes.subarray(at + 46, nameEnd)).replaceAll("\\", "/"),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      ...wideSizes(view, at, nameEnd, extraEnd)
    };
    record.offset += before;
    if (record.offset + 30 + record.packedSize > before + offset) throw damaged(source, before + offset + at);
    records.push(record);
    at = next;
  }
  return records;
}
function wideSizes(view, at, extra, extraEnd) {
  const sizes = { packedSize: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) };
  for (let field = extra; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    const fieldEnd = Math.min(extraEnd, field + 4 + view.getUint16(field + 2, true));
    let value = field + 4;
    for (const name2 of ["size", "packedSize", "offset"]) {
      if (sizes[name2] !== 4294967295 || value + 8 > fieldEnd) continue;
      sizes[name2] = wide(view, value);
      value += 8;
    }
  }
  return sizes;
}
var wide = (view, at) => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
function findEnd(source) {
  const start = Math.max(0, source.size - endLength - longestComment);
  const tail = source.read(start, source.size - start);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const short = { entries: view.getUint16(at + 10, true), size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) };
    const found = isFull(short) ? findEnd64(source, start + at) : { ...short, before: start + at - short.size - short.offset };
    if (found !== null && found.before >= 0) return found;
  }
  throw new FormatError("zip_not_an_archive", `${source.name} is not a zip archive, or its end is missing; download it again.`, null, {
    file: source.name
  });
}
var isFull = (end) => end.entries === 65535 || end.size === 4294967295 || end.offset === 4294967295;
function findEnd64(source, end) {
  const locator = source.read(Math.max(0, end - 20), 20);
  const locatorView = new DataView(locator.buffer, locator.byteOffset, locator.byteLength);
  if (locator.length < 20 || locatorView.getUint32(0, true) !== locatorSignature) return null;
  for (const at of [wide(locatorView, 8), end - 20 - 56]) {
    if (at < 0 || at + 56 > end) continue;
    const record = source.read(at, 56);
    const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
    if (view.getUint32(0, true) !== end64Signature) continue;
    const [entries, size, offset] = [wide(view, 32), wide(view, 40), wide(view, 48)];
    return { entries, size, offset, before: at - size - offset };
  }
  return null;
}
var damaged = (source, offset) => new FormatError("zip_damaged", `${source.name}: the list of entries is damaged at byte ${offset}; download the archive again.`, offset, {
  file: source.name,
  offset
});

// src/formats/zip/unpack.ts
import { crc32, createInflateRaw } from "node:zlib";
var localSignature = 67324752;
var chunkBytes = 2 ** 18;
async function* unpack(source, record) {
  let size = 0;
  let sum = 0;
  for await (const chunk of rawChunks(source, record)) {
    size += chunk.length;
    if (size > record.size) break;
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== record.size || sum !== record.crc32) throw damaged2(source, record);
}
async function* rawChunks(source, record) {
  const start = dataStart(source, record);
  if (record.method === 0) {
    for (let at = 0; at < record.packedSize; at += chunkBytes) yield source.read(start + at, Math.min(chunkBytes, record.packedSize - at));
    return;
  }
  const inflate = createInflateRaw({ chunkSize: chunkBytes });
  inflate.end(source.read(start, record.packedSize));
  try {
    for await (const chunk of inflate) yield chunk;
  } catch (cause) {
    throw Object.assign(damaged2(source, record), { cause });
  }
}
function dataStart(source, record) {
  const about = { file: source.name, entry: record.path };
  const where = `${source.name}, ${record.path}`;
  if (record.encrypted)
    throw new FormatError("zip_encrypted", `${where} is encrypted; ask for the archive without a password.`, record.offset, about);
  if (record.method !== 0 && record.method !== 8)
    throw new FormatError("zip_method_unknown", `${where} is packed with method ${record.method}; pack it with deflate.`, record.offset, {
      ...about,
      method: record.method
    });
  const header = source.read(record.offset, 30);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < 30 || view.getUint32(0, true) !== localSignature) throw damaged2(source, record);
  return record.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}
var damaged2 = (source, record) => new FormatError(
  "zip_entry_damaged",
  `${source.name}, ${record.path} (at byte ${record.offset}) is damaged: it does not unpack to what the archive says. Download it again.`,
  record.offset,
  { file: source.name, entry: record.path, offset: record.offset }
);

// src/formats/zip/open-zip.ts
var zipLimits = {
  entries: 1e4,
  directoryBytes: 16 * 2 ** 20,
  packedBytes: 512 * 2 ** 20,
  unpackedBytes: 8 * 2 ** 30,
  ratio: 200
};
function openZip(source, limits = zipLimits) {
  const records = readCentralDirectory(source, limits);
  checkLimits(source.name, records, limits);
  return {
    name: source.name,
    entries: records.filter((record) => !record.path.endsWith("/")).map((record) => ({ path: record.path, size: record.size, chunks: () => unpack(source, record) }))
  };
}
function checkLimits(file2, records, limits) {
  const refuse = (code, record, what, details) => {
    throw new FormatError(code, `${file2}, ${record.path}: ${what}`, record.offset, { file: file2, entry: record.path, ...details });
  };
  let total = 0;
  let end = 0;
  for (const record of records.toSorted((a, b) => a.offset - b.offset)) {
    total += record.size;
    if (record.offset < end)
      refuse("zip_entries_overlap", record, "shares bytes with the entry before it; pack the archive again.", { offset: record.offset });
    end = record.offset + 30 + record.packedSize;
    if (record.packedSize > limits.packedBytes || total > limits.unpackedBytes)
      refuse("zip_too_large", record, `the archive unpacks to more than ${limits.unpackedBytes} bytes; cut it to the city.`, {
        limit: limits.unpackedBytes
      });
    if (record.size > 2 ** 20 && record.size > limits.ratio * record.packedSize)
      refuse("zip_ratio_too_high", record, `${record.packedSize} bytes claim to unpack to ${record.size}; that is not a timetable.`, {
        packed: record.packedSize,
        size: record.size
      });
  }
}

// src/formats/gtfs/gtfs-files.ts
var chunkBytes2 = 2 ** 18;
function gtfsFolder(path) {
  const names = readdirSync(path).filter((name2) => name2.endsWith(".txt") && lstatSync(join(path, name2)).isFile());
  return new Map(names.map((name2) => [name2, openBytes(join(path, name2), name2)]));
}
function gtfsFiles(source, name2) {
  if (!("read" in source)) return { name: name2, tables: new Map([...source].map(([table, bytes]) => [table, tableOfBytes(bytes)])) };
  const { entries } = openZip(source);
  const home = entries.filter(({ path }) => path.split("/").at(-1) === "stops.txt" && !path.startsWith("__MACOSX/")).map(({ path }) => path.slice(0, -"stops.txt".length)).toSorted((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))[0];
  const tables = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const table = entry.path.slice((home ?? "").length);
    if (!entry.path.startsWith(home ?? "") || table.includes("/")) continue;
    if (tables.has(table))
      throw new FormatError("gtfs_file_twice", `${name2}: ${entry.path} is in the archive twice; keep one.`, null, {
        file: name2,
        entry: entry.path
      });
    tables.set(table, entry);
  }
  return { name: name2, tables };
}
var tableOfBytes = (bytes) => ({
  path: bytes.name,
  size: bytes.size,
  *chunks() {
    for (let at = 0; at < bytes.size; at += chunkBytes2) yield bytes.read(at, chunkBytes2);
  }
});

// src/formats/gtfs/note-unused.ts
function noteUnused({ stops, trips, stopTimes }, stopLines, tripLines, book) {
  const isServed = new Uint8Array(stops.count);
  for (let i = 0; i < stopTimes.count; i++) isServed[stopTimes.stop[i]] = 1;
  for (let stop = 0; stop < stops.count; stop++) {
    const isStop = stops.locationType[stop] === 0;
    if (isStop === (isServed[stop] === 1)) continue;
    if (!isStop && isServed[stop] === 0) continue;
    book.add(isStop ? "gtfs_stop_without_stop_time" : "gtfs_location_with_unexpected_stop_time", isStop ? "info" : "error", () => ({
      file: "stops.txt",
      line: stopLines[stop] ?? null,
      column: "stop_id",
      value: stops.id[stop] ?? null
    }));
  }
  for (let trip = 0; trip < trips.count; trip++) {
    const calls2 = stopTimes.start[trip + 1] - stopTimes.start[trip];
    if (calls2 >= 2) continue;
    book.add(calls2 === 0 ? "gtfs_unused_trip" : "gtfs_unusable_trip", "warning", () => ({
      file: "trips.txt",
      line: tripLines[trip] ?? null,
      column: "trip_id",
      value: trips.id[trip] ?? null
    }));
  }
}

// src/books/notice.ts
function notice(code, severity, about = {}) {
  return { code, severity, file: null, line: null, column: null, value: null, details: {}, ...about };
}
var keptNoticesPerCode = 1e3;

// src/formats/gtfs/notice-book.ts
function noticeBook() {
  const notices = [];
  const counts = {};
  return {
    notices,
    counts,
    add(code, severity, about) {
      const count = counts[code] = (counts[code] ?? 0) + 1;
      if (count <= keptNoticesPerCode) notices.push(notice(code, severity, about()));
    }
  };
}

// src/formats/gtfs/cell-values.ts
var blank = -1;
var unreadable = -2;
var [colon, dot, zero] = [58, 46, 48];
function secondsOf2(bytes, start, end) {
  const length = end - start;
  if (length === 0) return blank;
  if (length === 8) return clockOf(bytes, start);
  return length === 7 ? hourClockOf(bytes, start) : unreadable;
}
function clockOf(bytes, at) {
  const tens = bytes[at] - zero;
  const ones = bytes[at + 1] - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? withMinutes(bytes, at + 2, tens * 10 + ones) : unreadable;
}
function clockAt(words, at) {
  const hours = words.getInt32(at) ^ 808466992;
  const seconds = words.getInt32(at + 4) ^ 809119792;
  if (((hours | hours + 101056522) & 4042326e3) !== 0 || ((seconds | seconds + 100665862) & 4043305200) !== 0) return unreadable;
  const minutes = (hours & 15) * 10 + (seconds >>> 24);
  return ((hours >>> 24) * 10 + (hours >>> 16 & 15)) * 3600 + minutes * 60 + (seconds >>> 8 & 15) * 10 + (seconds & 15);
}
function hourClockOf(bytes, at) {
  const hours = bytes[at] - zero;
  return hours >= 0 && hours <= 9 ? withMinutes(bytes, at + 1, hours) : unreadable;
}
function withMinutes(bytes, at, hours) {
  const minuteTens = bytes[at + 1] - zero;
  const minuteOnes = bytes[at + 2] - zero;
  const secondTens = bytes[at + 4] - zero;
  const secondOnes = bytes[at + 5] - zero;
  const isClock = bytes[at] === colon && bytes[at + 3] === colon && isBelow(minuteTens, 6) && isBelow(minuteOnes, 10) && isBelow(secondTens, 6) && isBelow(secondOnes, 10);
  return isClock ? hours * 3600 + (minuteTens * 10 + minuteOnes) * 60 + secondTens * 10 + secondOnes : unreadable;
}
var isBelow = (value, limit) => value >= 0 && value < limit;
function integerOf(bytes, start, end) {
  if (start === end) return blank;
  if (end - start > 9) return unreadable;
  let value = 0;
  for (let at = start; at < end; at++) {
    const next = bytes[at] - zero;
    if (next < 0 || next > 9) return unreadable;
    value = value * 10 + next;
  }
  return value;
}
function distanceOf(bytes, start, end) {
  if (start === end) return NaN;
  let value = 0;
  let scale = 0;
  if (end - start <= 15) {
    let at = start;
    for (; at < end; at++) {
      const character = bytes[at];
      const next = character - zero;
      if (next >= 0 && next <= 9) {
        value = value * 10 + next;
        scale *= 10;
      } else if (character === dot && scale === 0) scale = 1;
      else break;
    }
    if (at === end) return scale === 0 ? value : value / scale;
  }
  const number = Number(new TextDecoder().decode(bytes.subarray(start, end)));
  return number >= 0 && Number.isFinite(number) ? number : NaN;
}
var noDay = -2147483648;
function dayNumberOf(bytes, start, end) {
  const date2 = end - start === 8 ? integerOf(bytes, start, end) : unreadable;
  const [year, month, day] = [Math.floor(date2 / 1e4), Math.floor(date2 / 100) % 100, date2 % 100];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const monthDays = month === 2 ? isLeap ? 29 : 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (date2 < 0 || month < 1 || month > 12 || day < 1 || day > monthDays) return noDay;
  const [years, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((153 * months + 2) / 5) + day - 1 - 719468;
}

// src/formats/gtfs/new-id.ts
function isNewId(row, column, ids, book) {
  if (row.start[column] === row.end[column]) {
    book.add("gtfs_missing_required_field", "error", () => row.about(column));
    return false;
  }
  const count = ids.count;
  if (ids.add(row.bytes, row.start[column], row.end[column]) === count) return true;
  book.add("gtfs_duplicate_key", "error", () => row.about(column));
  return false;
}
function referredId(row, column, ids, inFile, book) {
  const start = row.start[column];
  const end = row.end[column];
  if (start === end) {
    book.add("gtfs_missing_required_field", "error", () => row.about(column));
    return -1;
  }
  const found = ids.find(row.bytes, start, end);
  if (found < 0) book.add("gtfs_foreign_key_violation", "error", () => ({ ...row.about(column), details: { inFile } }));
  return found;
}

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
  let quote2 = text.indexOf('"');
  while (start < text.length) {
    const newline2 = text.indexOf("\n", start);
    let end = newline2 < 0 ? text.length : newline2;
    if (end - start > limits.rowCharacters) throw new CsvTooLarge(line, limits);
    if (quote2 >= start && quote2 < end) {
      const row = readQuotedRow(text, start, line, separator, limits);
      yield row.row;
      start = row.next;
      line = row.nextLine;
      quote2 = text.indexOf('"', start);
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

// src/formats/gtfs/id-table.ts
var longestProbe = 1e3;
var longestText = 2 ** 28;
var IdTable = class {
  count = 0;
  #file;
  #bytes = new Uint8Array(2 ** 12);
  #words = new DataView(this.#bytes.buffer);
  /** Id `i` is bytes `#start[i]` … `#start[i + 1]`. */
  #start = new Uint32Array(2 ** 8);
  #hash = new Int32Array(2 ** 8);
  /** Number + 1 of the id at each place; 0: free. */
  #places = new Uint32Array(2 ** 10);
  /** @param file is named when ids were chosen to collide */
  constructor(file2) {
    this.#file = file2;
  }
  /** Number of an id; -1: not here. */
  find(bytes, start, end) {
    return this.#places[this.#placeOf(bytes, start, end, hashOf(bytes, start, end))] - 1;
  }
  /** Length of id `index` where it stands from `at` on, whatever comes after; 0 where another does. */
  lengthIfAt(index, words, at) {
    const start = this.#start[index];
    const length = this.#start[index + 1] - start;
    return areSame(words, at, this.#words, start, length) ? length : 0;
  }
  /** Number of an id, which is added when it is not here; compare with `count` before to know. */
  add(bytes, start, end) {
    const hash = hashOf(bytes, start, end);
    let place = this.#placeOf(bytes, start, end, hash);
    const known = this.#places[place] ?? 0;
    if (known > 0) return known - 1;
    if ((this.count + 1) * 3 > this.#places.length) {
      this.#widen();
      place = this.#placeOf(bytes, start, end, hash);
    }
    const at = this.#start[this.count] ?? 0;
    this.#reserve(at + end - start);
    this.#bytes.set(bytes.subarray(start, end), at);
    this.#start[this.count + 1] = at + end - start;
    this.#hash[this.count] = hash;
    this.#places[place] = ++this.count;
    return this.count - 1;
  }
  /** All ids as text, by number. */
  texts() {
    const decoder = new TextDecoder("utf-8");
    const length = this.#start[this.count] ?? 0;
    const all = length < longestText ? decoder.decode(this.#bytes.subarray(0, length)) : "";
    if (all.length === length) return Array.from({ length: this.count }, (_, i) => all.slice(this.#start[i], this.#start[i + 1]));
    return Array.from({ length: this.count }, (_, i) => decoder.decode(this.#bytes.subarray(this.#start[i], this.#start[i + 1])));
  }
  #is(index, bytes, start, end) {
    const own = this.#bytes;
    let at = this.#start[index];
    if (this.#start[index + 1] - at !== end - start) return false;
    for (let i = start; i < end; i++) if (own[at++] !== bytes[i]) return false;
    return true;
  }
  #placeOf(bytes, start, end, hash) {
    const places = this.#places;
    const mask = places.length - 1;
    let place = hash & mask;
    for (let probe = 0; probe < longestProbe; probe++, place = place + 1 & mask) {
      const number = places[place];
      if (number === 0 || this.#hash[number - 1] === hash && this.#is(number - 1, bytes, start, end)) return place;
    }
    throw new FormatError("gtfs_ids_collide", `${this.#file}: ids that were chosen to slow the reader down; it stops here.`, null, {
      file: this.#file
    });
  }
  #reserve(bytes) {
    if (bytes + 3 > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, bytes + 3);
      this.#words = new DataView(this.#bytes.buffer);
    }
    if (this.count + 2 > this.#start.length) {
      this.#start = grown(this.#start, this.count + 2);
      this.#hash = grown(this.#hash, this.count + 2);
    }
  }
  #widen() {
    this.#places = new Uint32Array(this.#places.length * 4);
    const mask = this.#places.length - 1;
    for (let i = 0; i < this.count; i++) {
      let place = this.#hash[i] & mask;
      while (this.#places[place] !== 0) place = place + 1 & mask;
      this.#places[place] = i + 1;
    }
  }
};
function grown(array, length) {
  const longer = new array.constructor(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}
function hashOf(bytes, start, end) {
  let hash = 2166136261 | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], 16777619);
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  return hash ^ hash >>> 13;
}
function areSame(words, at, others, otherAt, length) {
  let i = 0;
  for (; i + 4 <= length; i += 4) if (words.getInt32(at + i) !== others.getInt32(otherAt + i)) return false;
  return i === length || (words.getInt32(at + i) ^ others.getInt32(otherAt + i)) >>> 32 - 8 * (length - i) === 0;
}

// src/formats/gtfs/split-row.ts
var [newline, carriageReturn, quote, comma] = [10, 13, 34, 44];
var [space, tab] = [32, 9];
var RowSplitter = class {
  /** Of the row that was split last: line breaks inside its quotes, and whether it is a line with nothing in it. */
  lineBreaks = 0;
  isEmpty = false;
  #row;
  #slots;
  #file;
  #book;
  /** Columns of the present row with doubled quotes, and with spaces around: put right when the row is complete. */
  #doubled = [];
  #spaced = [];
  /** @param slots place in the row of each column of the file; -1: not asked for */
  constructor(row, slots, file2, book) {
    this.#row = row;
    this.#slots = slots;
    this.#file = file2;
    this.#book = book;
  }
  /**
   * Splits the row that begins at `begin`, and answers where the next one begins; -1 when it does not end before `limit`, where a line
   * ends: inside quotes that is not the end of a row.
   */
  split(begin, limit) {
    const slots = this.#slots;
    const { bytes, start, end } = this.#row;
    this.lineBreaks = 0;
    let at = begin;
    let column = 0;
    for (let character = comma; character !== newline; column++) {
      const slot = column < slots.length ? slots[column] : -1;
      let from = at;
      let to = -1;
      if (bytes[at] === quote) {
        to = this.#closingQuote(++from, limit, slot);
        at = to + 1;
        if (to < 0 || at >= limit) return this.#unfinished();
      }
      for (; ; at++) {
        character = bytes[at];
        if (character <= 44 && (character === 44 || character === 10)) break;
      }
      if (to < 0) to = character === newline && at > from && bytes[at - 1] === carriageReturn ? at - 1 : at;
      at++;
      if (slot < 0) continue;
      start[slot] = from;
      end[slot] = to;
      if (to > from && (isSpace(bytes[from]) || isSpace(bytes[to - 1]))) this.#spaced.push(slot);
    }
    this.#row.line++;
    this.isEmpty = column === 1 && slots.length > 1 && at - begin <= 2;
    if (column !== slots.length && !this.isEmpty) this.#noteLength(column);
    if (this.#doubled.length > 0) this.#halveQuotes();
    if (this.#spaced.length > 0) this.#trim();
    return at;
  }
  #unfinished() {
    this.#doubled.length = this.#spaced.length = 0;
    return -1;
  }
  /** Where the quotes close that open before `from`; -1: not before `limit`. */
  #closingQuote(from, limit, slot) {
    const { bytes } = this.#row;
    let isDoubled = false;
    for (let at = from; at < limit; at++) {
      const character = bytes[at];
      if (character === newline) this.lineBreaks++;
      if (character !== quote) continue;
      if (bytes[at + 1] !== quote) {
        if (isDoubled && slot >= 0) this.#doubled.push(slot);
        return at;
      }
      isDoubled = true;
      at++;
    }
    return -1;
  }
  /** A row with another number of cells than the header: what it lacks is blank. */
  #noteLength(cells) {
    const { start, end, line } = this.#row;
    for (const slot of this.#slots.subarray(cells)) if (slot >= 0) start[slot] = end[slot] = 0;
    this.#book.add("gtfs_invalid_row_length", "warning", () => ({
      file: this.#file,
      line,
      details: { cells, header: this.#slots.length }
    }));
  }
  #trim() {
    const { bytes, start, end } = this.#row;
    for (const slot of this.#spaced) {
      this.#book.add("gtfs_leading_or_trailing_whitespaces", "info", () => this.#row.about(slot));
      while (start[slot] < end[slot] && isSpace(bytes[start[slot]])) start[slot]++;
      while (end[slot] > start[slot] && isSpace(bytes[end[slot] - 1])) end[slot]--;
    }
    this.#spaced.length = 0;
  }
  /** Takes one of two quotes out of the cells that have them: the bytes are the scanner's, and the row is complete. */
  #halveQuotes() {
    const { bytes, start, end } = this.#row;
    for (const slot of this.#doubled) {
      let to = start[slot];
      for (let from = to; from < end[slot]; from++) {
        bytes[to++] = bytes[from];
        if (bytes[from] === quote) from++;
      }
      end[slot] = to;
    }
    this.#doubled.length = 0;
  }
};
var isSpace = (character) => character === space || character === tab;

// src/formats/gtfs/table-row.ts
var utf82 = new TextDecoder("utf-8");
function tableRow({ file: file2, required, optional }, bytes) {
  const columns = [...required, ...optional];
  return {
    bytes,
    start: new Int32Array(columns.length),
    end: new Int32Array(columns.length),
    line: 1,
    text(column) {
      return utf82.decode(this.bytes.subarray(this.start[column], this.end[column]));
    },
    about(column) {
      return { file: file2, line: this.line, column: columns[column] ?? null, value: this.text(column) };
    }
  };
}

// src/formats/gtfs/scan-table.ts
var tableLimits = {
  /** Bytes of one row: also where a quote that never closes ends. */
  rowBytes: 2 ** 20,
  rows: {
    "stops.txt": 5e6,
    "routes.txt": 1e6,
    "trips.txt": 1e7,
    "calendar.txt": 2e6,
    "calendar_dates.txt": 2e7,
    "frequencies.txt": 5e6,
    "stop_times.txt": 6e7
  }
};
var utf83 = new TextDecoder("utf-8");
async function scanTable(files, shape5, book, onRow, readPlain = null) {
  const table = files.tables.get(shape5.file);
  if (table === void 0) return false;
  const scanner = new TableScanner(table, shape5, book, onRow, readPlain);
  for await (const chunk of table.chunks()) scanner.take(chunk);
  scanner.finish();
  return true;
}
var spareBytes = 8;
var TableScanner = class {
  #table;
  #shape;
  #book;
  #onRow;
  #readPlain;
  #row;
  #rowLimit;
  /** Bytes that wait: what the last piece left unfinished, then the next piece. */
  #bytes;
  #length = 0;
  #rows = 0;
  #atStart = true;
  /** Null until the header has been read. */
  #slots = null;
  #splitter = null;
  constructor(table, shape5, book, onRow, readPlain) {
    this.#table = table;
    this.#bytes = new Uint8Array(Math.min(2 ** 19, table.size + spareBytes));
    this.#shape = shape5;
    this.#book = book;
    this.#onRow = onRow;
    this.#readPlain = readPlain;
    this.#rowLimit = tableLimits.rows[shape5.file] ?? Infinity;
    this.#row = tableRow(shape5, this.#bytes);
  }
  take(chunk) {
    if (chunk.length === 0) return;
    const length = this.#length + chunk.length;
    if (length + spareBytes > this.#bytes.length) this.#row.bytes = this.#bytes = grown(this.#bytes, length + spareBytes);
    this.#bytes.set(chunk, this.#length);
    this.#length = length;
    if (this.#atStart && length >= 3) this.#dropByteOrderMark();
    if (!this.#atStart) this.#readRows(this.#bytes.lastIndexOf(newline, this.#length - 1) + 1);
    if (this.#length > tableLimits.rowBytes)
      throw this.#error("gtfs_row_too_long", `a row has more than ${tableLimits.rowBytes} bytes; is there a quote that does not close?`, {
        limit: tableLimits.rowBytes
      });
  }
  finish() {
    if (this.#length > 0) {
      this.#bytes[this.#length++] = newline;
      this.#readRows(this.#length);
      if (this.#length > 0) throw this.#error("gtfs_quote_not_closed", "a quote does not close before the end of the file.");
    }
    if (this.#slots === null) this.#book.add("gtfs_empty_file", "error", () => ({ file: this.#shape.file }));
  }
  #dropByteOrderMark() {
    const bytes = this.#bytes;
    this.#atStart = false;
    if (bytes[0] !== 239 || bytes[1] !== 187 || bytes[2] !== 191) return;
    bytes.copyWithin(0, 3, this.#length);
    this.#length -= 3;
  }
  /** Reads the rows that end before `limit`, where a line ends; what is left waits for more. */
  #readRows(limit) {
    let at = 0;
    if (this.#splitter === null && limit > 0) {
      at = this.#bytes.indexOf(newline) + 1;
      this.#readHeader(utf83.decode(this.#bytes.subarray(0, at)));
    }
    if (this.#splitter !== null) at = this.#readBody(at, limit, this.#splitter);
    this.#bytes.copyWithin(0, at, this.#length);
    this.#length -= at;
  }
  #readHeader(line) {
    const { file: file2, required, optional } = this.#shape;
    const columns = [...required, ...optional];
    const names = this.#namesOf(line);
    const seen = /* @__PURE__ */ new Set();
    this.#slots = Int32Array.from(names, (name2) => {
      const slot = seen.has(name2) ? -1 : columns.indexOf(name2);
      if (slot < 0 && seen.has(name2))
        this.#book.add("gtfs_duplicated_column", "error", () => ({ file: file2, line: 1, column: name2, value: name2 }));
      seen.add(name2);
      return slot;
    });
    for (const name2 of required)
      if (!seen.has(name2)) throw this.#error("gtfs_missing_required_column", `there is no column ${name2}; add it.`, { column: name2 });
    this.#splitter = new RowSplitter(this.#row, this.#slots, file2, this.#book);
  }
  #namesOf(line) {
    try {
      return [...readCsvRows(line)][0]?.cells.map((cell) => cell.trim()) ?? [];
    } catch (error) {
      if (!(error instanceof CsvTooLarge)) throw error;
      throw this.#error("gtfs_row_too_long", error.message, { limit: tableLimits.rowBytes });
    }
  }
  /** Where the first row begins that is not finished. */
  #readBody(begin, limit, splitter) {
    const row = this.#row;
    let at = begin;
    while (at < limit) {
      if (this.#readPlain !== null && this.#slots !== null) {
        const line = row.line;
        at = this.#readPlain(row, this.#slots, at, limit);
        this.#count(row.line - line);
        if (at >= limit) break;
      }
      const next = splitter.split(at, limit);
      if (next < 0) break;
      at = next;
      if (!splitter.isEmpty) {
        this.#count(1);
        this.#onRow(row);
      }
      row.line += splitter.lineBreaks;
    }
    return at;
  }
  #count(rows) {
    this.#rows += rows;
    const limit = this.#rowLimit;
    if (this.#rows > limit) throw this.#error("gtfs_too_many_rows", `more than ${limit} rows; cut the feed to the city.`, { limit });
  }
  #error(code, what, details = {}) {
    const line = this.#splitter === null ? 1 : this.#row.line + 1;
    return new FormatError(code, `${this.#table.path}, line ${line}: ${what}`, line, { file: this.#table.path, line, ...details });
  }
};

// src/formats/gtfs/read-frequencies.ts
var shape = { file: "frequencies.txt", required: ["trip_id", "start_time", "end_time", "headway_secs"], optional: [] };
var [id, startTime, endTime, headway] = [0, 1, 2, 3];
async function readFrequencies(files, trips, book) {
  const rows = [];
  await scanTable(files, shape, book, (row) => {
    const trip = referredId(row, id, trips, "trips.txt", book);
    const from = timeOf(row, startTime, book);
    const until = timeOf(row, endTime, book);
    const headwaySeconds = integerOf(row.bytes, row.start[headway], row.end[headway]);
    if (headwaySeconds <= 0) book.add("gtfs_number_out_of_range", "error", () => row.about(headway));
    if (trip < 0 || from < 0 || until < 0 || headwaySeconds <= 0) return;
    if (until <= from) book.add("gtfs_start_and_end_range_out_of_order", "error", () => row.about(startTime));
    else rows.push({ trip, from, until, headwaySeconds, line: row.line });
  });
  rows.sort((a, b) => a.trip - b.trip || a.from - b.from || a.line - b.line);
  rows.forEach(({ trip, from, line }, index) => {
    const before = rows[index - 1];
    if (before?.trip === trip && from < before.until)
      book.add("gtfs_overlapping_frequency", "warning", () => ({ file: shape.file, line, details: { otherLine: before.line } }));
  });
  return {
    count: rows.length,
    trip: Uint32Array.from(rows, (row) => row.trip),
    from: Int32Array.from(rows, (row) => row.from),
    until: Int32Array.from(rows, (row) => row.until),
    headwaySeconds: Int32Array.from(rows, (row) => row.headwaySeconds)
  };
}
function timeOf(row, column, book) {
  const seconds = secondsOf2(row.bytes, row.start[column], row.end[column]);
  if (seconds < 0) book.add("gtfs_invalid_time", "error", () => row.about(column));
  return seconds;
}

// src/formats/gtfs/read-routes.ts
var shape2 = { file: "routes.txt", required: ["route_id", "route_type"], optional: ["route_short_name", "route_long_name"] };
var [id2, type, shortName, longName] = [0, 1, 2, 3];
var bus = 3;
async function readRoutes(files, book) {
  const ids = new IdTable(shape2.file);
  const name2 = [];
  const types = [];
  await scanTable(files, shape2, book, (row) => {
    if (!isNewId(row, id2, ids, book)) return;
    name2.push(row.text(shortName) || row.text(longName));
    const value = integerOf(row.bytes, row.start[type], row.end[type]);
    const known = value >= 0 && value <= 7 || value === 11 || value === 12 || value >= 100 && value < 1800;
    if (!known) book.add("gtfs_unexpected_enum_value", "error", () => row.about(type));
    types.push(known ? value : bus);
  });
  return { ids, routes: { count: ids.count, id: ids.texts(), name: name2, type: Uint16Array.from(types) } };
}

// src/formats/gtfs/read-services.ts
var weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
var calendar = { file: "calendar.txt", required: ["service_id", ...weekdays, "start_date", "end_date"], optional: [] };
var [id3, monday, startDate, endDate] = [0, 1, 8, 9];
var calendarDates = { file: "calendar_dates.txt", required: ["service_id", "date", "exception_type"], optional: [] };
var [date, exceptionType] = [1, 2];
async function readServices(files, book) {
  const ids = new IdTable(calendar.file);
  const days = [];
  const from = [];
  const to = [];
  await scanTable(files, calendar, book, (row) => {
    if (!isNewId(row, id3, ids, book)) return;
    const [first, last] = [dayOf(row, startDate, book), dayOf(row, endDate, book)];
    const known = first !== noDay && last !== noDay;
    if (known && last < first) book.add("gtfs_start_and_end_range_out_of_order", "error", () => row.about(startDate));
    from.push(known ? first : 0);
    to.push(known ? last : -1);
    days.push(weekdaysOf(row, book));
  });
  const exceptions = await readExceptions(files, ids, book);
  const count = ids.count;
  const fill2 = (values, rest) => Int32Array.from({ length: count }, (_, service) => values[service] ?? rest);
  return {
    ids,
    services: { count, id: ids.texts(), weekdays: Uint8Array.from(fill2(days, 0)), from: fill2(from, 0), to: fill2(to, -1), exceptions }
  };
}
function weekdaysOf(row, book) {
  let days = 0;
  weekdays.forEach((_, day) => {
    const value = row.text(monday + day);
    if (value === "1") days |= 1 << day;
    else if (value !== "0") book.add("gtfs_unexpected_enum_value", "error", () => row.about(monday + day));
  });
  if (days === 0) book.add("gtfs_service_has_no_active_day_of_the_week", "info", () => row.about(id3));
  return days;
}
function dayOf(row, column, book) {
  const day = dayNumberOf(row.bytes, row.start[column], row.end[column]);
  if (day === noDay) book.add("gtfs_invalid_date", "error", () => row.about(column));
  return day;
}
async function readExceptions(files, ids, book) {
  const service = [];
  const days = [];
  const added = [];
  const isFirst = firstOfServiceAndDay(service, days);
  await scanTable(files, calendarDates, book, (row) => {
    const [idAt, idEnd] = [row.start[id3], row.end[id3]];
    if (idAt === idEnd) return book.add("gtfs_missing_required_field", "error", () => row.about(id3));
    const day = dayOf(row, date, book);
    if (day === noDay) return;
    const type3 = integerOf(row.bytes, row.start[exceptionType], row.end[exceptionType]);
    if (type3 !== 1 && type3 !== 2) return book.add("gtfs_unexpected_enum_value", "error", () => row.about(exceptionType));
    const owner = ids.add(row.bytes, idAt, idEnd);
    if (!isFirst(owner, day)) return book.add("gtfs_duplicate_key", "error", () => row.about(date));
    service.push(owner);
    days.push(day);
    added.push(type3 === 1 ? 1 : 0);
  });
  return { count: days.length, service: Uint32Array.from(service), day: Int32Array.from(days), added: Uint8Array.from(added) };
}
function firstOfServiceAndDay(service, days) {
  const keyOf = (owner, day) => owner * 2 ** 23 + (day + 2 ** 22);
  const latest = [];
  let seen = null;
  return (owner, day) => {
    if (day > (latest[owner] ?? noDay)) latest[owner] = day;
    else {
      seen ??= new Set(service.map((other, row) => keyOf(other, days[row] ?? noDay)));
      if (seen.has(keyOf(owner, day))) return false;
    }
    seen?.add(keyOf(owner, day));
    return true;
  };
}

// src/formats/gtfs/interpolate-times.ts
var file = "stop_times.txt";
function interpolateTimes(rows, start, book) {
  const { arrival, departure, distance, line } = rows;
  const noteTime = (code, row, column) => book.add(code, "error", () => ({ file, line: line[row] ?? null, column }));
  let filled = 0;
  for (let trip = 0; trip + 1 < start.length; trip++) {
    const [from, to] = [start[trip], start[trip + 1]];
    let known = -1;
    for (let i = from; i < to; i++) {
      if (i > from && distance[i] <= distance[i - 1]) noteDistance(rows, i, book);
      const leaves = departure[i];
      if (leaves < 0) continue;
      const arrives = arrival[i];
      if (leaves < arrives) noteTime("gtfs_stop_time_with_departure_before_arrival_time", i, "departure_time");
      if (known >= 0) {
        if (arrives < departure[known])
          noteTime("gtfs_stop_time_with_arrival_before_previous_departure_time", i, "arrival_time");
        if (i > known + 1) filled += fill(rows, known, i);
      } else if (i > from) noteTime("gtfs_missing_trip_edge", from, "departure_time");
      known = i;
    }
    if (known < to - 1) noteTime("gtfs_missing_trip_edge", to - 1, "departure_time");
  }
  return filled;
}
function fill({ arrival, departure, distance }, known, next) {
  const begin = departure[known];
  const span2 = arrival[next] - begin;
  const first = distance[known];
  const length = distance[next] - first;
  let byDistance = length > 0;
  for (let i = known + 1; byDistance && i <= next; i++) byDistance = distance[i] >= distance[i - 1];
  for (let i = known + 1; i < next; i++) {
    const part = byDistance ? (distance[i] - first) / length : (i - known) / (next - known);
    arrival[i] = departure[i] = Math.round(begin + span2 * part);
  }
  return next - known - 1;
}
function noteDistance({ distance, line }, row, book) {
  book.add("gtfs_decreasing_or_equal_stop_time_distance", "warning", () => ({
    file,
    line: line[row] ?? null,
    column: "shape_dist_traveled",
    value: String(distance[row]),
    details: { otherLine: line[row - 1] ?? 0 }
  }));
}

// src/formats/gtfs/order-of-rows.ts
function orderOfRows(rows, trips, onRepeated) {
  const { runs, runTrip, runStart, sequence } = rows;
  const start = new Uint32Array(trips + 1);
  let isRising = true;
  let isByTrip = true;
  for (let run = 0; run < runs; run++) {
    const trip = runTrip[run];
    const [from, to] = [runStart[run], rows.endOfRun(run)];
    start[trip + 1] += to - from;
    if (run > 0 && trip <= runTrip[run - 1]) isByTrip = false;
    for (let i = from + 1; isRising && i < to; i++) isRising = sequence[i] > sequence[i - 1];
  }
  for (let t = 0; t < trips; t++) start[t + 1] += start[t];
  if (isRising && isByTrip) return { start, row: null };
  return inSequence(start, rowsByTrip(rows, start), sequence, onRepeated);
}
function rowsByTrip(rows, start) {
  const next = start.slice();
  const row = new Uint32Array(rows.count);
  for (let run = 0; run < rows.runs; run++) {
    const trip = rows.runTrip[run];
    const end = rows.endOfRun(run);
    let place = next[trip];
    for (let i = rows.runStart[run]; i < end; i++) row[place++] = i;
    next[trip] = place;
  }
  return row;
}
function inSequence(start, row, sequence, onRepeated) {
  const trips = start.length - 1;
  let kept = 0;
  for (let t = 0; t < trips; t++) {
    const [from, to] = [start[t], start[t + 1]];
    if (!isRisingAt(row, sequence, from, to))
      row.subarray(from, to).sort((a, b) => sequence[a] - sequence[b] || a - b);
    start[t] = kept;
    for (let i = from; i < to; i++) {
      const current = row[i];
      if (kept > start[t] && sequence[row[kept - 1]] === sequence[current]) onRepeated(current);
      else row[kept++] = current;
    }
  }
  start[trips] = kept;
  return { start, row: row.subarray(0, kept) };
}
function isRisingAt(row, sequence, from, to) {
  for (let i = from + 1; i < to; i++) if (sequence[row[i]] <= sequence[row[i - 1]]) return false;
  return true;
}

// src/formats/gtfs/read-plain-stop-times.ts
function plainStopTimes(rows, trips, stops) {
  const following = new Uint32Array(stops.count + 1);
  return (row, slots, begin, limit) => {
    rows.reserve(Math.ceil((limit - begin) / shortestRow));
    const {
      sequence: sequences,
      stop: rowStops,
      arrival: arrivals,
      departure: departures2,
      noPickup,
      distance: distances,
      line: lines
    } = rows;
    const { bytes } = row;
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const last = slots.length - 1;
    let { count, trip: runTrip } = rows;
    let { line } = row;
    let at = begin;
    let trip = -1;
    let tripAt = 0;
    let tripLength = 0;
    let lastStop = stops.count;
    reading: while (at < limit) {
      let place = at;
      let stop = -1;
      let sequence = -1;
      let arrival = -1;
      let departure = -1;
      let pickup = 0;
      let distance = NaN;
      for (let column = 0; column <= last; column++) {
        const isQuoted = bytes[place] === 34;
        if (isQuoted) place++;
        const from = place;
        switch (slots[column]) {
          case 0:
            if (trip >= 0 && areSame(words, place, words, tripAt, tripLength) && isEnd(bytes[place + tripLength])) {
              place += tripLength;
              break;
            }
            while (!isEnd(bytes[place])) place++;
            trip = isId(bytes, from, place) ? trips.find(bytes, from, place) : -1;
            if (trip < 0) break reading;
            tripAt = from;
            tripLength = place - from;
            lastStop = stops.count;
            break;
          case 1: {
            stop = following[lastStop];
            const length = stops.lengthIfAt(stop, words, place);
            if (length > 0 && isEnd(bytes[place + length])) place += length;
            else {
              while (!isEnd(bytes[place])) place++;
              stop = isId(bytes, from, place) ? stops.find(bytes, from, place) : -1;
              if (stop < 0) break reading;
              following[lastStop] = stop;
            }
            lastStop = stop;
            break;
          }
          case 2:
            sequence = 0;
            for (; place < from + 9 && isDigit(bytes[place]); place++) sequence = sequence * 10 + bytes[place] - 48;
            if (place === from) break reading;
            break;
          case 3:
          // arrival_time
          case 4: {
            if (isEnd(bytes[place])) break;
            const hasTwoDigits = bytes[place + 2] === 58;
            const time = hasTwoDigits ? clockAt(words, place) : hourClockOf(bytes, place);
            if (time < 0) break reading;
            place += hasTwoDigits ? 8 : 7;
            if (slots[column] === 3) arrival = time;
            else departure = time;
            break;
          }
          case 5:
            while (!isEnd(bytes[place])) place++;
            pickup = place === from + 1 && bytes[from] === 49 ? 1 : 0;
            break;
          case 6:
            while (!isEnd(bytes[place])) place++;
            if (place > from) distance = distanceOf(bytes, from, place);
            break;
          default:
            if (isQuoted) while (bytes[place] !== 34 && bytes[place] !== 10) place++;
            else while (!isEnd(bytes[place])) place++;
        }
        if (isQuoted && bytes[place++] !== 34) break reading;
        const end = bytes[place++];
        if (column < last ? end !== 44 : end !== 10 && (end !== 13 || bytes[place++] !== 10)) break reading;
      }
      if (arrival < 0 !== departure < 0) break;
      if (trip !== runTrip) rows.beginRun(runTrip = trip, count);
      sequences[count] = sequence;
      rowStops[count] = stop;
      arrivals[count] = arrival;
      departures2[count] = departure;
      if (pickup === 1) noPickup[count] = 1;
      distances[count] = distance;
      lines[count] = ++line;
      count++;
      at = place;
    }
    rows.count = count;
    row.line = line;
    return at;
  };
}
var shortestRow = 6;
var isEnd = (character) => character <= 44 && (character === 44 || character === 10 || character === 13 || character === 34);
var isDigit = (character) => character >= 48 && character <= 57;
var isId = (bytes, from, to) => to > from && bytes[from] > 32 && bytes[to - 1] > 32;

// src/formats/gtfs/stop-time-rows.ts
var StopTimeRows = class {
  count = 0;
  sequence;
  stop;
  arrival;
  departure;
  noPickup;
  distance;
  line;
  runs = 0;
  runTrip = new Uint32Array(2 ** 8);
  runStart = new Uint32Array(2 ** 8);
  /** @param length rows for which there is room from the beginning: memory that is not used costs nothing */
  constructor(length) {
    this.sequence = new Int32Array(length);
    this.stop = new Uint32Array(length);
    this.arrival = new Int32Array(length);
    this.departure = new Int32Array(length);
    this.noPickup = new Uint8Array(length);
    this.distance = new Float64Array(length);
    this.line = new Uint32Array(length);
  }
  /** Trip of the last run; -1 before the first. */
  get trip() {
    return this.runs === 0 ? -1 : this.runTrip[this.runs - 1];
  }
  endOfRun(run) {
    return run + 1 < this.runs ? this.runStart[run + 1] : this.count;
  }
  /** From row `start` on, the rows are of this trip. */
  beginRun(trip, start) {
    const run = this.runs++;
    if (run === this.runTrip.length) {
      this.runTrip = grown(this.runTrip, run + 1);
      this.runStart = grown(this.runStart, run + 1);
    }
    this.runTrip[run] = trip;
    this.runStart[run] = start;
  }
  /** Makes room for so many more. */
  reserve(rows) {
    const length = this.count + rows;
    if (length <= this.stop.length) return;
    this.sequence = grown(this.sequence, length);
    this.stop = grown(this.stop, length);
    this.arrival = grown(this.arrival, length);
    this.departure = grown(this.departure, length);
    this.noPickup = grown(this.noPickup, length);
    this.distance = grown(this.distance, length);
    this.line = grown(this.line, length);
  }
};

// src/formats/gtfs/read-stop-times.ts
var stopTimesShape = {
  file: "stop_times.txt",
  required: ["trip_id", "stop_id", "stop_sequence"],
  optional: ["arrival_time", "departure_time", "pickup_type", "shape_dist_traveled"]
};
var [tripId, stopId, stopSequence, arrivalTime, departureTime, pickupType, shapeDistance] = [0, 1, 2, 3, 4, 5, 6];
var usualRow = 32;
var firstRows = 2 ** 23;
async function readStopTimes(files, trips, stops, book) {
  const rows = new StopTimeRows(Math.min(firstRows, Math.ceil((files.tables.get(stopTimesShape.file)?.size ?? 0) / usualRow)));
  const onRow = (row2) => addRow(row2, rows, trips, stops, book);
  await scanTable(files, stopTimesShape, book, onRow, plainStopTimes(rows, trips, stops));
  const { start, row } = orderOfRows(
    rows,
    trips.count,
    (repeated) => book.add("gtfs_duplicate_key", "error", () => ({
      file: stopTimesShape.file,
      line: rows.line[repeated] ?? null,
      column: "stop_sequence",
      value: String(rows.sequence[repeated])
    }))
  );
  const columns = row === null ? rows : gathered(rows, row);
  const count = start[trips.count];
  const blank2 = countBelow0(rows.departure, rows.count);
  const interpolated = interpolateTimes(columns, start, book);
  const whole = (column) => column.subarray(0, count);
  return {
    stopTimes: {
      count,
      start,
      stop: whole(columns.stop),
      arrival: whole(columns.arrival),
      departure: whole(columns.departure),
      noPickup: whole(columns.noPickup)
    },
    times: { rows: rows.count, blank: blank2, interpolated }
  };
}
function addRow(row, rows, trips, stops, book) {
  const { bytes, start, end } = row;
  let arrival = timeOf2(row, arrivalTime, book);
  let departure = timeOf2(row, departureTime, book);
  if (arrival === blank !== (departure === blank)) {
    book.add("gtfs_stop_time_with_only_arrival_or_departure_time", "info", () => row.about(arrival < 0 ? arrivalTime : departureTime));
    arrival = departure = Math.max(arrival, departure);
  }
  const trip = referredId(row, tripId, trips, "trips.txt", book);
  if (trip < 0) return;
  const stop = referredId(row, stopId, stops, "stops.txt", book);
  const sequence = integerOf(bytes, start[stopSequence], end[stopSequence]);
  if (sequence < 0)
    book.add(sequence === blank ? "gtfs_missing_required_field" : "gtfs_invalid_integer", "error", () => row.about(stopSequence));
  if (stop < 0 || sequence < 0) return;
  rows.reserve(1);
  const at = rows.count++;
  if (trip !== rows.trip) rows.beginRun(trip, at);
  rows.sequence[at] = sequence;
  rows.stop[at] = stop;
  rows.arrival[at] = arrival;
  rows.departure[at] = departure;
  rows.noPickup[at] = end[pickupType] === start[pickupType] + 1 && bytes[start[pickupType]] === 49 ? 1 : 0;
  rows.distance[at] = distanceOf(bytes, start[shapeDistance], end[shapeDistance]);
  rows.line[at] = row.line;
}
function timeOf2(row, column, book) {
  const seconds = secondsOf2(row.bytes, row.start[column], row.end[column]);
  if (seconds !== unreadable) return seconds;
  book.add("gtfs_invalid_time", "error", () => row.about(column));
  return blank;
}
function gathered(rows, row) {
  const count = row.length;
  const columns = {
    stop: new Uint32Array(count),
    arrival: new Int32Array(count),
    departure: new Int32Array(count),
    noPickup: new Uint8Array(count),
    distance: new Float64Array(count),
    line: new Uint32Array(count)
  };
  for (let i = 0; i < count; i++) {
    const from = row[i];
    columns.stop[i] = rows.stop[from];
    columns.arrival[i] = rows.arrival[from];
    columns.departure[i] = rows.departure[from];
    columns.noPickup[i] = rows.noPickup[from];
    columns.distance[i] = rows.distance[from];
    columns.line[i] = rows.line[from];
  }
  return columns;
}
function countBelow0(values, count) {
  let found = 0;
  for (let i = 0; i < count; i++) if (values[i] < 0) found++;
  return found;
}

// src/formats/gtfs/read-stops.ts
var shape3 = {
  file: "stops.txt",
  required: ["stop_id"],
  optional: ["stop_name", "stop_lat", "stop_lon", "location_type", "parent_station"]
};
var [id4, name, latitude, longitude, type2, parentStation] = [0, 1, 2, 3, 4, 5];
var parentType = [1, -1, 1, 1, 0];
async function readStops(files, book) {
  const ids = new IdTable(shape3.file);
  const names = [];
  const lon = [];
  const lat = [];
  const types = [];
  const parents = [];
  const lines = [];
  await scanTable(files, shape3, book, (row) => {
    if (!isNewId(row, id4, ids, book)) return;
    const locationType = typeOf(row, book);
    const [x, y] = locationOf2(row, locationType, book);
    names.push(row.text(name));
    lon.push(x);
    lat.push(y);
    types.push(locationType);
    parents.push(row.text(parentStation));
    lines.push(row.line);
  });
  const stops = {
    count: ids.count,
    id: ids.texts(),
    name: names,
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    locationType: Uint8Array.from(types),
    parent: new Int32Array(ids.count).fill(-1)
  };
  linkParents(stops, parents, lines, book);
  return { ids, stops, lines };
}
function typeOf(row, book) {
  const value = integerOf(row.bytes, row.start[type2], row.end[type2]);
  if (value === blank) return 0;
  if (value >= 0 && value <= 4) return value;
  book.add("gtfs_unexpected_enum_value", "warning", () => row.about(type2));
  return 0;
}
function locationOf2(row, locationType, book) {
  const lon = coordinateOf(row, longitude, 180, book);
  const lat = coordinateOf(row, latitude, 90, book);
  if (Number.isNaN(lon) || Number.isNaN(lat)) {
    if (locationType <= 2) book.add("gtfs_stop_without_location", "error", () => row.about(id4));
    return [NaN, NaN];
  }
  if (Math.abs(lon) <= 1 && Math.abs(lat) <= 1) {
    book.add("gtfs_point_near_origin", "error", () => row.about(id4));
    return [NaN, NaN];
  }
  return [lon, lat];
}
function coordinateOf(row, column, limit, book) {
  const text = row.text(column);
  if (text === "") return NaN;
  const value = Number(text);
  if (Math.abs(value) <= limit) return value;
  book.add(Number.isNaN(value) ? "gtfs_invalid_float" : "gtfs_number_out_of_range", "error", () => row.about(column));
  return NaN;
}
function linkParents(stops, parents, lines, book) {
  const indexOf = new Map(stops.id.map((stop, index) => [stop, index]));
  for (let stop = 0; stop < stops.count; stop++) {
    const value = parents[stop] ?? "";
    const ownType = stops.locationType[stop] ?? 0;
    const about = () => ({ file: shape3.file, line: lines[stop] ?? null, column: "parent_station", value, details: { inFile: shape3.file } });
    if (value === "") {
      if (ownType >= 2) book.add("gtfs_location_without_parent_station", "error", about);
      continue;
    }
    const parent = indexOf.get(value);
    if (parent === void 0) book.add("gtfs_foreign_key_violation", "error", about);
    else if (ownType === 1) book.add("gtfs_station_with_parent_station", "error", about);
    else if (stops.locationType[parent] !== parentType[ownType]) book.add("gtfs_wrong_parent_location_type", "error", about);
    else stops.parent[stop] = parent;
  }
}

// src/formats/gtfs/read-trips.ts
var shape4 = { file: "trips.txt", required: ["trip_id", "route_id", "service_id"], optional: ["direction_id"] };
var [id5, routeId, serviceId, directionId] = [0, 1, 2, 3];
var notSaid = 2;
async function readTrips(files, routes, services, book) {
  const ids = new IdTable(shape4.file);
  const route = [];
  const service = [];
  const direction = [];
  const lines = [];
  await scanTable(files, shape4, book, (row) => {
    if (!isNewId(row, id5, ids, book)) return;
    route.push(referredId(row, routeId, routes, "routes.txt", book));
    service.push(referredId(row, serviceId, services, "calendar.txt", book));
    const value = integerOf(row.bytes, row.start[directionId], row.end[directionId]);
    if (value !== blank && value !== 0 && value !== 1) book.add("gtfs_unexpected_enum_value", "error", () => row.about(directionId));
    direction.push(value === 0 || value === 1 ? value : notSaid);
    lines.push(row.line);
  });
  const trips = {
    count: ids.count,
    id: ids.texts(),
    route: Int32Array.from(route),
    service: Int32Array.from(service),
    direction: Uint8Array.from(direction)
  };
  return { ids, trips, lines };
}

// src/formats/gtfs/read-gtfs.ts
async function readGtfs(source, name2 = "read" in source ? source.name : "gtfs") {
  const files = gtfsFiles(source, name2);
  const book = noticeBook();
  checkFiles(files, book);
  const stops = await readStops(files, book);
  const routes = await readRoutes(files, book);
  const services = await readServices(files, book);
  const trips = await readTrips(files, routes.ids, services.ids, book);
  const frequencies = await readFrequencies(files, trips.ids, book);
  const { stopTimes, times } = await readStopTimes(files, trips.ids, stops.ids, book);
  const feed = {
    name: name2,
    stops: stops.stops,
    routes: routes.routes,
    trips: trips.trips,
    stopTimes,
    frequencies,
    services: services.services
  };
  noteUnused(feed, stops.lines, trips.lines, book);
  noteBlankTimes(times, book);
  return { feed, notices: book.notices, noticeCounts: book.counts, times };
}
function checkFiles(files, book) {
  const missing = ["stops.txt", "routes.txt", "trips.txt", "stop_times.txt"].find((file2) => !files.tables.has(file2));
  const calendars = ["calendar.txt", "calendar_dates.txt"];
  if (missing !== void 0)
    throw new FormatError(
      "gtfs_missing_required_file",
      `${files.name}: ${missing} is missing; a GTFS feed cannot be read without it.`,
      null,
      {
        file: files.name,
        missing
      }
    );
  if (calendars.every((file2) => !files.tables.has(file2)))
    throw new FormatError(
      "gtfs_missing_calendar_and_calendar_date_files",
      `${files.name}: calendar.txt and calendar_dates.txt are both missing; a feed needs one of them.`,
      null,
      { file: files.name }
    );
  if (!files.tables.has("agency.txt"))
    book.add("gtfs_missing_required_file", "warning", () => ({ file: "agency.txt", details: { missing: "agency.txt" } }));
}
function noteBlankTimes({ rows, blank: blank2, interpolated }, book) {
  if (blank2 === 0) return;
  book.add("gtfs_times_interpolated", "warning", () => ({
    file: "stop_times.txt",
    details: { rows, blank: blank2, interpolated, share: Math.round(1e3 * interpolated / rows) / 10 }
  }));
}
export {
  FormatError,
  bytesInMemory,
  gtfsFolder,
  openBytes,
  readGtfs,
  serviceWindows,
  transitStopsOf
};
//# sourceMappingURL=gtfs.js.map
