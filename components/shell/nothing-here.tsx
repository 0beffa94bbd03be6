import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { routes } from "@/lib/routes";

type Props = { words: { title: string; body: string; action: string } };

/** There is nothing at this address. */
export function NothingHere({ words }: Props) {
  return (
    <EmptyState
      heading="h1"
      title={words.title}
      actions={
        <ButtonLink variant="primary" href={routes.overview()}>
          {words.action}
        </ButtonLink>
      }
    >
      {words.body}
    </EmptyState>
  );
}
