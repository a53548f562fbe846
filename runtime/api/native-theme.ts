import type { Matches } from './matches.ts';
import { StrictEmitter } from './strict.ts';

class NativeTheme extends StrictEmitter implements Matches<Electron.NativeTheme> {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly prefersReducedTransparency = false;
  #source: Electron.NativeTheme['themeSource'] = 'system';
  #browserIsDark = false;

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source;
  }

  /** In Electron this also changes what the page's `prefers-color-scheme` says; a browser does not let us. */
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this.#change(() => {
      this.#source = source;
    });
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#browserIsDark : this.#source === 'dark';
  }

  /** For the stand-in's own use: the page says what its browser prefers. */
  browserPrefers(dark: boolean): void {
    this.#change(() => {
      this.#browserIsDark = dark;
    });
  }

  #change(apply: () => void): void {
    const before = this.shouldUseDarkColors;
    apply();
    if (this.shouldUseDarkColors !== before) this.emit('updated');
  }
}

export const nativeTheme = new NativeTheme();
