/** Pieces that JSON is made of, and that its readers stumble over. */
export const JSON_TOKENS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\u0000',
  '\\ud800',
  'null',
  '1e9',
  '-0',
  '{"a":',
  '[[[[',
  '\ufeff',
] as const
