import { memberTypes, type RelationBlock } from './blocks.ts'
import { addElement, assertPairs, grown, readTagPart, roomFor, within } from './columns.ts'
import { DamagedBlock } from './damaged-block.ts'
import { readDeltas, readUints, type Cursor } from './protobuf.ts'

/** `Relation`: tags, and members as three lists: roles, ids as differences, types. */
export function decodeRelation(cursor: Cursor, relations: RelationBlock): void {
  const { bytes } = cursor
  const tagAt = relations.tagStart[relations.count] as number
  const at = relations.memberStart[relations.count] as number
  let [id, keyEnd, valueEnd, roleEnd, idEnd, typeEnd] = [0, tagAt, tagAt, at, at, at]
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 8) id = cursor.int()
    else if (key === 18) keyEnd = readTagPart(cursor, 'key', relations, tagAt)
    else if (key === 26) valueEnd = readTagPart(cursor, 'value', relations, tagAt)
    else if (key === 66) {
      const end = cursor.length()
      relations.memberRole = grown(relations.memberRole, roomFor(at, end - cursor.at))
      roleEnd = within(readUints(bytes, cursor.at, end, relations.strings.count, relations.memberRole, at))
      cursor.at = end
    } else if (key === 74) {
      const end = cursor.length()
      relations.memberId = grown(relations.memberId, roomFor(at, end - cursor.at))
      idEnd = within(readDeltas(bytes, cursor.at, end, relations.memberId, at))
      cursor.at = end
    } else if (key === 82) {
      const end = cursor.length()
      relations.memberType = grown(relations.memberType, roomFor(at, end - cursor.at))
      typeEnd = within(readUints(bytes, cursor.at, end, memberTypes.length, relations.memberType, at))
      cursor.at = end
    } else if (key === 34) cursor.skip(key)
    else cursor.skipUnknown(key, 10)
  }
  assertPairs(keyEnd, valueEnd)
  if (roleEnd !== idEnd || typeEnd !== idEnd)
    throw new DamagedBlock('the members of a relation have more ids than roles or types, or fewer')
  addElement(relations, id)
  relations.memberStart = grown(relations.memberStart, relations.count + 1)
  relations.memberStart[relations.count] = idEnd
  relations.tagStart[relations.count] = keyEnd
}
