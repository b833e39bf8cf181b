import type * as z from 'zod';
import type { Library } from './library';

/** A tool of the server. What it may do follows from the caller, whose library it is given. */
export interface Tool<In extends z.ZodObject = z.ZodObject, Out extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  /** For the model that chooses: what it is for, what comes back, what it does not do. */
  description: string;
  /** Whether it stores anything; then the token must say so. */
  writes: boolean;
  /** Whether asking twice is the same as asking once. */
  isIdempotent: boolean;
  input: In;
  output: Out;
  run(asked: z.output<In>, library: Library): Promise<z.input<Out>>;
  /** Words for a reader, where JSON would only be in the way. */
  told?(answer: z.input<Out>): string;
}

/** Lets a tool's arguments and answer follow from its schemas. */
export const tool = <In extends z.ZodObject, Out extends z.ZodObject>(made: Tool<In, Out>): Tool =>
  made as unknown as Tool;
