import { stat } from 'node:fs/promises'
import { readFault } from '../files/index.ts'
import type { Container } from './container.ts'
import { openFolderContainer } from './folder-reader.ts'
import { openZipContainer } from './zip-reader.ts'

/**
 * Opens a deed's file or folder and lists its entries. The path itself may be a link of the person's own; within a deed
 * links are refused.
 * @throws DatadeedError IO_READ, DAMAGED, LIMIT, PATH
 */
export async function openContainer(path: string): Promise<Container> {
  const found = await stat(path).catch((cause: unknown) => {
    throw readFault(path, cause)
  })
  return found.isDirectory() ? openFolderContainer(path) : openZipContainer(path)
}
