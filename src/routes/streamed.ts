/** A body that is written as it is asked for, piece by piece. The first piece is made before the answer begins. */
export async function streamed(pieces: AsyncGenerator<string>, headers: Record<string, string>): Promise<Response> {
  const first = await pieces.next();
  const encoder = new TextEncoder();
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = isFirst ? first : await pieces.next();
      isFirst = false;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, { headers: { ...headers, 'cache-control': 'private, no-cache' } });
}
