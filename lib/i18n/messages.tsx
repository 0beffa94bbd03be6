import type { ReactNode } from "react";
import type { Namespace } from "./catalog";
import { MessagesInBrowser } from "./client";
import { getMessages, getPreferences } from "./server";

/**
 * Gives the client components inside the words of these namespaces, beside what is given further out: `common`,
 * `shell`, `words` and `failures` in the console.
 */
export async function Messages({ only, children }: { only: readonly Namespace[]; children: ReactNode }) {
  const { locale, zone } = await getPreferences();
  return (
    <MessagesInBrowser locale={locale} zone={zone} messages={await getMessages(only)}>
      {children}
    </MessagesInBrowser>
  );
}
