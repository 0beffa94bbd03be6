import type { ReactNode } from "react";
import { Clock } from "@/components/shell/clock";
import { ConnectionGate } from "@/components/shell/connection-gate";
import { Providers } from "@/components/shell/providers";
import { Shell } from "@/components/shell/shell";
import { type Failure, FailureError } from "@/lib/failure";
import type { ResourceSpace } from "@/lib/fleet/fleet";
import { Messages } from "@/lib/i18n/messages";
import { getPreferences } from "@/lib/i18n/server";
import { requirePageOperator } from "@/lib/server/auth/session";
import { getLink } from "@/lib/server/link";
import { currentSpace, listSpaces } from "@/lib/server/spaces";
import { signOutAction } from "./account/actions";
import { choosePreferencesAction, chooseSpaceAction } from "./actions";

const actions = {
  chooseSpace: chooseSpaceAction,
  choosePreferences: choosePreferencesAction,
  signOut: signOutAction,
};

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const operator = await requirePageOperator("look");
  const { spaces, spaceId, failure } = await readSpaces();
  const [link, { theme }] = await Promise.all([getLink(spaceId ?? ""), getPreferences()]);
  return (
    <Messages only={["common", "shell", "words", "failures"]}>
      <Clock renderedAt={Date.now()}>
        <Providers>
          <Shell operator={operator} spaces={spaces} spaceId={spaceId} link={link} theme={theme} actions={actions}>
            <ConnectionGate failure={failure} link={link}>
              {children}
            </ConnectionGate>
          </Shell>
        </Providers>
      </Clock>
    </Messages>
  );
}

type Spaces = { spaces: readonly ResourceSpace[]; spaceId: string | null; failure: Failure | null };

/** Without a resource space there is nothing to list; the shell stands all the same and says why. */
async function readSpaces(): Promise<Spaces> {
  try {
    const [spaces, current] = await Promise.all([listSpaces(), currentSpace()]);
    return { spaces, spaceId: current.id, failure: null };
  } catch (error) {
    if (error instanceof FailureError) return { spaces: [], spaceId: null, failure: error.failure };
    throw error;
  }
}
