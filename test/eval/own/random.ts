/** A small seeded generator (mulberry32), so that the set is the same on every machine. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)] as Item
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 9)).join('')
  }

  letters(count: number, alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'): string {
    const letters = [...alphabet]
    return Array.from({ length: count }, () => this.pick(letters)).join('')
  }

  /** `text` with this probability, else ''. */
  maybe(share: number, text: string): string {
    return this.next() < share ? text : ''
  }
}
