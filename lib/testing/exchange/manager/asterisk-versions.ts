/** What the versions call themselves, and the protocol that they speak. */
export const asteriskVersions = {
  16: { protocol: '5.0.4', asterisk: '16.28.0' },
  22: { protocol: '11.0.0', asterisk: '22.10.1' },
} as const;
