export const seal = {}
