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
    packages: (query: string) => `/api/packages${query}`,
    groups: () => "/api/groups",
    groupCount: (groupId: string) => `/api/groups/${groupId}/count`,
    targetCheck: (draftId: string) => `/api/drafts/${draftId}/check`,
  },
} as const;
