export const demo = {
  intro: (p: { folder: string }) =>
    `A hand-over, from the first key to the last comparison, in the new folder ${p.folder}.\nAll persons, numbers and addresses are made up. Trusted cards are kept in ${p.folder}/home, not with yours.`,
  keys: '1. Both sides make a key and a card. The auditor is to see only money, so there is a third one.',
  trust: '2. They exchange the cards and confirm the digits by telephone (here: with --fingerprint).',
  classify: '3. The seller looks at what is sensitive in the exports.',
  policy:
    '4. The seller writes down who may open what, in datadeed.yaml: the buyer everything, the auditor only financial, behaviour and general. The data keys turn every 200 rows.',
  seal: '5. The seller seals both exports into one deed.',
  inspect: '6. Anyone can read what the deed says of itself.',
  verify: '7. Anyone can verify it, without a key.',
  restore: '8. The buyer restores everything.',
  restorePart: '9. The auditor restores, and is told what stays closed.',
  compare: '10. What the buyer has is what the seller had.',
  end: (p: { folder: string }) =>
    `Done. Look at ${p.folder}: the exports, the cards, handover.deed (a ZIP: open it and read README.txt), restored/ and restored-auditor/.\nThe keys in it have no passphrase; they are for the demo only.`,
  failed: (p: { step: string; exit: number }) => `the demo stopped at "${p.step}" (exit ${p.exit})`,
  differs: 'the restored files differ from the exports',
  policyHead: [
    'Who may open what. The buyer opens every compartment, the auditor three of them.',
    'A compartment that is not listed goes to everybody the deed is addressed to.',
  ],
}
