"use client";
import { useEffect } from "react";

/**
 * Leaves for another address in place of this one. Not a redirect of the server: while going back, the router would
 * follow that one and keep the address of the page that was left.
 */
export function GoTo({ address }: { address: string }) {
  useEffect(() => window.location.replace(address), [address]);
  return null;
}
