import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { prepareForSending, secretsIn, standingIn } from '../../domain/sending';
import type { Sendable } from '../../domain/sending/sendable';
import { EMBEDDER } from '../models';
import { bedrockClient } from './client';

/**
 * Vectors of some texts, in their order, and what made them: only vectors of one embedder can be compared. The texts
 * need not belong together: what one says is a secret is hidden in all the same.
 * @param secrets what else is known to be one, from `secretsIn`
 */
export type Embed = (
  texts: readonly string[],
  secrets?: readonly string[],
) => Promise<{ vectors: Float32Array[]; embeddedBy: string }>;

/** What the embedder answered is no vector of the dimension that was asked for. */
export class UnsuitableVectorError extends Error {
  override name = 'UnsuitableVectorError';
  constructor(
    readonly asked: number,
    readonly answered: number,
    readonly embeddedBy: string,
  ) {
    super(
      `${embeddedBy} answered a vector of ${answered} numbers where ${asked} were asked for. ` +
        'Set NEVERMORE_EMBEDDING_DIMENSIONS to what it makes, and deploy again.',
    );
  }
}

/** Titan takes one text a call. */
const AT_ONCE = 8;
/** Titan takes 50,000 characters and 8,192 tokens; what is longer is cut, as its beginning says what it is about. */
const LONGEST_TEXT = 16_000;
const TIMEOUT_MS = 10_000;

interface TitanAnswer {
  embedding?: number[];
  /** Said by a local endpoint, where another model answers in Titan's place. */
  invokedModelId?: string;
}

/**
 * Embeds by Titan on Amazon Bedrock, in the deployment's own region. What must not leave does not: models see
 * placeholders for secrets and personal data here too.
 * @param dimensions of the vectors: 256, 512 or 1,024
 * @param maxAttempts one where a durable step tries again
 */
export function bedrockEmbed(
  dimensions: number,
  { maxAttempts = 1, timeoutMs = TIMEOUT_MS }: { maxAttempts?: number; timeoutMs?: number } = {},
): Embed {
  const client = bedrockClient(maxAttempts);
  const one = async (text: Sendable): Promise<{ vector: Float32Array; embeddedBy: string }> => {
    const inputText = text.trim() || '-';
    const command = new InvokeModelCommand({
      modelId: EMBEDDER.foundationModel,
      contentType: 'application/json',
      accept: 'application/json',
      body: JSON.stringify({ inputText, dimensions, normalize: true }),
    });
    const { body } = await client.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) });
    const answer = JSON.parse(new TextDecoder().decode(body)) as TitanAnswer;
    const { embedding = [], invokedModelId: embeddedBy = EMBEDDER.foundationModel } = answer;
    if (embedding.length !== dimensions)
      throw new UnsuitableVectorError(dimensions, embedding.length, embeddedBy);
    return { vector: Float32Array.from(embedding), embeddedBy };
  };
  return async (texts, secrets = []) => {
    const cut = texts.map((text) => text.slice(0, LONGEST_TEXT));
    // Each text alone has the placeholders that it has in any company: the same text makes the same vector.
    const known = [...new Set([...secrets, ...secretsIn(cut)])];
    const hidden = cut.map((text) => prepareForSending(text, null, standingIn(known, [text])).sent);
    const vectors: Float32Array[] = [];
    let embeddedBy: string = EMBEDDER.foundationModel;
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      const some = await Promise.all(hidden.slice(from, from + AT_ONCE).map(one));
      for (const answer of some) {
        vectors.push(answer.vector);
        embeddedBy = answer.embeddedBy;
      }
    }
    return { vectors, embeddedBy };
  };
}
