import type { EventEmitter } from 'node:events';
import type {} from 'electron';

/**
 * The members that a stand-in shares with Electron's own type, each with exactly that type: an
 * invented member or a wrong signature does not compile. Left out are the emitter's overloads, and
 * members named in `Own`, whose type holds another stand-in object that has fewer members.
 */
export type Matches<T, Own extends keyof T = never> = { [K in Exclude<keyof T, keyof EventEmitter | Own>]?: T[K] };
