// The bytes that CSV gives a meaning, as in csv/bytes.ts.

export const LF: u32 = 0x0a
export const CR: u32 = 0x0d
export const QUOTE: u32 = 0x22
export const COMMA: u32 = 0x2c
