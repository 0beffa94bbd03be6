import { NothingHere } from "@/components/shell/nothing-here";
import { getTranslator } from "@/lib/i18n/server";

/** Inside the shell, so that the way to other pages stays. */
export default async function NotFoundInConsole() {
  const words = await getTranslator("common");
  return (
    <NothingHere
      words={{ title: words("notFound.title"), body: words("notFound.body"), action: words("notFound.action") }}
    />
  );
}
