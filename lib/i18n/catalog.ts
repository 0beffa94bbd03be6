import type { Locale } from "./locale";
import enAccounts from "./messages/en/accounts.json";
import enActing from "./messages/en/acting.json";
import enAdvice from "./messages/en/advice.json";
import enChoosing from "./messages/en/choosing.json";
import enCommon from "./messages/en/common.json";
import enConnection from "./messages/en/connection.json";
import enDevices from "./messages/en/devices.json";
import enFailures from "./messages/en/failures.json";
import enGallery from "./messages/en/gallery.json";
import enKinds from "./messages/en/kinds.json";
import enModel from "./messages/en/model.json";
import enOverview from "./messages/en/overview.json";
import enPackages from "./messages/en/packages.json";
import enPreflight from "./messages/en/preflight.json";
import enReuse from "./messages/en/reuse.json";
import enRows from "./messages/en/rows.json";
import enShell from "./messages/en/shell.json";
import enTargets from "./messages/en/targets.json";
import enTasks from "./messages/en/tasks.json";
import enTemplates from "./messages/en/templates.json";
import enWizard from "./messages/en/wizard.json";
import enWords from "./messages/en/words.json";
import zhAccounts from "./messages/zh-CN/accounts.json";
import zhActing from "./messages/zh-CN/acting.json";
import zhAdvice from "./messages/zh-CN/advice.json";
import zhChoosing from "./messages/zh-CN/choosing.json";
import zhCommon from "./messages/zh-CN/common.json";
import zhConnection from "./messages/zh-CN/connection.json";
import zhDevices from "./messages/zh-CN/devices.json";
import zhFailures from "./messages/zh-CN/failures.json";
import zhGallery from "./messages/zh-CN/gallery.json";
import zhKinds from "./messages/zh-CN/kinds.json";
import zhModel from "./messages/zh-CN/model.json";
import zhOverview from "./messages/zh-CN/overview.json";
import zhPackages from "./messages/zh-CN/packages.json";
import zhPreflight from "./messages/zh-CN/preflight.json";
import zhReuse from "./messages/zh-CN/reuse.json";
import zhRows from "./messages/zh-CN/rows.json";
import zhShell from "./messages/zh-CN/shell.json";
import zhTargets from "./messages/zh-CN/targets.json";
import zhTasks from "./messages/zh-CN/tasks.json";
import zhTemplates from "./messages/zh-CN/templates.json";
import zhWizard from "./messages/zh-CN/wizard.json";
import zhWords from "./messages/zh-CN/words.json";

const en = {
  accounts: enAccounts,
  acting: enActing,
  advice: enAdvice,
  choosing: enChoosing,
  common: enCommon,
  connection: enConnection,
  devices: enDevices,
  failures: enFailures,
  gallery: enGallery,
  kinds: enKinds,
  model: enModel,
  overview: enOverview,
  packages: enPackages,
  preflight: enPreflight,
  reuse: enReuse,
  rows: enRows,
  shell: enShell,
  targets: enTargets,
  tasks: enTasks,
  templates: enTemplates,
  wizard: enWizard,
  words: enWords,
};

/** All words of the console in one language, by namespace. English is the shape that every language follows. */
export type Catalog = typeof en;
export type Namespace = keyof Catalog;

const zh: Catalog = {
  accounts: zhAccounts,
  acting: zhActing,
  advice: zhAdvice,
  choosing: zhChoosing,
  common: zhCommon,
  connection: zhConnection,
  devices: zhDevices,
  failures: zhFailures,
  gallery: zhGallery,
  kinds: zhKinds,
  model: zhModel,
  overview: zhOverview,
  packages: zhPackages,
  preflight: zhPreflight,
  reuse: zhReuse,
  rows: zhRows,
  shell: zhShell,
  targets: zhTargets,
  tasks: zhTasks,
  templates: zhTemplates,
  wizard: zhWizard,
  words: zhWords,
};

/** For the server and tests; the browser is sent the namespaces that a page needs, never this. */
export const catalogs: { readonly [L in Locale]: Catalog } = { en, "zh-CN": zh };

/** The named namespaces in one language. */
export const pick = (locale: Locale, namespaces: readonly Namespace[]): Partial<Catalog> =>
  Object.fromEntries(namespaces.map((name) => [name, catalogs[locale][name]]));

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Catalog;
  }
}
