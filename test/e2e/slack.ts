/** A message as Slack exports it. */
export const message = (at: string, name: string, text: string) => ({
  type: 'message',
  user: 'U1',
  user_profile: { real_name: name },
  ts: `${Date.parse(at) / 1_000}.000100`,
  text,
});
