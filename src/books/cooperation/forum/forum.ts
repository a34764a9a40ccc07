/** Who would like to meet whom at a forum. Two sides: those who invest, and those who have projects. */
export interface ForumInput {
  /** Names of the time slots: `10:00–10:20`. */
  slots: readonly string[]
  /** Meetings that fit into one slot. */
  tables: number
  participants: readonly ForumParticipant[]
  projects: readonly ForumProject[]
  wishes: readonly Wish[]
}

export interface ForumParticipant {
  /** As the tables name it. */
  code: string
  side: 'investor' | 'owner'
  organisation: string
  /** ISO 639 codes. */
  languages: readonly string[]
  sectors: readonly string[]
  /** What an investor puts into one project, in the currency of the forum; null: no limit. */
  amountFrom: number | null
  amountTo: number | null
  /** Slots in which it can come, from 0. */
  slots: readonly number[]
  /** At most so many meetings; null: as many as there are slots. */
  mostMeetings: number | null
}

export interface ForumProject {
  code: string
  owner: string
  title: string
  sectors: readonly string[]
  amount: number | null
}

/** 1 to 5, a meeting that has to be, or one that must not. */
export type WishValue = 1 | 2 | 3 | 4 | 5 | 'must' | 'never'

export interface Wish {
  from: string
  /** A participant of the other side. */
  to: string
  /** The project that is meant; null: the participant. */
  project: string | null
  value: WishValue
}

/** Why two meet, in points. */
export interface MeetingReason {
  code: 'must' | 'investor_wish' | 'owner_wish' | 'mutual' | 'sector' | 'language' | 'amount'
  points: number
  /** The sector or the language that they have in common. */
  value?: string
}

export interface Meeting {
  slot: number
  /** From 1. */
  table: number
  investor: string
  owner: string
  /** Project that it is about; null: none is named. */
  project: string | null
  points: number
  reasons: readonly MeetingReason[]
}

export interface UnmetWish {
  wish: Wish
  why: 'refused' | 'no_common_slot' | 'asker_full' | 'other_full' | 'tables_full' | 'others_fit_better'
}

export interface ForumSchedule {
  meetings: readonly Meeting[]
  unmet: readonly UnmetWish[]
  /** Participants without a meeting. */
  idle: readonly string[]
  /** Points of all meetings. */
  points: number
  /** What no schedule can exceed; null: nothing so simple can be said. */
  bound: number | null
  /** No schedule has more points, and none keeps more meetings that have to be. */
  isBest: boolean
}

/** Beyond this a schedule is no work for one request. */
export const forumLimits = { participants: 120, slots: 30, tables: 60, projects: 300, wishes: 10_000 } as const
