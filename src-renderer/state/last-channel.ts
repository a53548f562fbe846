import { z } from 'zod';
import { type Channel, channels } from '../../src-shared/follow-ups/follow-up.ts';
import { readLayout, saveLayout } from './saved-layout.ts';

function key(userId: string): string {
  return `followUp.channel.${userId}`;
}

/** How the user noted the last time, on this PC; 上门 until he chose another. */
export function lastChannel(userId: string): Channel {
  return readLayout(key(userId), z.enum(channels)) ?? 'visit';
}

export function rememberChannel(userId: string, channel: Channel): void {
  saveLayout(key(userId), channel);
}
