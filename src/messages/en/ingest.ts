export const ingest = {}
