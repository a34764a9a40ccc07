/**
 * Many shapes on a plane, in columns. Shape `i` has the rings `ringStart[i]` … `ringStart[i + 1] - 1`; ring `r` the points
 * `pointStart[r]` … `pointStart[r + 1] - 1`, the first not repeated at the end.
 *
 * A point belongs to a shape when a line from it to infinity crosses the shape's rings an odd number of times. So it does not matter
 * which way a ring turns, and a hole is any ring inside another.
 */
export interface PlaneShapes {
  count: number
  ringStart: Uint32Array
  pointStart: Uint32Array
  x: Float64Array
  y: Float64Array
}

/**
 * Shapes from lists of rings of points.
 *
 * @example
 * shapesOf([[[[0, 0], [2, 0], [2, 2]]]]).pointStart // => Uint32Array.of(0, 3)
 */
export function shapesOf(shapes: readonly (readonly (readonly (readonly [x: number, y: number])[])[])[]): PlaneShapes {
  const ringStart = [0]
  const pointStart = [0]
  const points: (readonly [number, number])[] = []
  for (const rings of shapes) {
    for (const ring of rings) {
      points.push(...ring)
      pointStart.push(points.length)
    }
    ringStart.push(pointStart.length - 1)
  }
  return {
    count: shapes.length,
    ringStart: Uint32Array.from(ringStart),
    pointStart: Uint32Array.from(pointStart),
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => y),
  }
}

/** The shapes with these numbers, in this order. */
export function pickShapes(shapes: PlaneShapes, picked: readonly number[]): PlaneShapes {
  const ringStart = new Uint32Array(picked.length + 1)
  const pointStart = [0]
  const x: number[] = []
  const y: number[] = []
  for (const [i, shape] of picked.entries()) {
    for (let r = shapes.ringStart[shape] as number; r < (shapes.ringStart[shape + 1] as number); r++) {
      for (let p = shapes.pointStart[r] as number; p < (shapes.pointStart[r + 1] as number); p++) {
        x.push(shapes.x[p] as number)
        y.push(shapes.y[p] as number)
      }
      pointStart.push(x.length)
    }
    ringStart[i + 1] = pointStart.length - 1
  }
  return {
    count: picked.length,
    ringStart,
    pointStart: Uint32Array.from(pointStart),
    x: Float64Array.from(x),
    y: Float64Array.from(y),
  }
}

/** Edges of shapes, one after another, with the shape they belong to. Ends as they stand in the ring. */
export interface ShapeEdges {
  count: number
  shape: Uint32Array
  ax: Float64Array
  ay: Float64Array
  bx: Float64Array
  by: Float64Array
}

/** All edges of all rings, the closing ones included. */
export function edgesOf(shapes: PlaneShapes): ShapeEdges {
  const count = shapes.x.length
  const shape = new Uint32Array(count)
  const [ax, ay, bx, by] = [new Float64Array(count), new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  let edge = 0
  for (let s = 0; s < shapes.count; s++) {
    for (let r = shapes.ringStart[s] as number; r < (shapes.ringStart[s + 1] as number); r++) {
      const from = shapes.pointStart[r] as number
      const to = shapes.pointStart[r + 1] as number
      for (let p = from; p < to; p++) {
        const next = p + 1 === to ? from : p + 1
        shape[edge] = s
        ax[edge] = shapes.x[p] as number
        ay[edge] = shapes.y[p] as number
        bx[edge] = shapes.x[next] as number
        by[edge] = shapes.y[next] as number
        edge++
      }
    }
  }
  return { count, shape, ax, ay, bx, by }
}

/** Left, bottom, right and top of each shape, four numbers each. A shape without points has Infinity and -Infinity. */
export function boxesOf(shapes: PlaneShapes): Float64Array {
  const boxes = new Float64Array(4 * shapes.count)
  for (let s = 0; s < shapes.count; s++) {
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
    const from = shapes.pointStart[shapes.ringStart[s] as number] as number
    const to = shapes.pointStart[shapes.ringStart[s + 1] as number] as number
    for (let p = from; p < to; p++) {
      const x = shapes.x[p] as number
      const y = shapes.y[p] as number
      if (x < left) left = x
      if (x > right) right = x
      if (y < bottom) bottom = y
      if (y > top) top = y
    }
    boxes.set([left, bottom, right, top], 4 * s)
  }
  return boxes
}

/** Left, bottom, right and top of what can lie in all of the sets; left is not below right when nothing can. */
export function commonBox(sets: readonly PlaneShapes[]): [left: number, bottom: number, right: number, top: number] {
  const common: [number, number, number, number] = [-Infinity, -Infinity, Infinity, Infinity]
  for (const { x, y } of sets) {
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let p = 0; p < x.length; p++) {
      left = Math.min(left, x[p] as number)
      right = Math.max(right, x[p] as number)
      bottom = Math.min(bottom, y[p] as number)
      top = Math.max(top, y[p] as number)
    }
    common[0] = Math.max(common[0], left)
    common[1] = Math.max(common[1], bottom)
    common[2] = Math.min(common[2], right)
    common[3] = Math.min(common[3], top)
  }
  return common
}
