/** What the page and the main process say to each other over the WebSocket. Everything passes through the codec. */

export interface PageState {
  readonly focused: boolean;
  readonly dark: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type FromPage =
  | {
      readonly type: 'hello';
      readonly windowId: number | null;
      readonly url: string;
      readonly title: string;
      readonly state: PageState;
    }
  | { readonly type: 'loaded' }
  | {
      readonly type: 'invoke';
      readonly id: number;
      readonly url: string;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'send'; readonly url: string; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly type: 'state'; readonly state: PageState }
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'dialog-answer'; readonly id: number; readonly answer: DialogAnswer }
  | { readonly type: 'accelerator'; readonly itemId: number };

export type ToPage =
  | { readonly type: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'reply'; readonly id: number; readonly ok: false; readonly message: string }
  | { readonly type: 'message'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly type: 'dialog'; readonly id: number; readonly dialog: PageDialog }
  | { readonly type: 'accelerators'; readonly accelerators: readonly AcceleratorKey[] }
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'toast'; readonly title: string; readonly body: string }
  | { readonly type: 'reload' }
  | { readonly type: 'load'; readonly path: string }
  | { readonly type: 'focus' }
  | { readonly type: 'closed'; readonly reason: 'quit' | 'replaced' };

export interface AcceleratorKey {
  readonly itemId: number;
  /** `KeyboardEvent.key`, lower case. */
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** A native dialog, drawn in the page. */
export type PageDialog =
  | {
      readonly kind: 'path';
      readonly title: string;
      readonly path: string;
      readonly button: string;
      /** Whether the person may hand over a file from the browser instead of typing where it lies. */
      readonly upload: boolean;
    }
  | {
      readonly kind: 'message';
      readonly title: string;
      readonly message: string;
      readonly detail: string;
      readonly buttons: readonly string[];
      readonly cancelId: number;
    };

/** Path dialogs answer with text, message dialogs with the button's index; null means cancelled. */
export interface DialogAnswer {
  readonly path: string | null;
  readonly button: number | null;
}

/** Paths under this prefix belong to the stand-in; the app's own pages lie beside it. */
export const standInPath = '/__stand-in';
