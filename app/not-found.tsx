import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/server";
import { routes } from "@/lib/routes";

export default async function NotFound() {
  const words = await getTranslator("common");
  return (
    <main id="main" className="alone">
      <EmptyState
        title={words("notFound.title")}
        actions={
          <ButtonLink variant="primary" href={routes.overview()}>
            {words("notFound.action")}
          </ButtonLink>
        }
      >
        {words("notFound.body")}
      </EmptyState>
    </main>
  );
}
