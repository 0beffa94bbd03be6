"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Notice } from "@/components/ui/notice";
import type { Failure, Result } from "@/lib/failure";
import type { PackageView } from "@/lib/fleet/package-view";
import { packageKeys } from "@/lib/queries/packages";
import { routes } from "@/lib/routes";

/** Asks the server to remove a package; `typed` is its version, as a person typed it. */
export type Remove = (input: { id: string; typed: string }) => Promise<Result<null>>;

type Props = { view: PackageView; remove: Remove; onClose: () => void };

/** Says what a removal does and which tasks it would leave without their package; the version is typed to confirm. */
export function RemovePackage({ view: { package: shown, uses }, remove, onClose }: Props) {
  const words = useTranslations("packages.remove");
  const router = useRouter();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async () => {
    setBusy(true);
    const result = await remove({ id: shown.id, typed });
    setBusy(false);
    if (!result.ok) return setFailure(result.failure);
    router.push(routes.packages(`?type=${shown.type}`));
    client.removeQueries({ queryKey: packageKeys.detail(shown.id) });
    return client.invalidateQueries({ queryKey: packageKeys.list(shown.type) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      title={words("title", { version: shown.version })}
      description={words("body")}
      actions={
        <>
          <Button onClick={onClose}>{words("keep")}</Button>
          <Button
            variant="danger-solid"
            busy={busy}
            blocked={typed.trim() === shown.version ? null : words("typeFirst")}
            onClick={run}
          >
            {words("run", { version: shown.version })}
          </Button>
        </>
      }
    >
      <div className="dlg-fields">
        {uses.length > 0 && (
          <Notice tone="attn" glyph="partly" title={words("used", { count: uses.length })} boxed>
            <p>{uses.map(({ title }) => title).join(", ")}</p>
          </Notice>
        )}
        <Field label={words("typed")} hint={words("typedHint", { version: shown.version })}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {failure !== null && <FailureNotice failure={failure} urgent />}
      </div>
    </Dialog>
  );
}
