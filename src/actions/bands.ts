const STEPS = [1, 2, 5]
/** Amounts beyond this are no amounts. */
const LARGEST = 1e15

/** The band of an amount, from its lower bound on and below its upper one: `1000..<2000`. Steps of 1, 2 and 5. */
export function bandOf(amount: number): string | undefined {
  if (Math.abs(amount) >= LARGEST) return undefined
  if (amount >= 0) {
    const low = amount < 1 ? 0 : stepAtMost(amount)
    return `${low}..<${low === 0 ? 1 : nextStep(low)}`
  }
  // From its lower bound on, here too: −1000 is in -1000..<-500.
  const size = -amount
  if (size <= 1) return '-1..<0'
  const below = stepAtMost(size)
  const high = below === size ? below : nextStep(below)
  return `-${high}..<-${stepBefore(high)}`
}

/** The band among these bounds, ascending: below the first, between two, from the last on. */
export function bandAmong(amount: number, bounds: readonly number[]): string {
  const above = bounds.findIndex((bound) => amount < bound)
  if (above === 0) return `<${bounds[0]}`
  return above < 0 ? `${bounds.at(-1)}..` : `${bounds[above - 1]}..<${bounds[above]}`
}

function stepAtMost(size: number): number {
  let power = 1
  while (power * 10 <= size) power *= 10
  const step = STEPS.findLast((each) => each * power <= size) ?? 1
  return step * power
}

/** The step behind a step. */
function nextStep(step: number): number {
  return String(step).startsWith('2') ? step * 2.5 : step * 2
}

/** The step before a step; 0 before the first. */
function stepBefore(step: number): number {
  if (step === 1) return 0
  return String(step).startsWith('5') ? step / 2.5 : step / 2
}
