import type { Random } from '../../../../kernel/random.ts'
import { startsInReach, type StartsInReach } from '../streets/starts-in-reach.ts'
import type { DrawnReach, InputErrors, WalkQuestion } from './sureness.ts'

/** Starts that err one by one, as stops do: each moves along its edge, and each is missing by itself. */
export class DrawnStarts implements DrawnReach {
  readonly #question: WalkQuestion
  readonly #errors: InputErrors
  readonly #inReach: StartsInReach
  /** Length of the edge that each start is on. */
  readonly #edgeMetres: Float64Array
  readonly #offset: Float64Array
  readonly #limit: Float64Array

  constructor(question: WalkQuestion, errors: InputErrors) {
    const { graph, starts } = question
    this.#question = question
    this.#errors = errors
    this.#inReach = startsInReach(question)
    this.#edgeMetres = Float64Array.from(starts.edge, (edge) => graph.edgeMetres[edge] ?? 0)
    this.#offset = Float64Array.from(starts.offset)
    this.#limit = Float64Array.from(starts.limit)
  }

  draw(position: Random, missing: Random): void {
    const { positionSd, missingShare } = this.#errors
    if (positionSd > 0) this.#move(positionSd, position)
    if (missingShare > 0) this.#drop(missingShare, missing)
  }

  #move(sd: number, random: Random): void {
    const { graph, starts } = this.#question
    for (let s = 0; s < starts.count; s++) {
      const at = (starts.offset[s] as number) + sd * random.normal()
      const edge = starts.edge[s] as number
      if (edge < 0) continue
      const end = graph.edgeMetres[edge] as number
      this.#offset[s] = at < 0 ? 0 : at > end ? end : at
    }
  }

  #drop(share: number, random: Random): void {
    const { count, limit } = this.#question.starts
    for (let s = 0; s < count; s++) this.#limit[s] = random.uniform() < share ? -1 : (limit[s] as number)
  }

  serves(cell: number): boolean {
    const { first, start, toFrom, toEnd, along } = this.#inReach
    for (let i = first[cell] as number, end = first[cell + 1] as number; i < end; i++) {
      const s = start[i] as number
      const at = this.#offset[s] as number
      const most = this.#limit[s] as number
      if (most < 0) continue
      if ((toFrom[i] as number) + at <= most || (toEnd[i] as number) + (this.#edgeMetres[s] as number) - at <= most) return true
      if (Math.abs((along[i] as number) - at) <= most) return true
    }
    return false
  }
}
