/**
 * Finds the AWS SDK for modules that are not in this project's folder, as Lambda's runtime brings it along.
 *
 * @param {string} specifier
 * @param {{ parentURL?: string }} context
 * @param {(specifier: string, context: object) => Promise<object>} next
 */
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!/^@(aws-sdk|smithy)\//.test(specifier)) throw error;
    return next(specifier, { ...context, parentURL: import.meta.url });
  }
}
