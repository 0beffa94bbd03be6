import type { Result } from "@/lib/failure";
import type {
  Device,
  DeviceDetail,
  DeviceGroup,
  FoundDevice,
  GroupMember,
  NewPackage,
  Package,
  PackageDetail,
  PackageType,
  Product,
  ResourceSpace,
  ShadowService,
  TaskFile,
} from "@/lib/fleet/fleet";
import type { ProductModel } from "@/lib/fleet/product-model";
import type { SubTaskStatus, TaskStatus } from "@/lib/tasks/status";
import type { Scope } from "@/lib/tasks/targets";
import type { Page, PlatformTask, SubTask, TargetOutcome, TaskRequest } from "@/lib/tasks/task";
import type { TaskType } from "@/lib/tasks/task-type";

/** Where to go on reading and how many to take (1 to 50). `offset` (0 to 500) skips after the marker. */
export type Paging = { marker?: string; limit?: number; offset?: number };

/** At most 100 devices a call (IoTDA reference: StopBatchTask); longer lists are chunked by the caller. */
export type ActionCall = (taskId: string, scope: Scope) => Promise<Result<readonly TargetOutcome[]>>;

/** The door to the platform: every operation that the console uses. Failures are returned; only bugs throw. */
export type Iotda = {
  /** Reads by hand (connection check); answers how long it took in milliseconds and the platform's clock. */
  ping(): Promise<Result<{ tookMs: number; platformTime: string | null }>>;
  listResourceSpaces(): Promise<Result<readonly ResourceSpace[]>>;
  listProducts(of: { spaceId: string } & Paging): Promise<Result<Page<Product>>>;
  showProduct(of: { spaceId: string; productId: string }): Promise<Result<ProductModel>>;
  /** Ids and names are compared whole. There is no filter by status, version or tag. */
  listDevices(
    of: { spaceId: string; productId?: string; gatewayId?: string; nodeId?: string; deviceName?: string } & Paging,
  ): Promise<Result<Page<Device>>>;
  /** Everything but the secret. */
  showDevice(deviceId: string): Promise<Result<DeviceDetail>>;
  showShadow(deviceId: string): Promise<Result<readonly ShadowService[]>>;
  /** SQL of at most 400 characters, one request a second, standard and enterprise editions only. */
  countDevices(where: string): Promise<Result<number>>;
  searchDevices(sql: string): Promise<Result<readonly FoundDevice[]>>;
  listGroups(of: { spaceId: string } & Paging): Promise<Result<Page<DeviceGroup>>>;
  listGroupMembers(of: { groupId: string } & Paging): Promise<Result<Page<GroupMember>>>;
  listPackages(of: { spaceId: string; type: PackageType; productId?: string } & Paging): Promise<Result<Page<Package>>>;
  showPackage(packageId: string): Promise<Result<PackageDetail>>;
  createPackage(made: NewPackage): Promise<Result<PackageDetail>>;
  /** The file that it points to stays. */
  deletePackage(packageId: string): Promise<Result<null>>;
  /** A workbook of at most 2 MB, under a name that no waiting file has. Never retried by itself. */
  uploadTaskFile(file: { name: string; bytes: Uint8Array }): Promise<Result<{ id: string; name: string }>>;
  /** Not paged: the platform keeps 10. */
  listTaskFiles(): Promise<Result<readonly TaskFile[]>>;
  deleteTaskFile(fileId: string): Promise<Result<null>>;
  /** Never retried by itself. `uncertain` once bytes may have left; `unreachable` when surely nothing did. */
  createTask(request: TaskRequest): Promise<Result<PlatformTask>>;
  listTasks(of: { spaceId: string; type: TaskType; status?: TaskStatus } & Paging): Promise<Result<Page<PlatformTask>>>;
  showTask(
    of: { taskId: string; subTaskStatus?: SubTaskStatus; deviceId?: string } & Paging,
  ): Promise<Result<{ task: PlatformTask; subTasks: Page<SubTask> }>>;
  stopTask: ActionCall;
  retryTask: ActionCall;
  confirmTask: ActionCall;
  deleteTask(taskId: string): Promise<Result<null>>;
};
