export const restore = {}
