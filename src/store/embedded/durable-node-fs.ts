import path from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { syncDirectory, type Disk } from './disk.ts'

/** Exit code of the database thread after a failed fsync. */
export const FSYNC_FAILED = 70

/** Exit code after PostgreSQL gave up (PANIC), for example because the disk is full in the middle of a commit. */
export const DATABASE_PANIC = 71

interface Node {
  mode: number
  name: string
}

interface OpenFile {
  nfd: number
  flags: number
  node: Node
  shared: { refcount: number }
}

/** What of emscripten's NODEFS is replaced, as PGlite 0.5.16 brings it. */
interface EmscriptenModule {
  FS: { isDir(mode: number): boolean }
  NODEFS: {
    realPath(node: Node): string
    flagsForNode(flags: number): number
    tryFSOperation<T>(operation: () => T): T
    createNode(parent: Node, name: string, mode: number, device: number): Node
    node_ops: {
      mknod(parent: Node, name: string, mode: number, device: number): Node
      rename(node: Node, folder: Node, name: string): void
      unlink(parent: Node, name: string): void
      rmdir(parent: Node, name: string): void
      setattr(node: Node, change: { size?: number }): void
    }
    stream_ops: {
      open(file: OpenFile): void
      close(file: OpenFile): void
      write(file: OpenFile, bytes: Uint8Array, offset: number, length: number, position: number): number
      setattr(file: OpenFile, change: { size?: number }): void
      fsync?: (file: OpenFile) => number
    }
  }
}

/**
 * PGlite's file layer, made durable: everything that changes the disk goes through a `Disk`.
 *
 * The stock layer has no fsync at all: PostgreSQL asks for one at every commit and nothing happens. Here it happens,
 * and the first fsync of a new name also syncs the directory that holds it, for file systems where that is a second
 * step. After a failed fsync nobody knows what reached the disk, so `stop` is called, which must not return: no later
 * success may be believed. PostgreSQL does the same since 2018.
 */
export class DurableNodeFS extends NodeFS {
  readonly #disk: Disk
  readonly #stop: (code: number, reason: string) => never
  readonly #lastWords: () => string

  /** @param lastWords what PostgreSQL wrote to its log last, for the message when it gives up */
  constructor(directory: string, disk: Disk, stop: (code: number, reason: string) => never, lastWords: () => string) {
    super(directory)
    this.#disk = disk
    this.#stop = stop
    this.#lastWords = lastWords
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...args)
    const options = result.emscriptenOpts as {
      preRun: Array<(module: EmscriptenModule) => void>
      onAbort?: () => void
    }
    options.preRun.push((module) => this.#replaceOperations(module))
    options.onAbort = () => this.#stop(DATABASE_PANIC, this.#lastWords())
    return result
  }

  #replaceOperations({ FS, NODEFS }: EmscriptenModule): void {
    const disk = this.#disk
    const { node_ops: nodes, stream_ops: streams } = NODEFS
    const { setattr: setNode } = nodes
    const { setattr: setStream } = streams
    const attempt = <T>(operation: () => T): T => NODEFS.tryFSOperation(operation)
    const inside = (folder: Node, name: string): string => path.join(NODEFS.realPath(folder), name)
    const durableNames = new Set<string>()

    nodes.mknod = (parent, name, mode, device) => {
      const file = inside(parent, name)
      durableNames.delete(file)
      attempt(() => (FS.isDir(mode) ? disk.makeDirectory(file, mode) : disk.create(file, mode)))
      return NODEFS.createNode(parent, name, mode, device)
    }
    nodes.rename = (node, folder, name) => {
      const [from, to] = [NODEFS.realPath(node), inside(folder, name)]
      for (const each of [from, to]) durableNames.delete(each)
      attempt(() => disk.rename(from, to))
      node.name = name
    }
    nodes.unlink = (parent, name) => {
      const file = inside(parent, name)
      durableNames.delete(file)
      attempt(() => disk.unlink(file))
    }
    nodes.rmdir = (parent, name) => attempt(() => disk.removeDirectory(inside(parent, name)))
    nodes.setattr = (node, change) => {
      const { size } = change
      if (size === undefined) setNode(node, change)
      else attempt(() => disk.truncate(NODEFS.realPath(node), size))
    }

    streams.open = (file) =>
      attempt(() => {
        file.shared.refcount = 1
        file.nfd = disk.open(NODEFS.realPath(file.node), NODEFS.flagsForNode(file.flags))
      })
    streams.close = (file) =>
      attempt(() => {
        if (file.nfd && --file.shared.refcount === 0) disk.close(file.nfd)
      })
    streams.write = (file, bytes, offset, length, position) => attempt(() => disk.write(file.nfd, bytes, offset, length, position))
    streams.setattr = (file, change) => {
      const { size } = change
      if (size === undefined) setStream(file, change)
      else attempt(() => disk.truncate(file.nfd, size))
    }
    streams.fsync = (file) => {
      try {
        disk.sync(file.nfd)
        const name = NODEFS.realPath(file.node)
        if (!durableNames.has(name)) syncDirectory(disk, path.dirname(name))
        durableNames.add(name)
        return 0
      } catch (error) {
        return this.#stop(FSYNC_FAILED, `fsync failed: ${(error as Error).message}`)
      }
    }
  }
}
