import { z } from 'zod';
import { requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';
import type { Channel } from '../follow-ups/follow-up.ts';

/** A photograph or a contract, not a film: what is larger makes every backup and every move of the book slow. */
export const maxAttachmentBytes = 20 * 1024 * 1024;

/** What one talk, or one choice in the dialog, may bring along. */
export const maxFilesAtOnce = 50;

/** Endings that Windows, macOS or Linux run, or that carry a program in: a double click must only ever show something. */
const programEndings: ReadonlySet<string> = new Set(
  (
    'exe com bat cmd msi msp mst msix msixbundle appx appxbundle appinstaller application appref-ms scr pif cpl dll ocx sys drv ' +
    'ps1 ps1xml psc1 psd1 psm1 vb vbe vbs js jse mjs ws wsc wsf wsh sct hta jar jnlp lnk url scf inf reg rgs msc gadget chm hlp ' +
    'settingcontent-ms library-ms search-ms xll xlam wll ppam sh bash csh zsh command run bin desktop appimage deb rpm apk ' +
    'app dmg pkg workflow action scpt applescript py pyc pyw pl rb vhd vhdx iso img'
  ).split(' '),
);

/**
 * Whether the system would run the file rather than show it. Windows ignores dots and spaces at the end of a name, and
 * other signs there are taken out where a system forbids them.
 */
export function isProgramName(fileName: string): boolean {
  const ending = /\.([^.]*)$/.exec(fileName.replace(/[^\p{L}\p{N}]+$/u, ''))?.[1] ?? '';
  return programEndings.has(ending.trim().toLowerCase());
}

export const attachmentNameField = requiredText(255).refine((name) => !isProgramName(name), {
  message: 'program_file',
});

/** A file whose bytes lie beside the book already and that no row names yet. Plain data: it waits in a draft. */
export const stagedFileSchema = z.object({
  fileName: attachmentNameField,
  sizeBytes: z.number().int().min(1, { message: 'out_of_range' }).max(maxAttachmentBytes, { message: 'out_of_range' }),
  /** Lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { message: 'invalid' }),
});
export type StagedFile = z.output<typeof stagedFileSchema>;

export const fileRefusals = ['too_large', 'empty', 'folder', 'program', 'gone', 'unreadable'] as const;
/** Why a chosen file is not taken; the others chosen with it are. */
export type FileRefusal = (typeof fileRefusals)[number];

export interface Attachment {
  readonly id: Id;
  readonly customerId: Id;
  /** The talk it belongs to; null: the customer's. */
  readonly followUpId: Id | null;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly createdAt: Instant;
  readonly createdBy: Id | null;
}

/** An attachment as the list shows it. */
export interface ListedAttachment extends Attachment {
  /** The order it was put to; null: none. */
  readonly orderId: Id | null;
  readonly talk: { readonly channel: Channel; readonly happenedAt: Instant; readonly text: string } | null;
  /** The row is there and its bytes are not: somebody moved the book without its folder of files. */
  readonly isMissing: boolean;
}
