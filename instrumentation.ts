/** Runs once when the server starts, not in a build: opens the database, makes the first administrator, starts the worker. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { start } = await import("./lib/server/start");
  const { startInside } = await import("./lib/worker/inside");
  // In development the parent is Next's own, which would swallow what is told to it.
  await start(startInside, { launched: process.env.NODE_ENV === "production" });
}
