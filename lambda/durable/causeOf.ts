/** The message of what went wrong underneath the SDK's wrapping, for the author's screen. */
export function causeOf(error: unknown, otherwise = 'It did not answer.'): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error && inner.message !== '' ? inner.message : otherwise;
}
