export const deed = {}
