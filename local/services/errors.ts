/** What a service answers instead of a result; `errorType` is what AWS's SDKs call the error. */
export class ServiceError extends Error {
  override readonly name: string = 'ServiceError';
  constructor(
    readonly errorType: string,
    readonly statusCode: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Nothing on this computer is that service, and what runs here does not ask AWS. */
export class NotServedError extends ServiceError {
  override readonly name = 'NotServedError';
  /** @param client as AWS's SDKs name the service in `AWS_ENDPOINT_URL_…`, such as `cloudwatch-logs` */
  constructor(
    readonly service: string,
    client: string,
  ) {
    super(
      'NotServedLocallyException',
      501,
      `The local cloud does not serve ${service}, and no function that runs in it reaches AWS. Give the function an ` +
        `AWS_ENDPOINT_URL_${client.replace(/\W/g, '_').toUpperCase()} of a server of your own, or try this part in ` +
        'a sandbox on AWS.',
    );
  }
}

/** More than is taken at once. */
export class BodyTooLargeError extends ServiceError {
  override readonly name = 'BodyTooLargeError';
  constructor(readonly mostBytes: number) {
    super('EntityTooLarge', 400, `The local cloud takes at most ${mostBytes} bytes in one request.`);
  }
}
