export const classify = {}
