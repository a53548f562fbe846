import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../ipc/bridge.ts';
import { notifyProblem } from '../state/toasts.ts';
import styles from './file-drop.module.css';

interface Props {
  readonly onPath: (path: string) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** Takes one file dropped anywhere on what it holds; says so while a file hovers over it. */
export function FileDrop({ onPath, isDisabled = false, children }: Props) {
  const { t } = useTranslation();
  const takeOne = (paths: readonly string[]) => {
    const [path] = paths;
    if (paths.length > 1) notifyProblem(t('imports.drop.one'));
    else if (path !== undefined) onPath(path);
  };
  return (
    <FilesDrop onPaths={takeOne} words={t('imports.drop.let')} isDisabled={isDisabled}>
      {children}
    </FilesDrop>
  );
}

interface FilesDropProps {
  readonly onPaths: (paths: readonly string[]) => void;
  /** Said while files hover. */
  readonly words: string;
  readonly isDisabled?: boolean;
  /** As high as what it holds, instead of all the room there is. */
  readonly isSnug?: boolean;
  readonly children: ReactNode;
}

/** As FileDrop, for any number of files. */
export function FilesDrop({ onPaths, words, isDisabled = false, isSnug = false, children }: FilesDropProps) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  // Children fire enter and leave of their own: only the balance says whether the pointer is still inside.
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => !isDisabled && event.dataTransfer.types.includes('Files');
  const settle = (by: number) => {
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    settle(-depth.current);
    const paths = [...event.dataTransfer.files].map((file) => bridge().pathOfDroppedFile(file));
    if (paths.includes('')) return notifyProblem(t('imports.drop.noPath'));
    if (paths.length > 0) onPaths(paths);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      data-snug={isSnug || undefined}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        settle(1);
      }}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDragLeave={(event) => hasFiles(event) && settle(-1)}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className={styles.veil} role="status">
          {words}
        </div>
      )}
    </div>
  );
}
