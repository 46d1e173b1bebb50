import { afterEach, describe, expect, it } from 'vitest'
import { say, setLanguage } from '../../../src/messages/index.ts'
import { renderClassificationPage } from '../../../src/report/index.ts'
import { factsNamed, ordinaryFacts } from './sample-facts.ts'

describe('the classification page', () => {
  afterEach(() => setLanguage('en'))

  it('has one heading of the first level, skips none, and labels what assistive programs read', () => {
    const page = renderClassificationPage(ordinaryFacts())
    const levels = Array.from(page.matchAll(/<h([1-6])/g), ([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    expect(page.match(/<th [^>]*>/g)?.every((tag) => tag.includes(' scope="'))).toBe(true)
    const pictures = page.match(/<svg class="picture[^>]*>\s*<title[^>]*>[^<]+<\/title>\s*<desc[^>]*>[^<]+</g)
    expect(pictures).toHaveLength(4)
  })

  it('leads every link to a place on it, and has no place twice', () => {
    const page = renderClassificationPage(ordinaryFacts())
    const places = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id)
    expect(new Set(places).size).toBe(places.length)
    const links = Array.from(page.matchAll(/ href="#([^"]+)"/g), ([, id]) => id)
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((id) => !places.includes(id))).toEqual([])
  })

  it('says what needs a person, and the command that brings the decision back', () => {
    const page = renderClassificationPage(ordinaryFacts())
    for (const title of ['Unsure', 'Free text with personal data in it', 'Children']) {
      expect(page).toContain(`<h3>${title} <span class="count">`)
    }
    const exports = 'members.csv 学员花名册.csv'
    expect(page).toContain(`datadeed review ${exports} <span>--policy</span> datadeed.yaml</code>`)
    expect(page).toContain(
      `datadeed seal ${exports} <span>--policy</span> datadeed.yaml <span>--key</span> MY.key`,
    )
    const reviewed = renderClassificationPage({ ...ordinaryFacts(), policy: 'reviewed.yaml' })
    expect(reviewed).toContain(`datadeed review ${exports} <span>--policy</span> reviewed.yaml</code>`)
  })

  it('calls a text that nobody could read unsure, not one with personal data in it', () => {
    const facts = ordinaryFacts()
    const tables = facts.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, type: 'free-text-pii', confidence: 0.3 })),
    }))
    const page = renderClassificationPage({ ...facts, tables })
    expect(page).toContain('<h3>Unsure <span class="count">13<')
    expect(page).not.toContain('<h3>Free text with personal data in it')
  })

  it('points at sensitive columns in an open compartment, and at cells that nobody examined', () => {
    const facts = ordinaryFacts()
    const tables = facts.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({
        ...column,
        compartment: column.type === 'mobile' ? 'general' : column.compartment,
        examined: {
          rows: 60,
          sampled: 60,
          scanned: 60,
          passed: 0,
          inPart: column.type === 'amount' ? 2 : 0,
          undecodable: 0,
          unseen: 0,
        },
        unexamined: 0,
      })),
    }))
    const page = renderClassificationPage({ ...facts, tables })
    expect(page).toContain('Sensitive, but in an open compartment <span class="count">2</span>')
    expect(page).toContain('2 cells read in part')
    expect(page).not.toContain('cells not scanned')
    const unscanned = tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, examined: { ...column.examined, scanned: 50 } })),
    }))
    expect(renderClassificationPage({ ...facts, tables: unscanned })).toContain('10 cells not scanned')
  })

  it('points at what the source had lost, says which rows are none of the table, and what the exports hold besides', () => {
    const facts = ordinaryFacts()
    const [members] = facts.tables
    if (members === undefined) throw new Error('no table')
    const table = {
      ...members,
      remarks: [
        { column: 2, code: 'digits-lost', cells: 1234, damage: true },
        { column: 4, code: 'harmless', cells: 7, damage: false },
      ],
      excluded: [{ code: 'below-table' as const, rows: 1 }],
    }
    const page = renderClassificationPage({ ...facts, tables: [table], notes: ['a hidden <sheet>'] })
    expect(page).toContain('Damaged in the source <span class="count">1</span>')
    expect(page).toContain(
      '3 手机号</a> <span class="quiet">column &quot;手机号&quot;: digits-lost (1,234 cells)',
    )
    expect(page).toContain('harmless (7 cells)')
    expect(page).toContain(say().sources.excluded['below-table']({ rows: '1' }))
    expect(page).toContain('a hidden &lt;sheet&gt;')
  })

  it('puts what a policy leaves out into no compartment, and asks nobody about it', () => {
    const facts = ordinaryFacts()
    const tables = facts.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, decided: 'drop' })),
    }))
    const page = renderClassificationPage({ ...facts, tables })
    expect(page).toContain('left out: 9 columns')
    expect(page).not.toContain('k-identity"')
    expect(page).not.toContain('class="command"')
  })

  it('says so when nothing needs a person, without calling it right', () => {
    const facts = ordinaryFacts()
    const [members] = facts.tables
    if (members === undefined) throw new Error('no table')
    const sure = members.columns.filter(
      ({ confidence, type }) => confidence > 0.8 && type !== 'free-text-pii',
    )
    const page = renderClassificationPage({ ...facts, tables: [{ ...members, columns: sure }] })
    expect(page).toContain('a wrong answer can be a confident one')
    expect(page).not.toContain('class="command"')
  })

  it('shows no confidence or fill rate as all or nothing that is not', () => {
    const facts = factsNamed(['a', 'b'])
    const shares = [0.9999, 0.0001]
    const tables = facts.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column, at) => ({ ...column, filled: shares[at] ?? 1 })),
    }))
    const page = renderClassificationPage({ ...facts, tables })
    expect(page).toContain('&gt;99 %')
    expect(page).toContain('&lt;1 %')
  })

  it('claims no compliance and says that it is no legal advice, in both languages', () => {
    const english = renderClassificationPage(ordinaryFacts())
    expect(english).toContain('An aid, not legal advice')
    expect(english).not.toMatch(/complian/i)
    setLanguage('zh-CN')
    const chinese = renderClassificationPage(ordinaryFacts())
    expect(chinese).toContain('不是法律意见')
    expect(chinese).not.toContain('合规')
    expect(chinese).toContain('<html lang="zh-CN">')
  })

  it('counts columns with bars where squares would be too many', () => {
    const names = Array.from({ length: 121 }, (_, at) => `column ${at}`)
    expect(renderClassificationPage(factsNamed(names.slice(0, 120)))).not.toContain('class="bar ')
    expect(renderClassificationPage(factsNamed(names))).toContain('class="bar ')
  })
})
