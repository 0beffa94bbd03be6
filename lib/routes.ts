/** Every address of the console, so that nothing below `app` has to know a route. */
export const routes = {
  signIn: (returnTo?: string) =>
    returnTo === undefined ? "/sign-in" : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
  overview: () => "/",
  tasks: () => "/tasks",
  newTask: () => "/tasks/new",
  /** The wizard: without a draft it makes one; the draft's id then stands in the address. */
  wizard: (taskType: string, draftId?: string) =>
    draftId === undefined ? `/tasks/new/${taskType}` : `/tasks/new/${taskType}?draft=${draftId}`,
  task: (id: string) => `/tasks/${id}`,
  devices: (query = "") => `/devices${query}`,
  device: (id: string) => `/devices/${id}`,
  packages: (query = "") => `/packages${query}`,
  package: (id: string) => `/packages/${id}`,
  newPackage: (query = "") => `/packages/new${query}`,
  account: () => "/account",
  api: {
    health: () => "/api/health",
    link: () => "/api/link",
    overview: () => "/api/overview",
    tasks: (query: string) => `/api/tasks${query}`,
    task: (id: string) => `/api/tasks/${id}`,
    subTasks: (id: string, query: string) => `/api/tasks/${id}/sub-tasks${query}`,
    action: (id: string, actionId: string) => `/api/tasks/${id}/actions/${actionId}`,
    draft: (id: string) => `/api/drafts/${id}`,
    draftTargets: (id: string) => `/api/drafts/${id}/targets`,
    devices: (query: string) => `/api/devices${query}`,
    deviceCount: (query: string) => `/api/device-count${query}`,
    deviceIds: (query: string) => `/api/device-ids${query}`,
    device: (id: string) => `/api/devices/${id}`,
    products: () => "/api/products",
    product: (id: string) => `/api/products/${id}`,
    packages: (query: string) => `/api/packages${query}`,
    groups: () => "/api/groups",
    groupCount: (groupId: string) => `/api/groups/${groupId}/count`,
    targetCheck: (draftId: string) => `/api/drafts/${draftId}/check`,
  },
} as const;
