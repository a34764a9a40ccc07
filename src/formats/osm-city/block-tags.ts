import type { OsmTags } from '../../books/indicators/sdg-11/city/city-extract.ts'
import { askedKeys } from '../../books/indicators/sdg-11/city/osm-tags.ts'
import type { TagColumns } from '../osm-pbf/blocks.ts'

const unknown = 0
const notAsked = 255
/** From 1, so that 0 can mean that a string was not looked at. */
const numberOfKey: ReadonlyMap<string, number> = new Map([...askedKeys, 'type'].map((key, i) => [key, i + 1]))

/**
 * The tags of one element after the other, without objects for them. In a block each key is looked at once as text; after that its number
 * is known. Values become text only when a rule asks for them.
 */
export class BlockTags implements OsmTags {
  private block: TagColumns | null = null
  /** What each string of the block is as a key. */
  private keyNumbers = new Uint8Array(0)
  /** By key: the value, and the element of which it is. */
  private readonly value = new Uint32Array(numberOfKey.size + 1)
  private readonly element = new Float64Array(numberOfKey.size + 1)
  private serial = 0

  /** Begins a block. */
  begin(block: TagColumns): void {
    this.block = block
    const { count } = block.strings
    if (this.keyNumbers.length < count) this.keyNumbers = new Uint8Array(2 * count)
    else this.keyNumbers.fill(unknown, 0, count)
  }

  /** Turns to element `i` of the block. */
  turnTo(i: number): void {
    const { block, keyNumbers, value, element } = this
    if (block === null) throw new RangeError('Begin a block before turning to its elements.')
    const serial = ++this.serial
    const end = block.tagStart[i + 1] as number
    for (let tag = block.tagStart[i] as number; tag < end; tag++) {
      const string = block.key[tag] as number
      let key = keyNumbers[string] as number
      if (key === unknown) keyNumbers[string] = key = numberOfKey.get(block.strings.text(string)) ?? notAsked
      if (key === notAsked) continue
      value[key] = block.value[tag] as number
      element[key] = serial
    }
  }

  has(key: string): boolean {
    return this.element[numberOfKey.get(key) as number] === this.serial
  }

  get(key: string): string | undefined {
    const number = numberOfKey.get(key)
    if (number === undefined) throw new RangeError(`Nobody said that the key "${key}" would be asked for: add it to askedKeys.`)
    return this.element[number] === this.serial ? this.block?.strings.text(this.value[number] as number) : undefined
  }
}
