import { itNeeds } from './needs.ts'
itNeeds('no-such-program', 'no-such-package')('does what it does', () => {})
