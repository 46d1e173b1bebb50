export const crypto = {}
