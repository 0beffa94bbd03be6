/** `viewer` looks, `operator` creates, acts and keeps packages, `admin` also manages accounts. */
export const ROLES = ["viewer", "operator", "admin"] as const;
export type Role = (typeof ROLES)[number];

export type Permission = "look" | "create-task" | "act-on-task" | "manage-packages" | "manage-accounts";

const GRANTS: { readonly [R in Role]: readonly Permission[] } = {
  viewer: ["look"],
  operator: ["look", "create-task", "act-on-task", "manage-packages"],
  admin: ["look", "create-task", "act-on-task", "manage-packages", "manage-accounts"],
};

export const may = (role: Role, permission: Permission): boolean => GRANTS[role].includes(permission);

/** The person at the console. An audit row names an operator by id and e-mail. */
export type Operator = { id: string; email: string; name: string; role: Role };
