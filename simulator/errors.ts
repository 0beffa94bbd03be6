/** A refusal as the platform words it: HTTP status, error code, message. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** IoTDA reference: error codes. */
export const invalid = (detail: string) => new Refusal(400, "IOTDA.000006", `Invalid input data. ${detail}`);
export const malformed = (detail: string) => new Refusal(400, "IOTDA.000008", `Malformed request. ${detail}`);
export const badTime = (detail: string) => new Refusal(400, "IOTDA.000009", `Invalid time format. ${detail}`);
export const startAfterEnd = () => new Refusal(400, "IOTDA.000010", "The start time is not before the end time.");
export const limitOutOfRange = () =>
  new Refusal(400, "IOTDA.000017", "Invalid input. The value of limit is out of range.");
export const markerOutOfRange = () =>
  new Refusal(400, "IOTDA.000018", "Invalid input. The value of marker is out of range.");
export const noSuchSpace = () => new Refusal(403, "IOTDA.001000", "The application does not exist.");

/** Inferred: the documentation names the HTTP status only; codes are synthetic. */
export const noSuchTask = () => new Refusal(404, "IOTDA.014200", "The batch task does not exist.");
export const noSuchPackage = () => new Refusal(404, "IOTDA.014202", "The upgrade package does not exist.");
export const noSuchDevice = () => new Refusal(404, "IOTDA.014000", "The device does not exist.");
export const noSuchProduct = () => new Refusal(404, "IOTDA.014100", "The product does not exist.");
export const noSuchGroup = () => new Refusal(404, "IOTDA.014300", "The device group does not exist.");
export const noSuchFile = () => new Refusal(404, "IOTDA.014600", "The batch task file does not exist.");
/** Inferred: the status of a wrong task state is not documented; 400 and this code are ours. */
export const wrongState = (detail: string) => new Refusal(400, "IOTDA.014218", detail);
export const throttled = () => new Refusal(429, "APIGW.0308", "The throttling threshold has been reached.");
