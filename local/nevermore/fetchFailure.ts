/** Why `fetch` failed, in its shortest form (`ECONNREFUSED`): it hides the reason one level down. */
export function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const { code, message } = inner as NodeJS.ErrnoException;
  return code ?? message ?? String(inner);
}
