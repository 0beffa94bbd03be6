/**
 * A text as a body that is made while it is sent. The first pieces are made beforehand, so that what goes wrong at once
 * is still an answer of its own; what goes wrong later cuts the body.
 */
export async function streamOf(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const begun = [await pieces.next(), await pieces.next()];
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = begun.shift() ?? (await pieces.next());
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
