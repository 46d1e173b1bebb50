export const papers = {
  tooLong: (p: { name: string; got: number; most: number }) =>
    `${p.name} has ${p.got} bytes, at most ${p.most} are read of a paper`,
  payload: (p: { name: string }) => `the payload of ${p.name}`,
  otherIssuer: (p: { name: string }) =>
    `${p.name} names another issuer than the card that its signatures were checked with`,
}
