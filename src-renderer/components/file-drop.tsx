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
    const { files } = event.dataTransfer;
    const [file] = files;
    if (!file) return;
    if (files.length > 1) return notifyProblem(t('imports.drop.one'));
    const path = bridge().pathOfDroppedFile(file);
    if (path === '') return notifyProblem(t('imports.drop.noPath'));
    onPath(path);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      className={styles.drop}
      data-over={isOver || undefined}
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
          {t('imports.drop.let')}
        </div>
      )}
    </div>
  );
}
