import i18next from 'i18next';
import type { StagedFile } from '../../src-shared/attachments/attachment.ts';
import { maxAttachmentBytes } from '../../src-shared/attachments/attachment.ts';
import { notifyProblem } from '../state/toasts.ts';
import { fileSizeText } from '../text/number-text.ts';
import { client } from './client.ts';
import { sayError, settled } from './report.ts';

/** Copies files beside the book; `paths` null: asks which. Says why one was not taken and gives those that were. */
export async function stageFiles(paths: readonly string[] | null): Promise<readonly StagedFile[]> {
  const done = await settled(client.attachments.stage({ paths: paths === null ? null : [...paths] }));
  if (!done.ok) {
    sayError(done.error);
    return [];
  }
  const { staged, refused } = done.value;
  if (refused.length > 0) {
    const { t } = i18next;
    const most = fileSizeText(maxAttachmentBytes);
    const said = refused.map(({ fileName, reason }) => t(`attachment.refused.${reason}`, { name: fileName, most }));
    notifyProblem(said.join('\n'));
  }
  return staged;
}
