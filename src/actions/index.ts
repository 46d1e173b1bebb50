/**
 * What a policy may do to the cells of a column besides sealing or dropping it: mask, generalise, pseudonymise. Pure and
 * the same on every machine; what it cannot read never comes through as it was. None of it makes anybody anonymous.
 */
export { type Change, describeChange, type KeyedChange } from './change.ts'
export { changeCells } from './change-cells.ts'
export {
  GENERALISE_STEPS,
  GENERALISED_TYPES,
  type GeneraliseStep,
  generaliseStepsOf,
} from './generalise.ts'
export { maskShapeOf, maskText } from './mask.ts'
