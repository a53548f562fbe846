import type { LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Combo } from './shortcuts.ts';

/** Something the user can have done; listed in the command palette and, with keys, in the shortcut sheet. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: Combo;
  readonly run: () => void;
}

interface CommandState {
  readonly commands: readonly Command[];
}

export const useCommandStore = create<CommandState>(() => ({ commands: [] }));

/** Offers commands while the component is shown. Pass a memoised list. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    useCommandStore.setState((state) => ({ commands: [...state.commands, ...commands] }));
    return () => {
      useCommandStore.setState((state) => ({
        commands: state.commands.filter((command) => !commands.includes(command)),
      }));
    };
  }, [commands]);
}
