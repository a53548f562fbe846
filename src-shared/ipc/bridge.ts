import type { AppError } from '../core/app-error.ts';
import type { Result } from '../core/result.ts';
import type { CallMessage, StaleMessage } from './contract.ts';
import type { JobProgress } from './procedure.ts';

/** What travels on each topic from the main process to the window. */
export interface BridgeMessages {
  readonly stale: StaleMessage;
  readonly progress: JobProgress;
}

/** A DOM `File`, named by what this room may know of it. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

/** All that the page can reach of the PC: `window.keben`, put there by the preload script. */
export interface KebenBridge {
  /** Rejects only when the main process is gone or refuses the sender; every other failure is in the Result. */
  call(message: CallMessage): Promise<Result<unknown, AppError>>;
  /** Returns the function that stops listening. */
  on<T extends keyof BridgeMessages>(topic: T, listen: (message: BridgeMessages[T]) => void): () => void;
  /** Where a file that was dropped on the page lies; '' when it came from no disk. */
  pathOfDroppedFile(file: DroppedFile): string;
}
