import { buildSet } from '../build-set.ts'
import { petsAndHomes } from './tables-1.ts'
import { insuranceAndPharmacy } from './tables-2.ts'
import { lessonsAndWeddings } from './tables-3.ts'
import { clinicAndBookings } from './tables-4.ts'
import { lettingsAndLaundry } from './tables-5.ts'
import { careAndAcademy } from './tables-6.ts'

/** fixtures/eval/blind: written from the rules of labelling alone, by an author who has not seen the classifier. */
export function buildBlindSet(): ReadonlyMap<string, string> {
  const tables = [
    ...petsAndHomes,
    ...insuranceAndPharmacy,
    ...lessonsAndWeddings,
    ...clinicAndBookings,
    ...lettingsAndLaundry,
    ...careAndAcademy,
  ]
  return buildSet('blind', tables, { rows: 60, seed: 21_001 })
}
