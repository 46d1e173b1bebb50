import { setLanguage } from '../src/messages/index.ts'

// A file may run in a process in which another one spoke Chinese last.
setLanguage('en')
