/**
 * SipHash-2-4 with 128 bits (Aumasson and Bernstein, https://github.com/veorq/SipHash) over whole words of 64 bits. The
 * reference for what the kernel does, and what serves where there is none.
 */
export class SipHash {
  readonly #key: Int32Array
  /** v0 to v3, each its low half and its high half. */
  readonly #v = new Int32Array(8)
  #words = 0

  /** @param key 16 bytes */
  constructor(key: Uint8Array) {
    const view = new DataView(key.buffer, key.byteOffset, key.byteLength)
    this.#key = Int32Array.from([0, 4, 8, 12], (at) => view.getInt32(at, true))
  }

  begin(): void {
    const [v, key] = [this.#v, this.#key]
    v[0] = 0x70736575 ^ key[0]!
    v[1] = 0x736f6d65 ^ key[1]!
    v[2] = 0x6e646f6d ^ key[2]! ^ 0xee
    v[3] = 0x646f7261 ^ key[3]!
    v[4] = 0x6e657261 ^ key[0]!
    v[5] = 0x6c796765 ^ key[1]!
    v[6] = 0x79746573 ^ key[2]!
    v[7] = 0x74656462 ^ key[3]!
    this.#words = 0
  }

  word(low: number, high: number): void {
    this.#compress(low, high)
    this.#words += 1
  }

  /** Writes 16 bytes; `begin` comes next. */
  end(out: DataView, at: number): void {
    const v = this.#v
    this.#compress(0, (this.#words * 8) << 24)
    v[4] = v[4]! ^ 0xee
    for (let round = 0; round < 4; round += 1) sipRound(v)
    this.#write(out, at)
    v[2] = v[2]! ^ 0xdd
    for (let round = 0; round < 4; round += 1) sipRound(v)
    this.#write(out, at + 8)
  }

  #compress(low: number, high: number): void {
    const v = this.#v
    v[6] = v[6]! ^ low
    v[7] = v[7]! ^ high
    sipRound(v)
    sipRound(v)
    v[0] = v[0]! ^ low
    v[1] = v[1]! ^ high
  }

  #write(out: DataView, at: number): void {
    const v = this.#v
    out.setInt32(at, v[0]! ^ v[2]! ^ v[4]! ^ v[6]!, true)
    out.setInt32(at + 4, v[1]! ^ v[3]! ^ v[5]! ^ v[7]!, true)
  }
}

function sipRound(v: Int32Array): void {
  add(v, 0, 2)
  rotate(v, 2, 13)
  mix(v, 2, 0)
  swapHalves(v, 0)
  add(v, 4, 6)
  rotate(v, 6, 16)
  mix(v, 6, 4)
  add(v, 0, 6)
  rotate(v, 6, 21)
  mix(v, 6, 0)
  add(v, 4, 2)
  rotate(v, 2, 17)
  mix(v, 2, 4)
  swapHalves(v, 4)
}

function add(v: Int32Array, to: number, from: number): void {
  const low = (v[to]! + v[from]!) | 0
  const carry = low >>> 0 < v[from]! >>> 0 ? 1 : 0
  v[to] = low
  v[to + 1] = (v[to + 1]! + v[from + 1]! + carry) | 0
}

function rotate(v: Int32Array, at: number, bits: number): void {
  const [low, high] = [v[at]!, v[at + 1]!]
  v[at] = (low << bits) | (high >>> (32 - bits))
  v[at + 1] = (high << bits) | (low >>> (32 - bits))
}

function mix(v: Int32Array, to: number, from: number): void {
  v[to] = v[to]! ^ v[from]!
  v[to + 1] = v[to + 1]! ^ v[from + 1]!
}

/** A rotation by 32. */
function swapHalves(v: Int32Array, at: number): void {
  const low = v[at]!
  v[at] = v[at + 1]!
  v[at + 1] = low
}
