import type { Random } from '../../../../kernel/random.ts'
import { placesInReach, type PlacesInReach } from '../streets/places-in-reach.ts'
import type { DrawnReach, InputErrors, WalkQuestion } from './sureness.ts'

/** No number of `Random.normal` is further from 0: its least square above 0 is 2⁻⁶², and √(−2 ln 2⁻⁶²) = 9.27. */
const farthestNormal = 9.3

/** Places that err as a whole, as open spaces do: the edge of each lies further out or in, and each is missing with all its entrances. */
export class DrawnPlaces implements DrawnReach {
  readonly #errors: InputErrors
  readonly #inReach: PlacesInReach
  /** By place: metres by which walks to it are shorter; -Infinity where it is missing. */
  readonly #nearer: Float64Array

  constructor(question: WalkQuestion, place: Uint32Array, errors: InputErrors) {
    this.#errors = errors
    this.#inReach = placesInReach(question, place, farthestNormal * errors.positionSd)
    this.#nearer = new Float64Array(this.#inReach.placeCount)
  }

  draw(position: Random, missing: Random): void {
    const { positionSd, missingShare } = this.#errors
    for (let p = 0; p < this.#nearer.length; p++) {
      const metres = positionSd > 0 ? positionSd * position.normal() : 0
      this.#nearer[p] = missingShare > 0 && missing.uniform() < missingShare ? -Infinity : metres
    }
  }

  serves(cell: number): boolean {
    const { first, place, left } = this.#inReach
    for (let i = first[cell] as number, end = first[cell + 1] as number; i < end; i++)
      if ((left[i] as number) + (this.#nearer[place[i] as number] as number) >= 0) return true
    return false
  }
}
