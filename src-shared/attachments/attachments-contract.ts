import { z } from 'zod';
import { idField } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import {
  attachmentNameField,
  type FileRefusal,
  type ListedAttachment,
  maxFilesAtOnce,
  type StagedFile,
  stagedFileSchema,
} from './attachment.ts';

const topics = ['attachments', 'history'] as const;

export const attachmentsContract = {
  /** Of a customer and its talks, the newest first. */
  list: query(
    'customers.read',
    z.object({ customerId: idField }),
    returns<{ readonly attachments: readonly ListedAttachment[] }>(),
  ),
  /**
   * Copies files beside the book, where they wait to be named by `add` or by a new follow-up. `paths` null: asks in a
   * dialog. Writes nothing in the book.
   */
  stage: command(
    'follow_ups.edit',
    z.object({ paths: z.array(z.string().min(1).max(4_096)).min(1).max(maxFilesAtOnce).nullable() }),
    returns<{
      readonly staged: readonly StagedFile[];
      readonly refused: readonly { readonly fileName: string; readonly reason: FileRefusal }[];
    }>(),
    [],
  ),
  /** Errors: validation unknown_choice (the talk, the order), storage file_missing (what was staged is gone). */
  add: command(
    'follow_ups.edit',
    z.object({
      customerId: idField,
      followUpId: idField.nullable().default(null),
      /** An order of the customer. */
      orderId: idField.nullable().default(null),
      files: z.array(stagedFileSchema).min(1).max(maxFilesAtOnce),
    }),
    returns<ChangeOutcome & { readonly ids: readonly Id[] }>(),
    topics,
  ),
  /** Shows a copy with the system's program; changes to that copy are not kept. Errors: storage file_missing, damaged. */
  open: command('customers.read', z.object({ id: idField }), returns<Record<string, never>>(), []),
  /** Asks where to. `path` null: the user closed the dialog. */
  saveAs: command('customers.read', z.object({ id: idField }), returns<{ readonly path: string | null }>(), []),
  rename: command(
    'follow_ups.edit',
    z.object({ id: idField, fileName: attachmentNameField }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** The bytes stay: taking it back needs nothing but the row. */
  moveToBin: command('follow_ups.edit', z.object({ id: idField }), returns<ChangeOutcome>(), topics),
};
