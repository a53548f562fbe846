/** The only channels there are. In a file of its own: the preload script must not carry the contract with it. */
export const channelNames = { call: 'kb:call', stale: 'kb:stale', progress: 'kb:progress' } as const;
