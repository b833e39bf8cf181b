const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A file name that every operating system takes: "checkout-down-for-23-minutes" and the extension. */
export function fileName(title: string, extension: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  if (RESERVED_ON_WINDOWS.test(words)) return `post-mortem-${words}.${extension}`;
  return `${words || 'post-mortem'}.${extension}`;
}
