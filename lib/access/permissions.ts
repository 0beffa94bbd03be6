/** `viewer` looks, `operator` creates, acts, keeps packages and sees secrets of new devices, `admin` also manages accounts. */
export const ROLES = ["viewer", "operator", "admin"] as const;
export type Role = (typeof ROLES)[number];

export type Permission = "look" | "create-task" | "act-on-task" | "see-secrets" | "manage-packages" | "manage-accounts";

const GRANTS: { readonly [R in Role]: readonly Permission[] } = {
  viewer: ["look"],
  operator: ["look", "create-task", "act-on-task", "see-secrets", "manage-packages"],
  admin: ["look", "create-task", "act-on-task", "see-secrets", "manage-packages", "manage-accounts"],
};

export const may = (role: Role, permission: Permission): boolean => GRANTS[role].includes(permission);

/** The person at the console. An audit row names an operator by id and e-mail. */
export type Operator = { id: string; email: string; name: string; role: Role };
