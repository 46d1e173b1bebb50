import { execFileSync } from 'node:child_process'
import { describe, expect } from 'vitest'
import { Desk } from '../cli/run-cli.ts'
import { sealAndRestore } from '../ingest/seal-and-restore.ts'
import { itNeeds } from './needs.ts'

const MAKE = `
import gzip, json, sys
rows = [
    {"id": 10**20 + i, "share": i / 7, "customer": {"name": "王芳\\u2028" + chr(0x1F600), "phone": None if i % 3 else ""},
     "items": [{"sku": "A, \\"7\\"", "n": i}] * (i % 3), "note": {} if i % 2 else "line\\r\\nend"}
    for i in range(500)
]
for i, row in enumerate(rows):
    if i % 5 == 0: del row["customer"]["phone"]
    if i % 7 == 0: row["customer"] = "walk-in"
folder = sys.argv[1]
with open(folder + "/array.json", "w") as file: json.dump(rows, file, indent=2)
with open(folder + "/lines.jsonl", "w") as file:
    for row in rows: print(json.dumps(row, ensure_ascii=False), file=file)
with gzip.open(folder + "/packed.json.gz", "wt") as file: json.dump(rows, file, separators=(",", ":"))
`
const COMPARE = `
import gzip, json, sys
folder = sys.argv[1]
load = lambda text: json.loads(text, parse_float=lambda t: ["float", t], parse_int=lambda t: ["int", t])
read = lambda name: open(folder + name, encoding="utf-8", newline="").read()
lines = lambda text: [load(line) for line in text.split("\\n") if line]
packed = gzip.open(folder + "/packed.json.gz", "rt").read()
print(
    load(read("/array.json")) == load(read("/restored/array.json")),
    lines(read("/lines.jsonl")) == lines(read("/restored/lines.jsonl")),
    load(packed) == load(read("/restored/packed.json")),
)
`

describe('JSON that another program wrote', () => {
  itNeeds('python3', 'python3')(
    'comes back, through the command line, as what that program reads alike',
    async (python) => {
      using desk = new Desk()
      execFileSync(python, ['-c', MAKE, desk.folder])
      const files = ['array.json', 'lines.jsonl', 'packed.json.gz'].map((name) => desk.path(name))
      const { told, deed } = await sealAndRestore(desk, files)
      expect(execFileSync(python, ['-c', COMPARE, desk.folder], { encoding: 'utf8' })).toBe(
        'True True True\n',
      )
      expect(told).toMatch(/lines\.jsonl +500 +\d+ .*cell for cell/)
      expect(deed.includes('array.json')).toBe(false)
    },
  )
})
