import { FileChip } from '../../components/file-chip.tsx';
import { fileSizeText } from '../../text/number-text.ts';
import styles from './follow-up-box.module.css';
import type { FollowUpDraft } from './follow-up-draft.ts';

interface Props {
  readonly files: FollowUpDraft['files'];
  readonly onChange: (files: FollowUpDraft['files']) => void;
}

/** Files that go with the talk when it is saved. */
export function StagedFiles({ files, onChange }: Props) {
  if (files.length === 0) return null;
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={`${file.sha256}:${file.fileName}`}>
          <FileChip
            name={file.fileName}
            detail={fileSizeText(file.sizeBytes)}
            onRemove={() => onChange(files.filter((other) => other !== file))}
          />
        </li>
      ))}
    </ul>
  );
}
