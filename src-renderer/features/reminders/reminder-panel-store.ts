import { create } from 'zustand';

interface PanelState {
  readonly isOpen: boolean;
  /** The user asked for it, so the caret may go there; when it opens by itself, whoever types goes on typing. */
  readonly takesFocus: boolean;
}

export const useReminderPanel = create<PanelState>(() => ({ isOpen: false, takesFocus: false }));

export function openReminders(takesFocus: boolean): void {
  useReminderPanel.setState({ isOpen: true, takesFocus });
}

export function closeReminders(): void {
  useReminderPanel.setState({ isOpen: false, takesFocus: false });
}
