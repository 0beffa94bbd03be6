/**
 * A signal that ends a call after so many milliseconds. Not `AbortSignal.timeout`: Node holds its signal weakly, so that
 * a garbage collection in the middle of a call can take the deadline away and leave the call waiting for ever.
 */
export function deadline(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException("The operation timed out.", "TimeoutError")), ms).unref();
  return controller.signal;
}
