/**
 * The lines of a stream in UTF-8, parted at LF and nowhere else: JSON may hold U+2028 and U+2029 as they are, at which
 * `readline` parts lines, too. A CR before the LF stays; whoever reads JSON passes over it. An empty end is no line.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A character may lie across two chunks.
  const decoder = new TextDecoder();
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    begun.push(first);
    for (const other of others) {
      yield begun.join('');
      begun = [other];
    }
  }
  const last = begun.join('') + decoder.decode();
  if (last !== '') yield last;
}
