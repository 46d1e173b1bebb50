import { constants, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedBytes } from '../../fixtures/deeds/parties.ts'
import { openCobblestone, sealCobblestone, sha256 } from '../../src/crypto/index.ts'
import {
  type BlockPlace,
  blockContext,
  type OpenBlockRequest,
  openBlock,
  sealBlock,
} from '../../src/deed/index.ts'
import { paddedLength, padme } from '../../src/deed/padme.ts'
import { buildZstdFrame } from '../../src/deed/zstd-frame.ts'
import { ROW_LAYOUT, type Segment } from '../../src/table.ts'
import { type PlaintextLie, plaintextOf } from './edit-blocks.ts'
import { codeOf } from './open-deed.ts'

const key = fixedBytes('key')
const macKey = fixedBytes('mac key')
const salt = fixedBytes('salt').subarray(0, 24)
const place: BlockPlace = {
  deedId: Buffer.alloc(16, 9),
  table: 1,
  compartment: 2,
  epoch: 3,
  slice: 4,
  rows: 2,
}
const names = { table: 'members', compartment: 'contact' }
const cells = (column: number, text: string): Segment => ({ column, kind: 'cells', bytes: Buffer.from(text) })
const source = (column: number, ...bytes: number[]): Segment => ({
  column,
  kind: 'source',
  bytes: Buffer.from(bytes),
})
const segments = [cells(0, 'a\n"b,c"\n'), source(0, 1, 0), cells(5, '"x,""y"\n\n'), source(ROW_LAYOUT, 2, 0)]

function request(
  block: { ciphertext: Uint8Array; sha256: Uint8Array },
  more: Partial<OpenBlockRequest> = {},
) {
  return { ...block, place, key, macKey, columns: [0, 5], layout: true, names, ...more }
}

/** A block around any plaintext, with the right digest. */
function blockOf(plaintext: Uint8Array): { ciphertext: Uint8Array; sha256: Uint8Array } {
  const ciphertext = sealCobblestone(key, salt, blockContext(place), plaintext)
  return { ciphertext, sha256: sha256(ciphertext) }
}

/** The decompressed frame of two rows with one `cells` column, and any directory. */
function frameOf(
  records: readonly (readonly [column: number, kind: number, bytes: string])[],
  lie: {
    rows?: number
    count?: number
    extra?: number
  } = {},
): Buffer {
  const head = Buffer.alloc(8 + 12 * records.length)
  head.writeUInt32BE(lie.rows ?? 2, 0)
  head.writeUInt32BE(lie.count ?? records.length, 4)
  for (const [at, [column, kind, bytes]] of records.entries()) {
    head.writeUInt32BE(column, 8 + 12 * at)
    head.writeUInt8(kind, 12 + 12 * at)
    head.writeUInt32BE(Buffer.byteLength(bytes), 16 + 12 * at)
  }
  return Buffer.concat([
    head,
    ...records.map(([, , bytes]) => Buffer.from(bytes)),
    Buffer.alloc(lie.extra ?? 0),
  ])
}

const openFrame = (frame: Buffer, more: Partial<OpenBlockRequest> = {}): Promise<string> => {
  const block = blockOf(plaintextOf(buildZstdFrame(frame), frame.length))
  return codeOf(() => openBlock(request(block, { columns: [0], layout: false, ...more })))
}
const openCells = (text: string, rows = 2): Promise<string> => {
  const at = { ...place, rows }
  const frame = frameOf([[0, 1, text]], { rows })
  const ciphertext = sealCobblestone(
    key,
    salt,
    blockContext(at),
    plaintextOf(buildZstdFrame(frame), frame.length),
  )
  const block = { ciphertext, sha256: sha256(ciphertext) }
  return codeOf(() => openBlock(request(block, { place: at, columns: [0], layout: false })))
}

describe('a block', () => {
  it('gives back its segments and leaves', () => {
    const sealed = sealBlock({ place, segments, key, salt, macKey })
    const opened = openBlock(request(sealed))
    expect(opened.segments.map(({ bytes, ...rest }) => ({ ...rest, bytes: Buffer.from(bytes) }))).toEqual(
      segments,
    )
    expect(opened.leaves).toEqual(sealed.leaves)
    expect(new Set(sealed.leaves.map((leaf) => Buffer.from(leaf).toString('hex'))).size).toBe(4)
  })

  it('gives back any cells of any columns', () => {
    const bare = fc.string({ unit: fc.constantFrom(...'ab é中;\t😀'), maxLength: 12 })
    const quoted = fc
      .string({ unit: fc.constantFrom(...'ab,"\n\r中'), maxLength: 12 })
      .map((text) => `"${text.replaceAll('"', '""')}"`)
    const column = fc.array(fc.oneof(bare, quoted), { minLength: 0, maxLength: 30 })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 5 }), (columns) => {
        const rows = Math.min(...columns.map((fields) => fields.length))
        const made = columns.map((fields, at) =>
          cells(
            at,
            fields
              .slice(0, rows)
              .map((field) => `${field}\n`)
              .join(''),
          ),
        )
        const at = { ...place, rows }
        const sealed = sealBlock({ place: at, segments: made, key, salt, macKey })
        const opened = openBlock(request(sealed, { place: at, columns: columns.map((_, number) => number) }))
        expect(opened.segments.map(({ bytes }) => Buffer.from(bytes))).toEqual(made.map(({ bytes }) => bytes))
      }),
      { seed: 1, numRuns: 150 },
    )
  })

  it('hides short lengths: every block up to 1,012 compressed bytes is as long', () => {
    const lengths = ['', 'x'.repeat(300)].map((text) => {
      const made = [cells(0, `${text}\n\n`)]
      return sealBlock({ place, segments: made, key, salt, macKey }).ciphertext.length
    })
    expect(new Set(lengths).size).toBe(1)
  })

  it('E07 E10 E11 opens at no other place, under no other key, with no other digest', async () => {
    const sealed = sealBlock({ place, segments, key, salt, macKey })
    const elsewhere = [{ table: 0 }, { compartment: 1 }, { epoch: 2 }, { slice: 5 }, { rows: 3 }]
    for (const other of elsewhere) {
      const moved = request(sealed, { place: { ...place, ...other } })
      expect(await codeOf(() => openBlock(moved))).toBe('DAMAGED')
    }
    const otherDeed = request(sealed, { place: { ...place, deedId: Buffer.alloc(16, 8) } })
    expect(await codeOf(() => openBlock(otherDeed))).toBe('DAMAGED')
    expect(await codeOf(() => openBlock(request(sealed, { key: macKey })))).toBe('DAMAGED')
    expect(await codeOf(() => openBlock(request(sealed, { sha256: Buffer.alloc(32) })))).toBe('DAMAGED')
  })

  it('E09 must hold exactly the assigned columns', async () => {
    const sealed = sealBlock({ place, segments, key, salt, macKey })
    for (const columns of [[0], [5], [0, 1, 5], [0, 4], []]) {
      expect(await codeOf(() => openBlock(request(sealed, { columns })))).toBe('DAMAGED')
    }
    expect(await codeOf(() => openBlock(request(sealed, { layout: false })))).toBe('DAMAGED')
  })

  it('binds its context in 52 bytes', () => {
    const context = Buffer.from(blockContext(place))
    expect(context.toString('hex')).toBe(
      `${Buffer.from('datadeed/v1').toString('hex')}0000000000${'09'.repeat(16)}0000000100000002000000030000000400000002`,
    )
  })
})

describe('the plaintext of a block', () => {
  const frame = frameOf([[0, 1, 'a\nb\n']])
  const packed = buildZstdFrame(frame)
  const open = (lie: PlaintextLie, compressed: Uint8Array = packed): Promise<string> =>
    codeOf(() =>
      openBlock(
        request(blockOf(plaintextOf(compressed, frame.length, lie)), { columns: [0], layout: false }),
      ),
    )

  it.each([
    ['nothing wrong', {}, 'accepted'],
    ['another codec', { codec: 2 }, 'UNSUPPORTED'],
    ['codec 0', { codec: 0 }, 'UNSUPPORTED'],
    ['reserved bytes', { zeros: 1 }, 'DAMAGED'],
    ['a padding byte', { lastByte: 1 }, 'DAMAGED'],
    ['no padding', { padded: 12 + 40 }, 'DAMAGED'],
    ['too much padding', { padded: 1025 }, 'DAMAGED'],
    ['a frame beyond its end', { frameLength: 2000 }, 'DAMAGED'],
    ['a frame too short', { frameLength: 20 }, 'DAMAGED'],
    ['more bytes than the frame gives', { length: 9000 }, 'DAMAGED'],
    ['fewer bytes than the frame gives', { length: 23 }, 'DAMAGED'],
    ['over 64 MiB', { length: 64 * 1024 * 1024 + 1 }, 'LIMIT'],
  ] as const)('with %s ends as it must', async (_, lie, code) => {
    const fits = 'padded' in lie && lie.padded < 12 + packed.length ? { padded: 12 + packed.length } : {}
    expect(await open({ ...lie, ...fits })).toBe(code)
  })

  it('is padded as Padmé says', () => {
    // From the definition, for some lengths: L, padded.
    for (const [length, padded] of [
      [9, 10],
      [1000, 1024],
      [1025, 1088],
      [65_537, 67_584],
      [1_000_000, 1_015_808],
      [4_194_305, 4_325_376],
    ] as const) {
      expect(padme(length)).toBe(padded)
      expect(paddedLength(length)).toBe(Math.max(1024, padded))
    }
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2 ** 26 }), (length) => {
        const padded = padme(length)
        expect(padded).toBeGreaterThanOrEqual(length)
        expect(padded).toBeLessThanOrEqual(length * 1.12 + 1)
        expect(padme(padded)).toBe(padded)
      }),
      { seed: 2 },
    )
  })
})

describe('the zstd frame of a block', () => {
  const plain = frameOf([[0, 1, `${'x'.repeat(3000)}\nb\n`]])
  const frame = Buffer.from(buildZstdFrame(plain))
  const open = (compressed: Uint8Array, length = plain.length): Promise<string> =>
    codeOf(() =>
      openBlock(request(blockOf(plaintextOf(compressed, length)), { columns: [0], layout: false })),
    )
  const skippable = Buffer.from('502a4d180400000061626364', 'hex')

  it('E16 E17 E18 E19 is one frame and nothing else', async () => {
    expect(await open(frame)).toBe('accepted')
    expect(await open(Buffer.concat([frame, frame]))).toBe('DAMAGED')
    expect(await open(Buffer.concat([frame, Buffer.from('x')]))).toBe('DAMAGED')
    expect(await open(Buffer.concat([skippable, frame]))).toBe('DAMAGED')
    expect(await open(Buffer.concat([frame, skippable]))).toBe('DAMAGED')
    expect(await open(frame.subarray(0, -1))).toBe('DAMAGED')
    expect(await open(Buffer.alloc(100))).toBe('DAMAGED')
    expect(await open(Buffer.from('28b52ffd', 'hex'))).toBe('DAMAGED')
  })

  it('may have a checksum, which must be right', async () => {
    const params = { [constants.ZSTD_c_checksumFlag]: 1 }
    const checked = zstdCompressSync(plain, { params })
    expect(await open(checked)).toBe('accepted')
    checked.writeUInt8(checked.readUInt8(checked.length - 1) ^ 1, checked.length - 1)
    expect(await open(checked)).toBe('DAMAGED')
  })

  it('E20 names no dictionary and sets no reserved bit', async () => {
    for (const bit of [0x01, 0x02, 0x08]) {
      const changed = Buffer.from(frame)
      changed.writeUInt8(changed.readUInt8(4) | bit, 4)
      expect(await open(changed)).toBe('DAMAGED')
    }
  })

  it('E22 asks for a window of at most 8 MiB', async () => {
    const raw = (descriptor: number): Buffer =>
      Buffer.concat([
        Buffer.from('28b52ffd00', 'hex'),
        Buffer.of(descriptor),
        Buffer.of(
          ...[((plain.length << 3) | 1) & 0xff, (plain.length >> 5) & 0xff, (plain.length >> 13) & 0xff],
        ),
        plain,
      ])
    expect(await open(raw((23 - 10) << 3))).toBe('accepted')
    expect(await open(raw(((23 - 10) << 3) | 1))).toBe('LIMIT')
    expect(await open(raw(31 << 3))).toBe('LIMIT')
  })

  it('E21 E23 gives at most 1,000 times its length, and no more than it states', async () => {
    const bomb = zstdCompressSync(Buffer.alloc(32 * 1024 * 1024))
    expect(await open(bomb, 32 * 1024 * 1024)).toBe('LIMIT')
    expect(await open(bomb, 1000 * bomb.length)).toBe('DAMAGED')
    expect(await open(bomb, 1000 * bomb.length + 1)).toBe('LIMIT')
  })

  it('is made long enough for one value repeated over millions of rows', () => {
    const rows = 1_000_000
    const at = { ...place, rows }
    const made = [cells(0, 'CN\n'.repeat(rows))]
    const sealed = sealBlock({ place: at, segments: made, key, salt, macKey })
    const opened = openBlock(request(sealed, { place: at, columns: [0], layout: false }))
    expect(
      Buffer.compare(opened.segments[0]?.bytes ?? Buffer.alloc(0), made[0]?.bytes ?? Buffer.alloc(1)),
    ).toBe(0)
    expect(sealed.ciphertext.length).toBeLessThan(8000)
  })
})

describe('the directory of a block', () => {
  const a = [0, 1, '"a,b"\n"c,"\n'] as const
  it.each([
    ['nothing wrong', frameOf([a]), 'accepted'],
    ['a source', frameOf([a, [0, 2, '\x01\x00']]), 'accepted'],
    ['no segment', frameOf([]), 'DAMAGED'],
    ['other rows', frameOf([a], { rows: 3 }), 'DAMAGED'],
    ['a segment twice', frameOf([a, a]), 'DAMAGED'],
    ['a source alone', frameOf([[0, 2, '']]), 'DAMAGED'],
    ['a source before its cells', frameOf([[0, 2, ''], a]), 'DAMAGED'],
    ['a column that is not assigned', frameOf([a, [1, 1, 'a\nb\n']]), 'DAMAGED'],
    ['a row layout in another compartment', frameOf([a, [ROW_LAYOUT, 2, '']]), 'DAMAGED'],
    ['tags, but of no typed table', frameOf([a, [0, 3, '']]), 'DAMAGED'],
    ['kind 4, reserved', frameOf([a, [0, 4, '']]), 'UNSUPPORTED'],
    ['kind 9', frameOf([a, [0, 9, '']]), 'UNSUPPORTED'],
    ['bytes behind the last segment', frameOf([a], { extra: 1 }), 'DAMAGED'],
    ['fewer records than it says', frameOf([a], { count: 2 }), 'DAMAGED'],
    ['more records than it says', frameOf([a, a], { count: 1 }), 'DAMAGED'],
    ['a count without measure', frameOf([a], { count: 0xffffffff }), 'DAMAGED'],
  ] as const)('with %s ends as it must', async (_, frame, code) => {
    expect(await openFrame(frame)).toBe(code)
  })

  it('may hold the row layout where it belongs', async () => {
    const layout = (bytes: string): Buffer => frameOf([a, [ROW_LAYOUT, 2, bytes]])
    for (const [bytes, code] of [
      ['\x00\x02\n\n\x01\x00', 'accepted'],
      ['\x00\x00\x00\x00\x00\x00', 'accepted'],
      ['\x03\x00', 'DAMAGED'],
      ['\x00\x01x', 'DAMAGED'],
      ['\x00\x02\n', 'DAMAGED'],
    ] as const) {
      expect(await openFrame(layout(bytes), { layout: true })).toBe(code)
    }
  })

  it.each([
    ['', 'accepted'],
    ['\x01\x00', 'accepted'],
    ['\x00\x00\x00\x03ab', 'accepted'],
    ['\x02\x00', 'DAMAGED'],
    ['\x00\x00\x01\x00', 'DAMAGED'],
    ['\x00', 'DAMAGED'],
    ['\x00\x04ab', 'DAMAGED'],
    ['\x00\x00\x00', 'DAMAGED'],
  ])('with the source %j ends as it must', async (bytes, code) => {
    expect(await openFrame(frameOf([a, [0, 2, bytes]]))).toBe(code)
  })

  it.each([
    ['', 'DAMAGED'],
    ['"a,b"', 'accepted'],
    ['"a""b"', 'DAMAGED'],
    ['"a\r\nb"', 'DAMAGED'],
    ['""', 'accepted'],
    ['a', 'DAMAGED'],
  ])('takes quotes only from a field that has them and can stand without: %j', async (field, code) => {
    const frame = frameOf([
      [0, 1, `"x\ny"\n${field}\n`],
      [0, 2, '\x01\x00'],
    ])
    expect(await openFrame(frame)).toBe(code)
  })

  it('takes numbers in their shortest form only', async () => {
    const put = (...bytes: number[]): Promise<string> => {
      const frame = Buffer.concat([
        frameOf([a, [0, 2, 'x'.repeat(bytes.length)]]).subarray(0, -bytes.length),
        Buffer.of(...bytes),
      ])
      return openFrame(frame)
    }
    expect(await put(0x01, 0x00)).toBe('accepted')
    expect(await put(0x81, 0x00, 0x00)).toBe('DAMAGED')
    expect(await put(0x80, 0x80, 0x80, 0x80, 0x80, 0x00, 0x00)).toBe('DAMAGED')
  })
})

describe('the cells of a block', () => {
  it.each([
    ['a\nb\n', 'accepted'],
    ['\n\n', 'accepted'],
    ['""\n"a,""b\r\n""c"\n', 'accepted'],
    ['中 文;\t\n😀\n', 'accepted'],
    ['a\n', 'DAMAGED'],
    ['a\nb\nc\n', 'DAMAGED'],
    ['a\nb', 'DAMAGED'],
    ['a\nb\n\n', 'DAMAGED'],
    ['a,\nb\n', 'DAMAGED'],
    ['a"\nb\n', 'DAMAGED'],
    ['a\r\nb\n', 'DAMAGED'],
    ['a\0\nb\n', 'DAMAGED'],
    ['"a\0"\nb\n', 'DAMAGED'],
    ['"a\nb\n', 'DAMAGED'],
    ['"a"x\nb\n', 'DAMAGED'],
    ['"a""\nb\n', 'DAMAGED'],
    ['"a"\nb"', 'DAMAGED'],
  ])('E30 are well formed or refused: %j', async (text, code) => {
    expect(await openCells(text)).toBe(code)
  })

  it('are UTF-8', async () => {
    const put = (...bytes: number[]): Promise<string> => {
      const text = Buffer.concat([Buffer.of(...bytes), Buffer.from('\nb\n')])
      const frame = frameOf([[0, 1, text.toString('latin1')]])
      const raw = Buffer.concat([frame.subarray(0, 20), text])
      raw.writeUInt32BE(text.length, 16)
      return openFrame(raw)
    }
    expect(await put(0xe4, 0xb8, 0xad)).toBe('accepted')
    expect(await put(0xe4, 0xb8)).toBe('DAMAGED')
    expect(await put(0xc0, 0xaf)).toBe('DAMAGED')
    expect(await put(0xed, 0xa0, 0x80)).toBe('DAMAGED')
  })

  it('are at most 16 MiB each, and sealing refuses what opening would', async () => {
    const most = 16 * 1024 * 1024
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => 97 + ((at * 7919) % 26))).toString()
    const field = (length: number): string => noise.repeat(length / 4096 + 1).slice(0, length)
    expect(await openCells(`${field(most)}\n`, 1)).toBe('accepted')
    expect(await openCells(`${field(most + 1)}\n`, 1)).toBe('LIMIT')
    const seal = (length: number): Promise<string> =>
      codeOf(() =>
        sealBlock({
          place: { ...place, rows: 1 },
          segments: [cells(0, `${field(length)}\n`)],
          key,
          salt,
          macKey,
        }),
      )
    expect([await seal(most), await seal(most + 1)]).toEqual(['accepted', 'LIMIT'])
  })

  it('are at most 64 MiB together in one block', async () => {
    const most = 64 * 1024 * 1024
    const line = `${'0123456789abcde'}\n`
    const seal = (length: number): Promise<string> => {
      // A directory of one record takes 20 bytes.
      const rows = Math.floor((length - 20) / line.length)
      const rest = '\n'.repeat(length - 20 - rows * line.length)
      const made = [cells(0, line.repeat(rows) + rest)]
      return codeOf(() =>
        sealBlock({ place: { ...place, rows: rows + rest.length }, segments: made, key, salt, macKey }),
      )
    }
    expect([await seal(most), await seal(most + 1)]).toEqual(['accepted', 'LIMIT'])
  })
})

it('compresses into what the encryption releases only whole', () => {
  const sealed = sealBlock({ place, segments, key, salt, macKey })
  const plaintext = openCobblestone(key, blockContext(place), sealed.ciphertext)
  expect(plaintext.length).toBe(1024)
})
