import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Card,
  createParty,
  defaultHome,
  findTrustedCard,
  fingerprintDigits,
  isTrusted,
  listTrustedCards,
  trustCard,
} from '../../src/identity/index.ts'
import { useTemporaryFolder } from './temporary-folder.ts'

const folder = useTemporaryFolder()
const home = () => join(folder(), 'config', 'datadeed')
const now = new Date('2026-05-01T08:00:00Z')
let seller: Card
let buyer: Card
let namesake: Card

beforeAll(async () => {
  seller = (await createParty({ name: '加喜门店', role: 'both', now })).card
  buyer = (await createParty({ name: 'buyer', role: 'open', now })).card
  namesake = (await createParty({ name: 'buyer', role: 'sign', now })).card
})

describe('trusted cards', () => {
  it('are none at first, without a folder', async () => {
    expect(await listTrustedCards(home())).toEqual([])
    expect(await findTrustedCard(home(), 'buyer')).toBeUndefined()
    expect(await isTrusted(home(), buyer)).toBe(false)
    expect(await readdir(folder())).toEqual([])
  })

  it('are kept, and found by name, digits or fingerprint', async () => {
    await trustCard(home(), seller)
    await trustCard(home(), buyer)
    await trustCard(home(), buyer)
    expect(await listTrustedCards(home())).toEqual([buyer, seller])
    for (const wanted of ['加喜门店', seller.fingerprint, fingerprintDigits(seller.fingerprint)]) {
      expect(await findTrustedCard(home(), wanted)).toEqual(seller)
    }
    expect(await findTrustedCard(home(), '加喜')).toBeUndefined()
    expect(await isTrusted(home(), seller)).toBe(true)
  })

  it('are trusted by their keys, not by their names', async () => {
    await trustCard(home(), buyer)
    expect(await isTrusted(home(), namesake)).toBe(false)
    expect(await isTrusted(home(), { ...buyer, name: 'another name' })).toBe(true)
  })

  it('of one name are told apart by fingerprint only', async () => {
    await trustCard(home(), buyer)
    await trustCard(home(), namesake)
    await expect(findTrustedCard(home(), 'buyer')).rejects.toMatchObject({ code: 'USAGE' })
    expect(await findTrustedCard(home(), namesake.fingerprint)).toEqual(namesake)
  })

  it('are refused when a file was exchanged or damaged', async () => {
    await trustCard(home(), seller)
    await trustCard(home(), buyer)
    const path = (card: Card) => join(home(), 'trusted', `${card.fingerprint}.card`)
    await copyFile(path(buyer), path(seller))
    await expect(listTrustedCards(home())).rejects.toMatchObject({ code: 'UNTRUSTED' })
    await writeFile(path(seller), '{')
    await expect(isTrusted(home(), seller)).rejects.toMatchObject({ code: 'DAMAGED' })
  })

  it('leave other files of the folder alone', async () => {
    await trustCard(home(), seller)
    await writeFile(join(home(), 'trusted', 'notes.txt'), 'x')
    await writeFile(join(home(), 'trusted', `${buyer.fingerprint}.card.1.partial`), 'x')
    expect(await listTrustedCards(home())).toEqual([seller])
  })

  it('cannot be kept where there is a file instead of a folder', async () => {
    await mkdir(join(folder(), 'config'))
    await writeFile(home(), 'x')
    await expect(trustCard(home(), seller)).rejects.toMatchObject({ code: 'IO_WRITE' })
  })
})

describe('the home folder', () => {
  it('is the platform’s place for settings unless DATADEED_HOME says otherwise', () => {
    expect(defaultHome({ DATADEED_HOME: '/d', XDG_CONFIG_HOME: '/x' }, 'linux')).toBe('/d')
    expect(defaultHome({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe(join('/x', 'datadeed'))
    expect(defaultHome({}, 'linux')).toMatch(/[/\\]\.config[/\\]datadeed$/)
    expect(defaultHome({ APPDATA: 'C:\\R', XDG_CONFIG_HOME: '/x' }, 'win32')).toBe(join('C:\\R', 'datadeed'))
    expect(defaultHome({}, 'win32')).toMatch(/Roaming[/\\]datadeed$/)
  })
})
