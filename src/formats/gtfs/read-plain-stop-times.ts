import { clockAt, distanceOf, hourClockOf } from './cell-values.ts'
import { areSame, type IdTable } from './id-table.ts'
import type { PlainRowReader } from './scan-table.ts'
import type { StopTimeRows } from './stop-time-rows.ts'

/**
 * Reads rows of stop times as nearly all are: trip and stop known, no spaces around values, both times or none, at most nine digits in a
 * sequence. A row with anything else is left as it is, to be read by those who have words for it.
 *
 * What makes it fast: a cell is understood while its end is looked for. The trip is mostly that of the row before, and the stop the one
 * that came next when a trip last called at the stop before: both are compared, four bytes at once, and looked up only when they differ.
 * A time is read from where its digits lie. Characters and columns are written as numbers, because a constant of a module is loaded anew
 * wherever it is used, which costs a quarter of the time here.
 */
export function plainStopTimes(rows: StopTimeRows, trips: IdTable, stops: IdTable): PlainRowReader {
  /** By stop, and in the last place for the beginning of a trip: the stop that came next the last time. */
  const following = new Uint32Array(stops.count + 1)
  return (row, slots, begin, limit) => {
    rows.reserve(Math.ceil((limit - begin) / shortestRow))
    const {
      sequence: sequences,
      stop: rowStops,
      arrival: arrivals,
      departure: departures,
      noPickup,
      distance: distances,
      line: lines,
    } = rows
    const { bytes } = row
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const last = slots.length - 1
    let { count, trip: runTrip } = rows
    let { line } = row
    let at = begin
    // The trip of the row before and where its id stands; not known at the beginning of a piece.
    let trip = -1
    let tripAt = 0
    let tripLength = 0
    let lastStop = stops.count

    reading: while (at < limit) {
      let place = at
      let stop = -1
      let sequence = -1
      let arrival = -1
      let departure = -1
      let pickup = 0
      let distance = NaN
      for (let column = 0; column <= last; column++) {
        const isQuoted = bytes[place] === 34
        if (isQuoted) place++
        const from = place
        switch (slots[column] as number) {
          case 0: // trip_id
            if (trip >= 0 && areSame(words, place, words, tripAt, tripLength) && isEnd(bytes[place + tripLength] as number)) {
              place += tripLength
              break
            }
            while (!isEnd(bytes[place] as number)) place++
            trip = isId(bytes, from, place) ? trips.find(bytes, from, place) : -1
            if (trip < 0) break reading
            tripAt = from
            tripLength = place - from
            lastStop = stops.count
            break
          case 1: {
            // stop_id
            stop = following[lastStop] as number
            const length = stops.lengthIfAt(stop, words, place)
            if (length > 0 && isEnd(bytes[place + length] as number)) place += length
            else {
              while (!isEnd(bytes[place] as number)) place++
              stop = isId(bytes, from, place) ? stops.find(bytes, from, place) : -1
              if (stop < 0) break reading
              following[lastStop] = stop
            }
            lastStop = stop
            break
          }
          case 2: // stop_sequence
            sequence = 0
            for (; place < from + 9 && isDigit(bytes[place] as number); place++) sequence = sequence * 10 + (bytes[place] as number) - 48
            if (place === from) break reading
            break
          case 3: // arrival_time
          case 4: {
            // departure_time
            if (isEnd(bytes[place] as number)) break
            const hasTwoDigits = bytes[place + 2] === 58
            const time = hasTwoDigits ? clockAt(words, place) : hourClockOf(bytes, place)
            if (time < 0) break reading
            place += hasTwoDigits ? 8 : 7
            if (slots[column] === 3) arrival = time
            else departure = time
            break
          }
          case 5: // pickup_type
            while (!isEnd(bytes[place] as number)) place++
            pickup = place === from + 1 && bytes[from] === 49 ? 1 : 0
            break
          case 6: // shape_dist_traveled
            while (!isEnd(bytes[place] as number)) place++
            if (place > from) distance = distanceOf(bytes, from, place)
            break
          default:
            if (isQuoted) while (bytes[place] !== 34 && bytes[place] !== 10) place++
            else while (!isEnd(bytes[place] as number)) place++
        }
        if (isQuoted && bytes[place++] !== 34) break reading
        const end = bytes[place++]
        if (column < last ? end !== 44 : end !== 10 && (end !== 13 || bytes[place++] !== 10)) break reading
      }
      if (arrival < 0 !== departure < 0) break

      if (trip !== runTrip) rows.beginRun((runTrip = trip), count)
      sequences[count] = sequence
      rowStops[count] = stop
      arrivals[count] = arrival
      departures[count] = departure
      if (pickup === 1) noPickup[count] = 1
      distances[count] = distance
      lines[count] = ++line
      count++
      at = place
    }
    rows.count = count
    row.line = line
    return at
  }
}

/** `T,A,1` and the end of a line. */
const shortestRow = 6

/** A comma, the end of a line, or a quote. */
const isEnd = (character: number): boolean =>
  character <= 44 && (character === 44 || character === 10 || character === 13 || character === 34)

const isDigit = (character: number): boolean => character >= 48 && character <= 57

/** Whether there is something in a cell, and no space around it. */
const isId = (bytes: Uint8Array, from: number, to: number): boolean =>
  to > from && (bytes[from] as number) > 32 && (bytes[to - 1] as number) > 32
