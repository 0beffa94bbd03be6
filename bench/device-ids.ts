/** Device ids as the platform makes them: the product's id and the node's, 46 characters. */
export const deviceIds = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const lot = Math.imul(at + 1, 2_654_435_761) >>> 0;
    return `64f0c1a2b3d4e5f60718293a_SN-${lot.toString(16).padStart(8, "0")}-${String(at).padStart(7, "0")}`;
  });
