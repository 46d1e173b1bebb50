/** Every cap on what comes from outside, each with its reason. All are tested at n and n + 1. Sizes are bytes. */

const KIB = 1024
const MIB = 1024 * KIB
const GIB = 1024 * MIB

/** A slice ends at the first row end after this many bytes of source: large enough for zstd, small enough to hold several. */
export const SLICE_BYTES = 4 * MIB
/** One cell; the longest honest remark or embedded picture seen in exports is far below. */
export const FIELD_BYTES = 16 * MIB
/** One row; bounds the slice that an unclosed quote would otherwise grow without end. */
export const ROW_BYTES = 32 * MIB
/** Columns of a table; also what a segment directory may list. */
export const COLUMNS = 10_000
/** manifest.json, access.json, access.rotated.json and the signature entries, each. */
export const ENVELOPE_BYTES = 16 * MIB
/** A paper: a signed statement in its envelope. A preview of 10,000 columns has some 4 MiB. */
export const PAPER_BYTES = 16 * MIB
/** A succession: two cards, four signatures and dates take some 22 KiB. */
export const SUCCESSION_BYTES = 256 * KIB
/** Cards that sign one series, one after the other: another one every season for 25 years. */
export const SERIES_SIGNERS = 100
/**
 * Days after which a key is due for rotation, is warned of, and is refused for anything new; a policy may say others.
 * SP 800-57 recommends 1 to 3 years for signing, at most 2 for wrapping keys.
 */
export const KEY_AGE_DAYS = {
  signing: { due: 365, warn: 365, refuse: 1095 },
  reader: { due: 90, warn: 365, refuse: 730 },
} as const
/** Deeds of one census: a deed a day for some 27 years. */
export const CENSUS_DEEDS = 10_000
/** Reports of drills in one series, the newest of them: a drill a day for some 27 years. */
export const DRILL_REPORTS = 10_000
/** Cards that followed one another from a grantor to the issuer of a rotation: one a year for half a lifetime. */
export const ROTATION_SUCCESSIONS = 32
/** A page that carries a paper: besides its envelope, every figure once more in words and markup. */
export const PAPER_PAGE_BYTES = 64 * MIB
/** One keys/<compartment>.age file, checked before it is parsed (threats M9). */
export const AGE_FILE_BYTES = 1 * MIB
/** Recipient stanzas of one age file. */
export const AGE_STANZAS = 64
/** Holders of an escrow's shares: each costs its deed a wrapped share; hand-overs have three or five. */
export const ESCROW_HOLDERS = 16
/** Grants that are given with one deed; each is a paper to be verified. */
export const GRANTS = 64
/** Epochs of one compartment. */
export const EPOCHS = 4096
/** Control totals of one compartment; a deed of a whole business has some dozens. */
export const CONTROL_TOTALS = 1000
/** Exceptions of a receipt, and characters of each: sentences for a lawyer, no attachments. */
export const EXCEPTIONS = 100
export const EXCEPTION_CHARACTERS = 2000
/** Compartments of a deed. */
export const COMPARTMENTS = 64
/** Tables of a deed. */
export const TABLES = 4096
/** A block's plaintext and the frame inside it, before either is allocated. */
export const BLOCK_PLAINTEXT_BYTES = 64 * MIB
/** Plain bytes a zstd frame may give for each compressed byte. */
export const ZSTD_RATIO = 1000
/** log2 of the window a zstd frame may ask for (2^23 = 8 MiB). */
export const ZSTD_WINDOW_LOG = 23
/** One blocks file; the next one is begun rather than pass it. */
export const BLOCKS_FILE_BYTES = 1 * GIB
/** Deeds that one prune mark names: a deed every hour for seven years. */
export const PRUNED_DEEDS = 65_536
/** Nesting of any JSON that is read. */
export const JSON_DEPTH = 32
/** Nesting of a JSON cell that a restored object shall hold; a database's own documents may be deeper than our rows. */
export const JSON_CELL_DEPTH = 1000
/** Values in any JSON that is read: 16 MiB of tiny ones would cost over a GiB; a manifest of ours reaches its bytes first. */
export const JSON_VALUES = 1_000_000
/** Entries of a deed: bounds the central directory before it is read. */
export const DEED_ENTRIES = 65_536
/** Names of tables, columns, parties, in UTF-8. */
export const NAME_BYTES = 1024
/** A card or key file. */
export const KEY_FILE_BYTES = 64 * KIB
/** The policy file. */
export const POLICY_BYTES = 4 * MIB
/** scrypt work factor accepted from a passphrase stanza (2^20 = 1 GiB of memory at r = 8). */
export const SCRYPT_LOG_N = 20
/** An epoch's data key serves at most so many rows, and so many source bytes, unless the policy says fewer. */
export const EPOCH_ROWS = 1_048_576
export const EPOCH_BYTES = 1 * GIB
/** Bytes that each byte of a packed export may unpack to; real exports stay far below, and gzip cannot give much more. */
export const PACKED_RATIO = 1000
/** What any packed export may unpack to, however small it is. */
export const PACKED_BYTES = 64 * MIB
/** Files that make one table: each stays open until the last row is read. */
export const JOINED_FILES = 1000
/** One block as it is read: its plaintext and what encryption adds at the most. */
export const BLOCK_BYTES = BLOCK_PLAINTEXT_BYTES + 96 * KIB
/** One table's index: a million blocks. */
export const INDEX_BYTES = 64 * MIB
/** Signatures of one signature entry: bounds the verifications that a stranger can ask for. */
export const SIGNATURES = 64
/** A passphrase. */
export const PASSPHRASE_BYTES = 1 * KIB
/** Characters of the number that a deal has elsewhere; the manifest carries it in the clear. */
export const DEAL_ID_CHARACTERS = 200
/** Parts of a workbook's archive: the largest honest ones have hundreds; each costs a record of the directory. */
export const WORKBOOK_PARTS = 16_384
/** A part of a workbook that is read whole: list of sheets, styles, relationships, comments. Inflated. */
export const WORKBOOK_PART_BYTES = 64 * MIB
/** Rows below a table that are left out of it: a sheet's last rows are held until it is known that they are the last. */
export const FOOTER_ROWS = 1000
/** A sheet or the shared strings, inflated; a million rows of a hundred columns are about half of it. They are streamed. */
export const SHEET_BYTES = 8 * GIB
/** Inflated bytes for each packed one; row numbers and references keep honest sheets below a tenth of it. */
export const WORKBOOK_RATIO = 500
/** Distinct texts of a workbook, held in memory while its sheets are read; a sheet has a million rows at most. */
export const SHARED_STRINGS = 8_388_608
/** All of them together in UTF-8, held in memory. */
export const SHARED_STRING_BYTES = 256 * MIB
/** Elements within elements in a part of a workbook; ten is usual. */
export const XML_DEPTH = 64
/** Sheets, cell formats, merged ranges and notes on columns of a workbook, each; Excel itself allows 65,490 formats. */
export const WORKBOOK_ITEMS = 65_536
/** One line of the ledger: 512 cards whose names have 200 letters, six bytes each where they are not Latin, are two thirds of it. */
export const LEDGER_LINE_BYTES = 1 * MIB
/** Cards that one line of the ledger names. */
export const LEDGER_CARDS = 512
/** Characters of a reason that is given for an override and kept in the ledger. */
export const REASON_CHARACTERS = 500
