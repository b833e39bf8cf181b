import { ServiceError } from '../services';

/** The request breaks one of the API's rules. */
export class BadRequestError extends ServiceError {
  override readonly name = 'BadRequestError';
  constructor(message: string) {
    super('BadRequestException', 400, message);
  }
}

/** The backend has identities, and none of them covers the sender. */
export class SenderNotVerifiedError extends ServiceError {
  override readonly name = 'SenderNotVerifiedError';
  constructor(
    readonly sender: string,
    region: string,
  ) {
    super(
      'MessageRejected',
      400,
      'Email address is not verified. The following identities failed the check in region ' +
        `${region.toUpperCase()}: ${sender}`,
    );
  }
}

/** The backend has no configuration set of that name. */
export class ConfigurationSetNotFoundError extends ServiceError {
  override readonly name = 'ConfigurationSetNotFoundError';
  constructor(readonly configurationSet: string) {
    super('NotFoundException', 404, `Configuration set <${configurationSet}> does not exist.`);
  }
}

/** Part of the API that is not served. */
export class NotServedBySesError extends ServiceError {
  override readonly name = 'NotServedBySesError';
  constructor(what: string) {
    super(
      'NotServedLocallyException',
      501,
      `The local SES does not serve ${what}. It takes SendEmail of API version 2, with Simple or Raw content.`,
    );
  }
}
