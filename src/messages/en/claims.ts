/** Two writers of one series on a remote. */
export const claims = {
  taken: (p: { place: string; name: string }) =>
    `${p.name} is at "${p.place}" by now: another computer has added that number, or is sending it`,
  takenHint:
    'run the command again, which takes the next number; if the deed there stays unfinished and no other computer writes this series, delete it',
  claimed: (p: { place: string; name: string }) =>
    `another computer is adding the same number to "${p.place}" (${p.name})`,
  claimedHint: (p: { name: string }) =>
    `run the command again when it has ended; if that computer is no more, delete ${p.name}, or wait: after 24 hours it counts no more`,
  takenOver: (p: { name: string; hours: number }) =>
    `another computer took this number ${p.hours} hours ago and has added nothing since; ${p.name} is taken away`,
  stays: (p: { name: string }) => `${p.name} could not be taken away; the next run from here does it`,
}
