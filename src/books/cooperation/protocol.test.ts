import { describe, expect, test } from 'vitest'
import {
  addProtocolNote,
  changesOfAttendance,
  changesOfClosed,
  countUnassigned,
  movePointUp,
  moveProtocol,
  nextStates,
  rememberAssignment,
  removePoint,
  writePoint,
  type ProtocolState,
} from './protocol.ts'
import { protocolStates, type Attendance, type CooperationEvent, type ProtocolPoint } from './records.ts'

const point = (kind: ProtocolPoint['kind'], text: string, assignment: number | null = null): ProtocolPoint => ({
  kind,
  text: { ru: text },
  speaker: null,
  assignment,
})

const points = [point('heard', 'Доклад'), point('decided', 'Подготовить визит'), point('decided', 'Уже поручено', 4)]

const meeting = (state: ProtocolState, changes: Partial<CooperationEvent> = {}): CooperationEvent => ({
  kind: 'meeting',
  parent: null,
  title: { ru: 'Встреча' },
  place: {},
  country: 'TH',
  timeZone: 'Asia/Bangkok',
  dated: '',
  isDateInferred: false,
  startsAt: '2016-04-04T10:00',
  endsAt: '',
  state: 'held',
  brief: {},
  protocol: { state, points },
  ...changes,
})

const form = { kind: 'decided', text: { kk: ' Кездесу өткізу ' }, speaker: null }

describe('the way of a protocol', () => {
  test.each(protocolStates.flatMap((from) => protocolStates.map((to) => ({ from, to }))))('$from to $to', ({ from, to }) => {
    expect(moveProtocol(meeting(from), to).ok).toBe(nextStates[from].includes(to))
  })

  test('from "closed" no way leads on or back', () => {
    for (const to of [...protocolStates, 'reopened', '']) expect(moveProtocol(meeting('closed'), to).ok).toBe(false)
  })

  test('is sent once it says something, and once the meeting was held', () => {
    expect(moveProtocol(meeting('draft', { protocol: { state: 'draft', points: [] } }), 'sent')).toMatchObject({
      problems: [{ code: 'protocol_has_no_points' }],
    })
    expect(moveProtocol(meeting('draft', { state: 'planned' }), 'sent')).toMatchObject({ problems: [{ code: 'meeting_not_held' }] })
  })
})

describe('its points', () => {
  test('the first one begins the draft', () => {
    const changed = writePoint(meeting('none', { protocol: { state: 'none', points: [] } }), form, null)
    expect(changed).toEqual({
      ok: true,
      protocol: { state: 'draft', points: [{ kind: 'decided', text: { kk: 'Кездесу өткізу' }, speaker: null, assignment: null }] },
    })
  })

  test('a point that is worded anew keeps its assignment', () => {
    expect(writePoint(meeting('draft'), form, 2)).toMatchObject({ protocol: { points: [{}, {}, { assignment: 4 }] } })
    expect(writePoint(meeting('draft'), { ...form, kind: 'heard' }, 2)).toMatchObject({ problems: [{ code: 'point_has_assignment' }] })
    expect(removePoint(meeting('draft'), 2)).toMatchObject({ problems: [{ code: 'point_has_assignment' }] })
  })

  test('only a point that somebody spoke has a speaker', () => {
    expect(writePoint(meeting('draft'), { ...form, kind: 'spoke', speaker: 3 }, null)).toMatchObject({
      protocol: { points: [{}, {}, {}, { speaker: 3 }] },
    })
    expect(writePoint(meeting('draft'), { ...form, speaker: 3 }, null)).toMatchObject({
      protocol: { points: [{}, {}, {}, { speaker: null }] },
    })
  })

  test('change places, and go', () => {
    expect(movePointUp(meeting('draft'), 1)).toMatchObject({ protocol: { points: [points[1], points[0], points[2]] } })
    expect(movePointUp(meeting('draft'), 0).ok).toBe(false)
    expect(removePoint(meeting('draft'), 0)).toMatchObject({ protocol: { points: points.slice(1) } })
    expect(removePoint(meeting('draft'), 9)).toMatchObject({ problems: [{ code: 'point_missing' }] })
  })

  test.each([
    { state: 'sent', code: 'protocol_is_fixed' },
    { state: 'agreed', code: 'protocol_is_agreed' },
    { state: 'closed', code: 'protocol_is_closed' },
  ] as const)('stay as they are once it is $state: $code', ({ state, code }) => {
    expect(writePoint(meeting(state), form, null)).toMatchObject({ problems: [{ code }] })
    expect(writePoint(meeting(state), form, 0)).toMatchObject({ problems: [{ code }] })
    expect(removePoint(meeting(state), 0)).toMatchObject({ problems: [{ code }] })
    expect(movePointUp(meeting(state), 1)).toMatchObject({ problems: [{ code }] })
  })

  test('a decided one remembers its assignment, once, and not in a closed protocol', () => {
    expect(rememberAssignment(meeting('agreed'), 1, 9)).toMatchObject({ protocol: { points: [{}, { assignment: 9 }, {}] } })
    expect(rememberAssignment(meeting('agreed'), 0, 9)).toMatchObject({ problems: [{ code: 'point_not_decided' }] })
    expect(rememberAssignment(meeting('agreed'), 2, 9)).toMatchObject({ problems: [{ code: 'point_has_assignment' }] })
    expect(rememberAssignment(meeting('closed'), 1, 9)).toMatchObject({ problems: [{ code: 'protocol_is_closed' }] })
  })
})

describe('a correction', () => {
  const note = { text: { ru: 'Следует читать: «в мае».' }, reason: { ru: 'Опечатка в дате.' } }
  const at = new Date('2026-11-23T05:00:00Z')

  test('stands beside the closed protocol with its reason, and changes no word of it', () => {
    const changed = addProtocolNote(meeting('closed'), note, at)
    expect(changed).toEqual({ ok: true, protocol: { state: 'closed', points, notes: [{ at: at.toISOString(), ...note }] } })
  })

  test('needs a reason, and is for what is agreed', () => {
    expect(addProtocolNote(meeting('closed'), { ...note, reason: {} }, at)).toMatchObject({
      problems: [{ code: 'reason_empty', field: 'reason' }],
    })
    expect(addProtocolNote(meeting('draft'), note, at)).toMatchObject({ problems: [{ code: 'protocol_not_agreed' }] })
  })
})

describe('what stands in a closed protocol', () => {
  test('the head of the meeting: each changed field is refused, what the city alone sees is not', () => {
    const before = meeting('closed')
    const after = { ...before, title: { ru: 'Другая встреча' }, startsAt: '2016-04-05T10:00', brief: { ru: 'Новое' } }
    expect(changesOfClosed(before, after)).toEqual([
      { code: 'protocol_is_closed', field: 'title' },
      { code: 'protocol_is_closed', field: 'startsAt' },
    ])
    expect(changesOfClosed(meeting('agreed'), after)).toEqual([])
  })

  test('the same words in another order of languages change nothing: the database keeps its own', () => {
    const before = meeting('closed', { title: { en: 'Meeting', kk: 'Кездесу' } })
    expect(changesOfClosed(before, { ...before, title: { kk: 'Кездесу', en: 'Meeting' } })).toEqual([])
  })

  test('who was there', () => {
    const there: Attendance = { event: 3, partner: 1, person: null, state: 'present', onBehalfOf: null, role: {}, isDelegate: false }
    const closed = new Set([3])
    expect(changesOfAttendance(null, there, closed)).toHaveLength(1)
    expect(changesOfAttendance(there, { ...there, state: 'absent' }, closed)).toHaveLength(1)
    expect(changesOfAttendance(there, { ...there, event: 4 }, closed)).toHaveLength(1)
    expect(changesOfAttendance({ ...there, event: 4 }, there, closed)).toHaveLength(1)
    expect(changesOfAttendance(there, there, closed)).toEqual([])
    expect(changesOfAttendance({ ...there, event: 4 }, { ...there, event: 4, state: 'absent' }, closed)).toEqual([])
  })
})

test('decided points without an assignment are counted, and no others', () => {
  expect(countUnassigned({ points })).toBe(1)
  expect(countUnassigned({ points: [] })).toBe(0)
})
