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
  if (!dailyChannels.includes(channel)) saveLayout(rareKey(userId), channel);
}

/** Always in reach. */
export const dailyChannels: readonly Channel[] = ['visit', 'phone', 'wechat'];

function rareKey(userId: string): string {
  return `followUp.rareChannel.${userId}`;
}

/** The other channel that this user chose last: a shop notes 来访 all day. Null: never one. */
export function rareChannel(userId: string): Channel | null {
  return readLayout(rareKey(userId), z.enum(channels));
}
