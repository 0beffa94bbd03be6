import { credentials, sessions, signInAttempts, users, verifications } from "./accounts";
import { actionChunks, actions } from "./actions";
import { audit } from "./audit";
import { leases, platformLink, spaces } from "./platform-link";
import { rowSets } from "./row-sets";
import { submissions } from "./submissions";
import { targetSets } from "./target-sets";
import { taskSnapshots, tasks } from "./tasks";
import { templates } from "./templates";

/** Every table, for the handle's type. Adding one: its file, and a line here. */
export const tables = {
  actionChunks,
  actions,
  audit,
  credentials,
  leases,
  platformLink,
  rowSets,
  sessions,
  signInAttempts,
  spaces,
  submissions,
  targetSets,
  taskSnapshots,
  tasks,
  templates,
  users,
  verifications,
};
