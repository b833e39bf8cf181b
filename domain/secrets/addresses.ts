import type { Span } from './span';

const IPV4 = /(?<![\p{L}\d._-])(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\d_]|[.-]\d)/gu;
const IPV6_LIKE = /(?<![\p{L}\d.:])[0-9a-f:]{6,39}(?![\p{L}\d:])/giu;
/** "version 1.2.3.4", "v1.2.3.4", "build 17.0.10.2": four numbers that are no address. */
const VERSION_BEFORE =
  /(?:versions?|release|build|chrome|chromium|jdk|java|driver|firmware|from|to|v)[ :=/@-]{0,3}$/i;
/**
 * Blocks that no person is behind: private, shared, loopback, link-local, documentation, multicast and
 * reserved (RFC 6890), and the well-known public resolvers, which incident reports name as services.
 */
const NOBODYS_V4 =
  /^(?:0|10|127|22[4-9]|2[345]\d)\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^169\.254\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^192\.0\.[02]\.|^198\.(?:1[89]|51\.100)\.|^203\.0\.113\.|^(?:8\.8\.(?:8\.8|4\.4)|1\.(?:1\.1\.1|0\.0\.1)|9\.9\.9\.9)$/;
/** Global unicast is 2000::/3; 2001:db8::/32 is for documents. */
const SOMEBODYS_V6 = /^[23][0-9a-f]{3}:(?!db8:)/i;

/**
 * Addresses of the public internet, which the law counts as personal data. Addresses of one's own network are
 * facts of an incident and stay.
 */
export function publicAddresses(text: string): Span[] {
  const v4 = [...text.matchAll(IPV4)].filter(
    ({ 0: address, index }) =>
      address.split('.').every((part) => Number(part) <= 255 && String(Number(part)) === part) &&
      !NOBODYS_V4.test(address) &&
      !VERSION_BEFORE.test(text.slice(Math.max(0, index - 20), index)),
  );
  const v6 = [...text.matchAll(IPV6_LIKE)].filter(
    ([address]) => SOMEBODYS_V6.test(address) && isIpv6(address),
  );
  return [...v4, ...v6].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'ip-address',
    label: 'IP',
  }));
}

/** Eight groups of up to four hexadecimal digits, or fewer around one `::` (RFC 4291). */
function isIpv6(address: string): boolean {
  const halves = address.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
