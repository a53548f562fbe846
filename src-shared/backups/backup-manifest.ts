import { z } from 'zod';
import { instantField } from '../core/fields.ts';

export const backupReasons = [
  'by_hand',
  'daily',
  'at_quit',
  'before_import',
  'before_migration',
  'before_restore',
] as const;

const count = z.number().int().min(0);

/** What lies beside each backup as `<file>.json`: what is in it, and how to know that it is whole. */
export const backupManifestSchema = z.object({
  format: z.literal(1),
  bookId: z.string().min(1),
  at: instantField,
  reason: z.enum(backupReasons),
  bytes: count,
  /** Of the backup file, lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows that are not in the bin. */
  customers: count,
  contacts: count,
  followUps: count,
  /** 0 in a manifest that is older than attachments. */
  attachments: count.default(0),
  lastFollowUpAt: instantField.nullable(),
  /** The last entry of the journal; 0: none. */
  journalSeq: count,
  appVersion: z.string(),
  userVersion: count,
});
export type BackupManifest = z.output<typeof backupManifestSchema>;

/** Null when the text is no manifest: cut short, of a later format, from another program. */
export function parseBackupManifest(text: string): BackupManifest | null {
  try {
    return backupManifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
