const SAFE_PROTOCOLS = ['http:', 'https:', 'mailto:'];

/** The address if a link may lead there, and nothing otherwise: no `javascript:`, no `data:`, no relative paths. */
export function safeUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  return SAFE_PROTOCOLS.includes(new URL(address).protocol) ? address : undefined;
}
