/**
 * Loaded into every program that the launcher starts (`node --import`): when the launcher is gone, however it ended,
 * the program ends as if it had been asked to. Without a launcher it does nothing.
 */
const LAST_RESORT_MS = 20_000;

if (process.channel) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
    if (!process.emit("SIGTERM", "SIGTERM")) process.exit(143);
  });
}
