import { EventStreamCodec } from '@smithy/eventstream-codec';
import type { ConverseReply, ReplyBlock } from './converse';

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString('utf8'),
  (text) => Buffer.from(text, 'utf8'),
);

/** Bedrock sends a few words at a time; so do we, so that a client's assembling of deltas is exercised. */
const DELTA_LENGTH = 160;

/** A finished reply as the frames that ConverseStream sends, in its order. */
export function* replyFrames(reply: ConverseReply): Generator<Uint8Array> {
  yield frame('messageStart', { role: 'assistant' });
  for (const [contentBlockIndex, block] of reply.output.message.content.entries()) {
    yield* blockFrames(block, contentBlockIndex);
  }
  yield* endFrames(reply);
}

/** An answer in words as the same frames, each as soon as there is something to send. */
export async function* liveFrames(pieces: AsyncIterable<string | ConverseReply>): AsyncGenerator<Uint8Array> {
  yield frame('messageStart', { role: 'assistant' });
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      if (piece) yield frame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: piece } });
    } else {
      yield frame('contentBlockStop', { contentBlockIndex: 0 });
      yield* endFrames(piece);
    }
  }
}

/** Those exceptions that ConverseStream knows within a stream; any other is the service's own fault there. */
const WITHIN_STREAMS: Readonly<Record<string, string>> = {
  ModelErrorException: 'modelStreamErrorException',
  ServiceUnavailableException: 'serviceUnavailableException',
  ThrottlingException: 'throttlingException',
  ValidationException: 'validationException',
};

/** What ends a stream that has begun and cannot go on. */
export function exceptionFrame({ errorType, message }: { errorType: string; message: string }): Uint8Array {
  return codec.encode({
    headers: {
      ':exception-type': {
        type: 'string',
        value: WITHIN_STREAMS[errorType] ?? 'internalServerException',
      },
      ':content-type': { type: 'string', value: 'application/json' },
      ':message-type': { type: 'string', value: 'exception' },
    },
    body: Buffer.from(JSON.stringify({ message }), 'utf8'),
  });
}

function* endFrames(reply: ConverseReply): Generator<Uint8Array> {
  yield frame('messageStop', { stopReason: reply.stopReason });
  yield frame('metadata', {
    usage: reply.usage,
    metrics: reply.metrics,
    ...(reply.trace && { trace: reply.trace }),
  });
}

function* blockFrames(block: ReplyBlock, contentBlockIndex: number): Generator<Uint8Array> {
  if ('toolUse' in block) {
    const { toolUseId, name, input } = block.toolUse;
    yield frame('contentBlockStart', { contentBlockIndex, start: { toolUse: { toolUseId, name } } });
    for (const piece of pieces(JSON.stringify(input))) {
      yield frame('contentBlockDelta', { contentBlockIndex, delta: { toolUse: { input: piece } } });
    }
  } else {
    for (const piece of pieces(block.text)) {
      yield frame('contentBlockDelta', { contentBlockIndex, delta: { text: piece } });
    }
  }
  yield frame('contentBlockStop', { contentBlockIndex });
}

/** Cuts between code points, so that no delta holds half a character. */
function* pieces(text: string): Generator<string> {
  let piece = '';
  for (const character of text) {
    piece += character;
    if (piece.length >= DELTA_LENGTH) {
      yield piece;
      piece = '';
    }
  }
  if (piece) yield piece;
}

function frame(event: string, payload: object): Uint8Array {
  return codec.encode({
    headers: {
      ':event-type': { type: 'string', value: event },
      ':content-type': { type: 'string', value: 'application/json' },
      ':message-type': { type: 'string', value: 'event' },
    },
    body: Buffer.from(JSON.stringify(payload), 'utf8'),
  });
}
