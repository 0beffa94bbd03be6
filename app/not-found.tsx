import { NothingHere } from "@/components/shell/nothing-here";
import { getTranslator } from "@/lib/i18n/server";

export default async function NotFound() {
  const words = await getTranslator("common");
  const said = { title: words("notFound.title"), body: words("notFound.body"), action: words("notFound.action") };
  return (
    <main id="main" className="alone">
      <NothingHere words={said} />
    </main>
  );
}
